using System.Globalization;
using System.Text;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Spells names, literals and documentation as C#, whatever the genome holds.</summary>
internal static class CSharpText
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "record", "ref", "required", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string",
        "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile",
        "while", "field", "file", "scoped", "var", "where", "with", "partial", "nameof", "await",
    };

    private static readonly char[] Escaped = ['"', '\\'];
    private static readonly char[] Markup = ['&', '<', '>'];

    /// <summary>An identifier, with @ before a keyword.</summary>
    public static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>A namespace, each of its parts escaped.</summary>
    public static string Namespace(string name) => string.Join(".", name.Split('.').Select(Identifier));

    /// <summary>A regular string literal. As JSON writes a string, so does C#: what is escaped, and how, is the same.</summary>
    public static string Literal(string value) => JsonLiteral.Text(value);

    /// <summary>
    /// A literal for SQL: a raw one where there is something to escape and nothing that a raw one on one line cannot hold, so that it reads as SQL does. A quote at either end would
    /// need a blank beside it, which would be in the text.
    /// </summary>
    public static string Sql(string sql)
    {
        var isRaw = sql.IndexOfAny(Escaped) >= 0 && sql[0] != '"' && sql[sql.Length - 1] != '"'
            && sql.IndexOf("\"\"\"", StringComparison.Ordinal) < 0 && !sql.Any(JsonLiteral.NeedsEscape);
        return isRaw ? "\"\"\"" + sql + "\"\"\"" : Literal(sql);
    }

    /// <summary>A whole number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>XML text from prose; what XML cannot carry becomes a space.</summary>
    public static string Escape(string prose)
    {
        if (JsonLiteral.IsPlain(prose) && prose.IndexOfAny(Markup) < 0)
        {
            return prose;
        }
        var text = new StringBuilder(prose.Length);
        for (var at = 0; at < prose.Length; at++)
        {
            var c = prose[at];
            switch (c)
            {
                case '&': text.Append("&amp;"); break;
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '\n': text.Append('\n'); break;
                default:
                    if (char.IsHighSurrogate(c) && at + 1 < prose.Length && char.IsLowSurrogate(prose[at + 1]))
                    {
                        text.Append(c).Append(prose[++at]);
                    }
                    else
                    {
                        text.Append(JsonLiteral.NeedsEscape(c) ? ' ' : c);
                    }
                    break;
            }
        }
        return text.ToString();
    }
}
