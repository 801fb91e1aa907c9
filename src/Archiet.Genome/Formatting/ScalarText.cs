using System.Globalization;
using System.Text;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Formatting;

/// <summary>The quoting rules of <c>spec/canonical.md</c>.</summary>
internal static class ScalarText
{
    /// <summary>What begins a plain scalar only as a sign of its own.</summary>
    private const string Indicators = "-?:,[]{}#&*!|>'\"%@`=";

    /// <summary>A key: without quotes where it is a name.</summary>
    public static string Key(LayoutScalar key)
    {
        var isName = key.Text.Length > 0 && QuickFlowReader.EndOfName(key.Text, 0) == key.Text.Length && KindOf(key.Text) == ScalarKind.Text;
        return isName ? key.Text : Inline(key);
    }

    /// <summary>A scalar of the formatted file on one line: as it was written, with double quotes where single ones are not needed.</summary>
    public static string Inline(LayoutScalar scalar) => scalar switch
    {
        { Lines.Count: > 1 } or { Style: LayoutStyle.Block } => scalar.Style == LayoutStyle.Plain && scalar.Text.IndexOf('\n') < 0 ? scalar.Text : Quoted(scalar.Text),
        { Style: LayoutStyle.SingleQuoted } when scalar.Text.IndexOfAny(['"', '\\']) < 0 => "\"" + scalar.Text + "\"",
        _ => scalar.Lines[0],
    };

    /// <summary>A scalar of the canonical text: without quotes where it is read as the same then, with double quotes and escapes otherwise.</summary>
    public static string Canonical(LayoutScalar scalar)
    {
        var kind = scalar.Style == LayoutStyle.Plain ? KindOf(scalar.Text) : ScalarKind.Text;
        return kind switch
        {
            ScalarKind.Null => "null",
            ScalarKind.Bool => scalar.Text.ToLowerInvariant(),
            ScalarKind.Number => scalar.Text,
            _ => CanBePlain(scalar.Text) ? scalar.Text : Quoted(scalar.Text),
        };
    }

    /// <summary>A key of the canonical text.</summary>
    public static string CanonicalKey(LayoutScalar key) => CanBePlain(key.Text) ? key.Text : Quoted(key.Text);

    /// <summary>Whether a text in quotes is read as the same text without them, outside brackets.</summary>
    private static bool CanBePlain(string text) =>
        KindOf(text) == ScalarKind.Text
        && Indicators.IndexOf(text[0]) < 0
        && text[0] != ' '
        && text[text.Length - 1] is not (' ' or ':')
        && text is not "..."
        && text.IndexOf(": ", StringComparison.Ordinal) < 0
        && text.IndexOf(" #", StringComparison.Ordinal) < 0
        && !text.Any(NeedsEscape);

    /// <summary>What no genome may hold unless it is escaped.</summary>
    private static bool NeedsEscape(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF';

    private static ScalarKind KindOf(string text) => ScalarKinds.Of(new(text, default));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                _ when NeedsEscape(c) => quoted.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }
}
