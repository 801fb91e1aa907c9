using System.Text;

namespace Archiet.Analyzers.Secrets;

/// <summary>Keys that need no provider to be known: PEM, PKCS#12, signed tokens, OpenSSH, age and PuTTY.</summary>
internal static class KeyMaterial
{
    private const string Begin = "-----BEGIN ";
    private const string PrivateLabel = "PRIVATE KEY";
    private const string Age = "AGE-SECRET-KEY-1";
    private const string AgeAlphabet = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L";
    private const int AgeLength = 58;
    private const string Putty = "PuTTY-User-Key-File-";
    private const int ShortestBody = 40;
    private const int LongestLabel = 54;
    private const int LongestBody = 16_384;
    private const int ShortestBundle = 400;

    private static readonly bool[] Base64 = CharClass.Named('b');

    /// <summary>Whether a text might hold a key; asked of every text, so it must be quick.</summary>
    public static bool MayHold(string text) => text.Length >= ShortestBody
        && (text.IndexOf(Begin, StringComparison.Ordinal) >= 0
            || text.IndexOf("eyJ", StringComparison.Ordinal) >= 0
            || text.IndexOf("IBAzCC", StringComparison.Ordinal) >= 0
            || text.IndexOf(Age, StringComparison.Ordinal) >= 0
            || text.IndexOf(Putty, StringComparison.Ordinal) >= 0);

    /// <summary>The first key in a text, or null.</summary>
    public static Secret? FindIn(string text) => FindPem(text) ?? Jwt.FindIn(text) ?? FindBundle(text) ?? FindAge(text) ?? FindPutty(text);

    private static Secret? FindPem(string text)
    {
        for (var begin = text.IndexOf(Begin, StringComparison.Ordinal); begin >= 0; begin = text.IndexOf(Begin, begin + 1, StringComparison.Ordinal))
        {
            var close = text.IndexOf("-----", begin + Begin.Length, Math.Min(LongestLabel, text.Length - begin - Begin.Length), StringComparison.Ordinal);
            if (close < 0 || text.IndexOf(PrivateLabel, begin, close - begin, StringComparison.Ordinal) < 0)
            {
                continue;
            }
            // A key ends before the next one begins: of many in one text each part is read once.
            var farthest = Math.Min(text.Length, close + LongestBody);
            farthest = text.IndexOf(Begin, close, farthest - close, StringComparison.Ordinal) is >= 0 and var next ? next : farthest;
            var end = text.IndexOf("-----END", close, farthest - close, StringComparison.Ordinal);
            end = end < 0 ? farthest : end;
            var body = BodyOf(text, close + 5, end);
            if (body.Length >= ShortestBody && !Samples.LooksMadeUp(body, 0) && !Samples.IsPublished(body))
            {
                var label = text.Substring(begin + Begin.Length, close - begin - Begin.Length);
                var kind = text.IndexOf("x509", StringComparison.Ordinal) >= 0 && text.IndexOf("private_key", StringComparison.Ordinal) >= 0 ? "key of a Google service account" : $"PEM, {label}";
                return new Secret(begin, end - begin, kind);
            }
        }
        return null;
    }

    /// <summary>The base64 between the labels, without line ends, escapes of line ends, and the headers that old keys have.</summary>
    private static string BodyOf(string text, int start, int end)
    {
        var body = new StringBuilder();
        foreach (var line in text.Substring(start, end - start).Replace("\\r", "").Replace("\\n", "\n").Split('\n'))
        {
            var trimmed = line.Trim(' ', '\t', '\r', '"', '\'', '+', ',', '\\');
            if (trimmed.IndexOf(": ", StringComparison.Ordinal) < 0 && trimmed.TrimEnd('=').All(Base64.Has))
            {
                body.Append(trimmed);
            }
        }
        return body.ToString();
    }

    /// <summary>PKCS#12: a sequence, the number 3, a sequence, as the first nine bytes say.</summary>
    private static Secret? FindBundle(string text)
    {
        for (var mark = text.IndexOf("IBAzCC", StringComparison.Ordinal); mark >= 0; mark = text.IndexOf("IBAzCC", mark + 1, StringComparison.Ordinal))
        {
            var start = mark - 6;
            if (start >= 0 && string.CompareOrdinal(text, start, "MII", 0, 3) == 0 && (start == 0 || !Base64.Has(text[start - 1])))
            {
                var end = start;
                while (end < text.Length && (Base64.Has(text[end]) || text[end] is '=' or '\n' or '\r'))
                {
                    end++;
                }
                if (end - start >= ShortestBundle)
                {
                    return new Secret(start, end - start, "PKCS#12 with a private key");
                }
            }
        }
        return null;
    }

    private static Secret? FindAge(string text)
    {
        var start = text.IndexOf(Age, StringComparison.Ordinal);
        var from = start + Age.Length;
        return start >= 0 && from + AgeLength <= text.Length && text.Substring(from, AgeLength) is var drawn && drawn.All(letter => AgeAlphabet.IndexOf(letter) >= 0) && !Samples.LooksMadeUp(drawn, 0)
            ? new Secret(start, Age.Length + AgeLength, "age secret key")
            : null;
    }

    private static Secret? FindPutty(string text)
    {
        var start = text.IndexOf(Putty, StringComparison.Ordinal);
        var lines = start < 0 ? -1 : text.IndexOf("Private-Lines:", start, StringComparison.Ordinal);
        return lines >= 0 && BodyOf(text, lines, text.Length).Length >= ShortestBody ? new Secret(start, text.Length - start, "PuTTY private key") : null;
    }
}
