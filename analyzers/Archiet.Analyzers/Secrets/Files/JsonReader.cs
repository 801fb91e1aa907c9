using System.Globalization;
using System.Text;

namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// Reads JSON as people write it: comments, trailing commas, a byte order mark, single quotes and names without quotes are no mistake, and after a mistake it goes on.
/// </summary>
internal static class JsonReader
{
    private static readonly char[] EndsOfWord = ['{', '}', '[', ']', ',', ':', '"', '\'', '/', ' ', '\t', '\r', '\n'];

    /// <summary>Reads a file.</summary>
    public static void Read(string text, IValueSink sink)
    {
        var key = new KeyPath();
        for (var at = 0; at < text.Length;)
        {
            at = text[at] switch
            {
                '{' => Open(key, at),
                '[' => OpenList(key, at),
                '}' or ']' => Close(key, at),
                ',' => Next(key, at),
                '"' or '\'' => ReadString(text, at, key, sink),
                '/' => SkipComment(text, at),
                ':' or ' ' or '\t' or '\r' or '\n' or '\uFEFF' => at + 1,
                _ => ReadWord(text, at, key, sink),
            };
        }
    }

    private static int Open(KeyPath key, int at)
    {
        key.Open();
        return at + 1;
    }

    private static int OpenList(KeyPath key, int at)
    {
        key.OpenList();
        return at + 1;
    }

    private static int Close(KeyPath key, int at)
    {
        key.Close();
        return at + 1;
    }

    private static int Next(KeyPath key, int at)
    {
        key.Next();
        return at + 1;
    }

    private static int ReadString(string text, int at, KeyPath key, IValueSink sink)
    {
        var end = EndOfString(text, at, out var escaped);
        var start = at + 1;
        var value = escaped ? Decode(text, start, end) : new TextPart(text, start, end - start);
        Give(text, end + 1, key, sink, value, start, end - start);
        return end + 1;
    }

    private static int ReadWord(string text, int at, KeyPath key, IValueSink sink)
    {
        var end = text.IndexOfAny(EndsOfWord, at + 1);
        end = end < 0 ? text.Length : end;
        Give(text, end, key, sink, new(text, at, end - at), at, end - at);
        return end;
    }

    /// <summary>What stands before a colon is a name, everywhere but in a list.</summary>
    private static void Give(string text, int after, KeyPath key, IValueSink sink, TextPart value, int start, int length)
    {
        if (!key.IsInList && IsBeforeColon(text, after))
        {
            key.Name(value);
        }
        else
        {
            Assignment.Give(key, value, start, length, sink);
            key.Read(value);
        }
    }

    private static bool IsBeforeColon(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }
        return at < text.Length && text[at] == ':';
    }

    /// <summary>The closing quote; the end of the line where there is none, so that a mistake ends there.</summary>
    private static int EndOfString(string text, int at, out bool escaped)
    {
        var quote = text[at];
        escaped = false;
        for (at++; at < text.Length && text[at] != quote && text[at] != '\n'; at++)
        {
            if (text[at] == '\\')
            {
                escaped = true;
                at++;
            }
        }
        return Math.Min(at, text.Length);
    }

    private static int SkipComment(string text, int at)
    {
        if (at + 1 < text.Length && text[at + 1] == '*')
        {
            var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? text.Length : end + 2;
        }
        if (at + 1 < text.Length && text[at + 1] == '/')
        {
            var end = text.IndexOf('\n', at);
            return end < 0 ? text.Length : end + 1;
        }
        return at + 1;
    }

    /// <summary>Resolves the escapes of JSON, YAML and JavaScript between two positions; what is no escape stays.</summary>
    public static string Decode(string text, int start, int end)
    {
        var decoded = new StringBuilder(end - start);
        for (var at = start; at < end; at++)
        {
            if (text[at] != '\\' || at + 1 >= end)
            {
                decoded.Append(text[at]);
                continue;
            }
            at++;
            var digits = text[at] switch { 'u' => 4, 'x' => 2, _ => 0 };
            if (digits > 0 && at + digits < end
                && int.TryParse(text.Substring(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                at += digits;
            }
            else
            {
                decoded.Append(text[at] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', '0' => '\0', var other => other });
            }
        }
        return decoded.ToString();
    }
}
