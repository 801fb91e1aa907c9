using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>
/// Reads an expression by the grammar and precedence of CEL. The first fault ends it: what follows a syntax error is guesswork. Recursion is bounded by
/// <see cref="ExpressionLimits.Depth"/>, whatever the text.
/// </summary>
internal sealed class ExpressionParser
{
    private static readonly Dictionary<string, string> ForeignWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "'&&'", ["or"] = "'||'", ["is"] = "'=='", ["equals"] = "'=='",
    };

    private readonly List<ExpressionToken> tokens;
    private readonly FaultList faults;
    private int at;
    private int depth;

    private ExpressionParser(List<ExpressionToken> tokens, FaultList faults)
    {
        this.tokens = tokens;
        this.faults = faults;
    }

    private ExpressionToken Current => tokens[at];

    /// <summary>The expression, or null where it cannot be read: then there is one more fault.</summary>
    public static ExpressionSyntax? Parse(string text, FaultList faults)
    {
        if (text.Length > ExpressionLimits.Length)
        {
            faults.Add(GenomeDiagnostics.ExpressionTooLarge, new(0, text.Length), "4,000 characters", "short");
            return null;
        }
        return ExpressionLexer.Read(text, faults) is { } tokens ? new ExpressionParser(tokens, faults).ParseWhole() : null;
    }

    private ExpressionSyntax? ParseWhole()
    {
        var root = ParseExpression();
        if (root is not null && Current.Kind != TokenKind.End)
        {
            return RefuseRest();
        }
        return root;
    }

    private ExpressionSyntax? ParseExpression()
    {
        if (!Enter())
        {
            return null;
        }
        var test = ParseJunction(isAll: false);
        if (test is not null && Take("?"))
        {
            test = ParseBranches(test);
        }
        depth--;
        return test is null ? null : Bounded(test);
    }

    private ConditionalSyntax? ParseBranches(ExpressionSyntax test)
    {
        var then = ParseExpression();
        return then is not null && Expect(":", "':' and the other value of the condition") && ParseExpression() is { } otherwise ? new(test, then, otherwise) : null;
    }

    private ExpressionSyntax? ParseJunction(bool isAll)
    {
        var mark = isAll ? "&&" : "||";
        List<ExpressionSyntax>? operands = null;
        var first = isAll ? ParseRelation() : ParseJunction(isAll: true);
        while (first is not null && Take(mark))
        {
            if ((isAll ? ParseRelation() : ParseJunction(isAll: true)) is not { } next)
            {
                return null;
            }
            (operands ??= [first]).Add(next);
        }
        return operands is null ? first : new JunctionSyntax(isAll, operands);
    }

    private ExpressionSyntax? ParseRelation()
    {
        var left = ParseSum();
        if (left is null || !IsRelation(Current))
        {
            return left;
        }
        var mark = Current;
        at++;
        if (ParseSum() is not { } right)
        {
            return null;
        }
        if (IsRelation(Current))
        {
            return Refuse(Current.Range, "comparisons cannot be chained; join two of them with '&&'");
        }
        return new BinarySyntax(left, mark, right);
    }

    private static bool IsRelation(ExpressionToken token) =>
        (token.Kind == TokenKind.Operator && token.Value is "==" or "!=" or "<" or "<=" or ">" or ">=") || token is { Kind: TokenKind.Name, Value: "in" };

    private ExpressionSyntax? ParseSum() => ParseLeftToRight(static token => token.Is("+") || token.Is("-"), ParseProduct);

    private ExpressionSyntax? ParseProduct() => ParseLeftToRight(static token => token.Is("*") || token.Is("/") || token.Is("%"), ParseUnary);

    private ExpressionSyntax? ParseLeftToRight(Func<ExpressionToken, bool> isOperator, Func<ExpressionSyntax?> parseOperand)
    {
        var left = parseOperand();
        while (left is not null && isOperator(Current))
        {
            var mark = Current;
            at++;
            left = parseOperand() is { } right ? Bounded(new BinarySyntax(left, mark, right)) : null;
        }
        return left;
    }

    private ExpressionSyntax? ParseUnary()
    {
        if (!Current.Is("!") && !Current.Is("-"))
        {
            return ParsePostfix();
        }
        var mark = Current;
        at++;
        if (!Enter())
        {
            return null;
        }
        var operand = ParseUnary();
        depth--;
        return operand is null ? null : new UnarySyntax(mark, operand);
    }

    private ExpressionSyntax? ParsePostfix()
    {
        var target = ParsePrimary();
        while (target is not null)
        {
            if (Current.Is("["))
            {
                return Refuse(Current.Range, "nothing is reached by an index here");
            }
            if (!Take("."))
            {
                return target;
            }
            if (Current.Kind != TokenKind.Name)
            {
                return Refuse(Current.Range, "the name of a field or a function is expected behind the point");
            }
            var name = Current;
            at++;
            target = Current.Is("(") ? ParseCall(target, name) : new MemberSyntax(target, name);
            target = target is null ? null : Bounded(target);
        }
        return null;
    }

    private CallSyntax? ParseCall(ExpressionSyntax? target, ExpressionToken name)
    {
        at++;
        var arguments = ParseItems(")");
        var start = target?.Range ?? name.Range;
        return arguments is null ? null : new(target, name, arguments, start.To(tokens[at - 1].Range));
    }

    private ExpressionSyntax? ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Number:
                at++;
                return new LiteralSyntax(LiteralKind.Number, token);
            case TokenKind.Text:
                at++;
                return new LiteralSyntax(LiteralKind.Text, token);
            case TokenKind.Name when token.Value is "in":
                break;
            case TokenKind.Name:
                at++;
                return Current.Is("(") ? ParseCall(null, token) : ParseName(token);
        }
        if (Take("("))
        {
            return ParseExpression() is { } inner && Expect(")", "')'") ? inner : null;
        }
        if (Take("["))
        {
            return ParseItems("]") is { } items ? new ListSyntax(items, token.Range.To(tokens[at - 1].Range)) : null;
        }
        return Refuse(token.Range, token.Kind == TokenKind.End ? "a value is expected, and the expression ends" : $"a value is expected instead of '{token.Value}'");
    }

    private static ExpressionSyntax ParseName(ExpressionToken token) => token.Value switch
    {
        "true" or "false" => new LiteralSyntax(LiteralKind.Bool, token),
        "null" => new LiteralSyntax(LiteralKind.Null, token),
        _ => new NameSyntax(token),
    };

    /// <summary>Reads items up to a closing mark, and the mark.</summary>
    private List<ExpressionSyntax>? ParseItems(string closer)
    {
        var items = new List<ExpressionSyntax>();
        if (Take(closer))
        {
            return items;
        }
        do
        {
            if (ParseExpression() is not { } item)
            {
                return null;
            }
            items.Add(item);
        }
        while (Take(","));
        return Expect(closer, $"',' or '{closer}'") ? items : null;
    }

    private bool Take(string mark)
    {
        var isThere = Current.Is(mark);
        at += isThere ? 1 : 0;
        return isThere;
    }

    private bool Expect(string mark, string expected)
    {
        if (Take(mark))
        {
            return true;
        }
        if (!RefuseForeignWord())
        {
            Refuse(Current.Range, Current.Kind == TokenKind.End ? $"{expected} is expected, and the expression ends" : $"{expected} is expected instead of '{Current.Value}'");
        }
        return false;
    }

    private ExpressionSyntax? RefuseRest() =>
        RefuseForeignWord() ? null : Refuse(Current.Range, $"an operator is expected instead of '{Current.Value}'");

    /// <summary>Complains of <c>and</c> where <c>&amp;&amp;</c> is meant.</summary>
    private bool RefuseForeignWord()
    {
        if (Current.Kind != TokenKind.Name || !ForeignWords.TryGetValue(Current.Value, out var meant))
        {
            return false;
        }
        faults.Add(GenomeDiagnostics.ForeignOperator, Current.Range, Current.Value, meant);
        return true;
    }

    private bool Enter()
    {
        if (++depth <= ExpressionLimits.Depth)
        {
            return true;
        }
        RefuseDepth(Current.Range);
        return false;
    }

    private ExpressionSyntax? Bounded(ExpressionSyntax syntax) => syntax.Height <= ExpressionLimits.Depth ? syntax : RefuseDepth(syntax.Range);

    private ExpressionSyntax? RefuseDepth(TextRange range)
    {
        faults.Add(GenomeDiagnostics.ExpressionTooLarge, range, "48 levels", "flat");
        return null;
    }

    private ExpressionSyntax? Refuse(TextRange range, string reason)
    {
        faults.Add(GenomeDiagnostics.ExpressionSyntax, range, reason);
        return null;
    }
}
