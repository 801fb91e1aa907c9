using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Writes JSON values: text with its quotes, and the canonical text of a field as its kind has it in JSON.</summary>
public static class JsonLiteral
{
    /// <summary>
    /// A JSON string, and a C# literal of the same text as well. What is not ASCII stays readable; controls, line separators, noncharacters and lone
    /// surrogates are escaped.
    /// </summary>
    public static string Text(string value) => IsPlain(value) ? "\"" + value + "\"" : Append(new StringBuilder(value.Length + 2), value).ToString();

    /// <summary>Writes what <see cref="Text"/> gives behind a text.</summary>
    public static StringBuilder Append(StringBuilder text, string value)
    {
        text.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            var end = EndOfPlain(value, at);
            text.Append(value, at, end - at);
            at = end;
            if (at < value.Length)
            {
                at += AppendSpecial(text, value, at);
            }
        }
        return text.Append('"');
    }

    /// <summary>
    /// Whether a text stands between quotes as it is, in JSON and in C#: printable ASCII without quotes and backslashes, as nearly every text of a genome is.
    /// </summary>
    public static bool IsPlain(string value) => EndOfPlain(value, 0) == value.Length;

    /// <summary>The value of a field given in canonical text: a JSON number, boolean, document or string.</summary>
    public static string Of(FieldKind kind, string canonical) => kind switch
    {
        FieldKind.Bool or FieldKind.Int or FieldKind.Long or FieldKind.Decimal => canonical,
        FieldKind.Json => Document(canonical),
        _ => Text(canonical),
    };

    /// <summary>A JSON document as emitted text takes it: what stands in no text as it is, which JSON has within strings only, is escaped.</summary>
    public static string Document(string json)
    {
        StringBuilder? escaped = null;
        for (var at = 0; at < json.Length; at++)
        {
            if (NeedsEscape(json[at]) && !char.IsSurrogate(json[at]))
            {
                AppendOne(escaped ??= new StringBuilder(json, 0, at, json.Length + 16), json[at]);
            }
            else
            {
                escaped?.Append(json[at]);
            }
        }
        return escaped?.ToString() ?? json;
    }

    /// <summary>Whether a character, other than half of a pair, stands in no text as it is: neither in JSON, nor in C#, nor in XML.</summary>
    public static bool NeedsEscape(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    /// <summary>The end of what stands between quotes as it is. The loop runs over all that is emitted.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    private static int EndOfPlain(string value, int start)
    {
        var end = start;
        while (end < value.Length && value[end] is >= ' ' and <= '~' and not ('"' or '\\'))
        {
            end++;
        }
        return end;
    }

    /// <summary>Writes a character that does not stand there as it is; the answer is how many more it took than one.</summary>
    private static int AppendSpecial(StringBuilder text, string value, int at)
    {
        var c = value[at];
        if (char.IsHighSurrogate(c) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]))
        {
            text.Append(c).Append(value[at + 1]);
            return 1;
        }
        switch (c)
        {
            case '"': text.Append("\\\""); break;
            case '\\': text.Append("\\\\"); break;
            case '\n': text.Append("\\n"); break;
            case '\r': text.Append("\\r"); break;
            case '\t': text.Append("\\t"); break;
            default: AppendOne(text, c); break;
        }
        return 0;
    }

    private static void AppendOne(StringBuilder text, char c)
    {
        if (NeedsEscape(c))
        {
            text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        else
        {
            text.Append(c);
        }
    }
}
