using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Patterns;

namespace Archiet.Genome.Expressions;

/// <summary>Binds calls: functions by themselves, and those of texts. <see cref="ChildBinder"/> has those of children.</summary>
internal sealed class FunctionBinder
{
    private static readonly string[] Functions = ["date", "duration", "now", "size", "time", "timestamp", "today"];
    private static readonly string[] TextMethods = ["contains", "endsWith", "matches", "size", "startsWith"];

    private readonly ExpressionBinder binder;
    private readonly ChildBinder children;

    public FunctionBinder(ExpressionBinder binder)
    {
        this.binder = binder;
        children = new(binder);
    }

    /// <summary>The call, or null and a fault.</summary>
    public Expression? Bind(CallSyntax syntax)
    {
        if (syntax.Target is null)
        {
            return BindFunction(syntax);
        }
        var target = binder.Bind(syntax.Target);
        return target?.Type.Kind switch
        {
            null => null,
            ValueKind.Rows => children.Bind((FieldExpression)target, syntax),
            ValueKind.Text => BindTextMethod(target, syntax),
            _ => RefuseName(syntax, $" of {TypeWords.Of(target)}", []),
        };
    }

    private Expression? BindFunction(CallSyntax syntax) => syntax.Name switch
    {
        "now" => BindTime(syntax, ExpressionFunction.Now, ExpressionType.Timestamp),
        "today" => BindTime(syntax, ExpressionFunction.Today, ExpressionType.Date),
        "size" => BindSize(syntax),
        "date" => BindLiteral(syntax, FieldKind.Date, ExpressionType.Date),
        "time" => BindLiteral(syntax, FieldKind.Time, ExpressionType.Time),
        "timestamp" => BindLiteral(syntax, FieldKind.Timestamp, ExpressionType.Timestamp),
        "duration" => BindLiteral(syntax, FieldKind.Duration, ExpressionType.Duration),
        _ => RefuseName(syntax, "", Functions),
    };

    private Expression? BindTime(CallSyntax syntax, ExpressionFunction function, ExpressionType type)
    {
        if (!HasCount(syntax, 0, "nothing"))
        {
            return null;
        }
        return binder.Scope.AllowsTime ? new FunctionCall(function, [], type, false) : binder.RefuseScope(syntax.Range, $"'{syntax.Name}()'");
    }

    private Expression? BindSize(CallSyntax syntax)
    {
        if (!HasCount(syntax, 1, "a text or rows") || binder.Bind(syntax.Arguments[0]) is not { } value)
        {
            return null;
        }
        switch (value.Type.Kind)
        {
            case ValueKind.Rows:
                return children.Count((FieldExpression)value, syntax);
            case ValueKind.Text:
                return Size(value);
        }
        binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Arguments[0].Range, "size", "a text or rows", TypeWords.Of(value));
        return null;
    }

    private static FunctionCall Size(Expression text) =>
        new(ExpressionFunction.Size, EquatableArray.Of(text), ExpressionType.Number(10, 0), text.IsNullable);

    private Literal? BindLiteral(CallSyntax syntax, FieldKind kind, ExpressionType type)
    {
        var field = new FieldType(kind);
        if (!HasCount(syntax, 1, "a text"))
        {
            return null;
        }
        var argument = syntax.Arguments[0];
        var text = (argument as LiteralSyntax)?.Kind == LiteralKind.Text ? ((LiteralSyntax)argument).Value : null;
        var canonical = text is null ? null : CanonicalText.Of(field, text) ?? (kind == FieldKind.Duration ? CelDuration(text) : null);
        if (canonical is null)
        {
            binder.Faults.Add(GenomeDiagnostics.InvalidLiteral, argument.Range, syntax.Name, CanonicalText.Describe(field));
            return null;
        }
        return new(type, canonical);
    }

    /// <summary>The canonical text of a duration as CEL writes it, in hours, minutes and seconds: <c>1h30m</c>.</summary>
    private static string? CelDuration(string text)
    {
        var isNegative = text.StartsWith("-", StringComparison.Ordinal);
        var units = text.Substring(isNegative ? 1 : 0);
        return units.All(static c => c is 'h' or 'm' or 's' or (>= '0' and <= '9')) && DurationText.TryParse((isNegative ? "-PT" : "PT") + units.ToUpperInvariant(), out var duration)
            ? DurationText.Format(duration)
            : null;
    }

    private Expression? BindTextMethod(Expression target, CallSyntax syntax)
    {
        switch (syntax.Name)
        {
            case "size":
                return HasCount(syntax, 0, "nothing") ? Size(target) : null;
            case "contains":
                return BindPart(target, syntax, ExpressionFunction.Contains);
            case "startsWith":
                return BindPart(target, syntax, ExpressionFunction.StartsWith);
            case "endsWith":
                return BindPart(target, syntax, ExpressionFunction.EndsWith);
            case "matches":
                return BindMatch(target, syntax);
        }
        return RefuseName(syntax, " of a text", TextMethods);
    }

    private FunctionCall? BindPart(Expression target, CallSyntax syntax, ExpressionFunction function)
    {
        if (!HasCount(syntax, 1, "a text") || binder.Bind(syntax.Arguments[0]) is not { } part)
        {
            return null;
        }
        if (part.Type.Kind == ValueKind.Text)
        {
            return new(function, EquatableArray.Of(target, part), ExpressionType.Bool, target.IsNullable || part.IsNullable);
        }
        binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Arguments[0].Range, syntax.Name, "a text", TypeWords.Of(part));
        return null;
    }

    private FunctionCall? BindMatch(Expression target, CallSyntax syntax)
    {
        if (!HasCount(syntax, 1, "a pattern"))
        {
            return null;
        }
        if (syntax.Arguments[0] is not LiteralSyntax { Kind: LiteralKind.Text } pattern)
        {
            binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Arguments[0].Range, "matches", "a pattern between quotes", "something else");
            return null;
        }
        if (PortablePattern.Parse(pattern.Value, out var fault, out var at) is null)
        {
            binder.Faults.Add(GenomeDiagnostics.InvalidPattern, pattern.RangeOf(at), (at + 1).ToString(CultureInfo.InvariantCulture), fault!);
            return null;
        }
        return new(ExpressionFunction.Matches, EquatableArray.Of(target, new Literal(ExpressionType.Text, pattern.Value)), ExpressionType.Bool, target.IsNullable);
    }

    private Expression? RefuseName(CallSyntax syntax, string owner, string[] known)
    {
        binder.Faults.Add(GenomeDiagnostics.UnknownFunction, syntax.NameRange, syntax.Name, owner + Suggestion.For(syntax.Name, known));
        return null;
    }

    private bool HasCount(CallSyntax syntax, int count, string expected)
    {
        if (syntax.Arguments.Count == count)
        {
            return true;
        }
        binder.Faults.Add(GenomeDiagnostics.ArgumentCount, syntax.NameRange, syntax.Name, expected, syntax.Arguments.Count.ToString(CultureInfo.InvariantCulture));
        return false;
    }
}
