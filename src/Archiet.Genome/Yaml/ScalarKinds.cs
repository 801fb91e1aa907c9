namespace Archiet.Genome.Yaml;

/// <summary>What a scalar is by the core schema of YAML 1.2.</summary>
internal enum ScalarKind
{
    Text,
    Null,
    Bool,
    Number,
}

/// <summary>The core schema of YAML 1.2: <c>yes</c>, <c>no</c>, <c>on</c>, dates and times are text.</summary>
internal static class ScalarKinds
{
    public static ScalarKind Of(YamlScalar scalar)
    {
        if (!scalar.IsPlain)
        {
            return ScalarKind.Text;
        }
        var text = scalar.Text;
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => ScalarKind.Null,
            "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarKind.Bool,
            _ => IsNumber(text) ? ScalarKind.Number : ScalarKind.Text,
        };
    }

    public static string Describe(YamlScalar scalar) => Of(scalar) switch
    {
        ScalarKind.Null => "nothing",
        ScalarKind.Bool => "a truth value",
        ScalarKind.Number => "a number",
        _ => "text",
    };

    /// <summary>Decimal, octal (0o7), hexadecimal (0xF) and floating numbers, and the named ones.</summary>
    private static bool IsNumber(string text)
    {
        if (text[0] is not (>= '0' and <= '9' or '+' or '-' or '.'))
        {
            return false;
        }
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            return IsAll(text, 2, text[1] == 'x' ? Uri.IsHexDigit : static c => c is >= '0' and <= '7');
        }
        var start = text[0] is '+' or '-' ? 1 : 0;
        var unsigned = text.Substring(start);
        return unsigned is ".inf" or ".Inf" or ".INF" || text is ".nan" or ".NaN" or ".NAN" || IsFloat(unsigned);
    }

    private static bool IsFloat(string text)
    {
        var i = Digits(text, 0);
        var digits = i;
        if (i < text.Length && text[i] == '.')
        {
            var end = Digits(text, i + 1);
            digits += end - i - 1;
            i = end;
        }
        if (digits > 0 && i < text.Length && text[i] is 'e' or 'E')
        {
            var exponent = i + 1 < text.Length && text[i + 1] is '+' or '-' ? i + 2 : i + 1;
            i = Digits(text, exponent);
            digits = i - exponent;
        }
        return digits > 0 && i == text.Length;
    }

    private static int Digits(string text, int start)
    {
        while (start < text.Length && text[start] is >= '0' and <= '9')
        {
            start++;
        }
        return start;
    }

    private static bool IsAll(string text, int start, Func<char, bool> test)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (!test(text[i]))
            {
                return false;
            }
        }
        return true;
    }
}
