using Archiet.Emit;

namespace Archiet.Sdk.Tasks.Traceability;

/// <summary>Finds the attribute <c>[Verifies("Order.fields.total")]</c> in the text of tests, and what it stands on. Nothing is compiled: a path is a literal text.</summary>
internal sealed class VerifiesReader
{
    private static readonly HashSet<string> TypeWords = new(StringComparer.Ordinal) { "class", "struct", "record", "interface" };

    /// <summary>What stands before the type that a method gives: brackets behind one of them are a tuple and no parameters.</summary>
    private static readonly HashSet<string> Modifiers = new(StringComparer.Ordinal)
    {
        "public", "private", "protected", "internal", "static", "async", "virtual", "override", "sealed", "abstract", "new", "unsafe", "partial", "extern", "ref", "readonly", "]",
    };

    private readonly IReadOnlyList<CSharpToken> _tokens;
    private readonly Stack<string?> _scopes = new();
    private readonly List<VerifyingTest> _tests = [];
    private string? _opening;
    private int _at;

    private VerifiesReader(IReadOnlyList<CSharpToken> tokens) => _tokens = tokens;

    /// <summary>The tests of a file, in its order.</summary>
    public static IReadOnlyList<VerifyingTest> Read(string code)
    {
        var reader = new VerifiesReader(CSharpTokens.Of(code));
        reader.Read();
        return reader._tests;
    }

    private void Read()
    {
        var paths = new List<string>();
        while (_at < _tokens.Count)
        {
            if (_tokens[_at].Is("["))
            {
                ReadAttributes(paths);
                continue;
            }
            if (paths.Count > 0)
            {
                var name = Target();
                _tests.AddRange(paths.Select(path => new VerifyingTest(name, path)));
                paths.Clear();
            }
            ReadScope();
            _at++;
        }
    }

    /// <summary>Reads what stands between brackets; whether it is attributes or an index, only one of them names <c>Verifies</c>.</summary>
    private void ReadAttributes(List<string> paths)
    {
        for (var depth = 0; _at < _tokens.Count; _at++)
        {
            depth += _tokens[_at].Is("[") ? 1 : _tokens[_at].Is("]") ? -1 : 0;
            if (depth == 0)
            {
                _at++;
                return;
            }
            if ((_tokens[_at].Is("Verifies") || _tokens[_at].Is("VerifiesAttribute")) && _at + 1 < _tokens.Count && _tokens[_at + 1].Is("("))
            {
                for (_at += 2; _at < _tokens.Count && !_tokens[_at].Is(")"); _at++)
                {
                    if (_tokens[_at].Kind == CSharpTokenKind.Text)
                    {
                        paths.Add(_tokens[_at].Text);
                    }
                }
            }
        }
    }

    private void ReadScope()
    {
        var token = _tokens[_at];
        if (token.Kind == CSharpTokenKind.Word && TypeWords.Contains(token.Text) && TypeName(_at) is { } type)
        {
            _opening = type;
        }
        else if (token.Is("{"))
        {
            _scopes.Push(_opening);
            _opening = null;
        }
        else if (token.Is("}"))
        {
            _scopes.TryPop(out _);
        }
        else if (token.Is(";"))
        {
            _opening = null;
        }
    }

    /// <summary>What the attributes before the current token stand on: a type, or the method whose parameters come first.</summary>
    private string Target()
    {
        var (word, angles, brackets) = ("", 0, 0);
        for (var at = _at; at < _tokens.Count; at++)
        {
            var token = _tokens[at];
            angles += token.Is("<") ? 1 : token.Is(">") ? -1 : 0;
            if (brackets > 0 || (token.Is("(") && at > 0 && Modifiers.Contains(_tokens[at - 1].Text)))
            {
                brackets += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            }
            else if (token.Kind == CSharpTokenKind.Word && angles == 0)
            {
                if (TypeWords.Contains(token.Text) && TypeName(at) is { } type)
                {
                    return Within(type);
                }
                word = token.Text;
            }
            else if (token.Is("(") && at > 0 && (_tokens[at - 1].Is(word) || _tokens[at - 1].Is(">")))
            {
                return Within(word);
            }
            else if (token.Is("{") || token.Is(";"))
            {
                break;
            }
        }
        return Within(word);
    }

    private string? TypeName(int at)
    {
        for (at++; at < _tokens.Count && _tokens[at].Kind == CSharpTokenKind.Word; at++)
        {
            if (!TypeWords.Contains(_tokens[at].Text))
            {
                return _tokens[at].Text;
            }
        }
        return null;
    }

    private string Within(string name) => string.Join('.', _scopes.Where(static scope => scope is not null).Reverse().Append(name)).Replace("@", "", StringComparison.Ordinal);
}
