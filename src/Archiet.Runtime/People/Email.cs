namespace Archiet;

/// <summary>An e-mail address as accounts are found by it.</summary>
internal static class Email
{
    private const int MaxLength = 254;

    /// <summary>The address without case and compatibility forms; null for what is no address.</summary>
    public static string? Key(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || at == address.Length - 1 || address.Length > MaxLength || address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)) || !address.IsNormalizable())
        {
            return null;
        }
        return address.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
    }

    /// <summary>Whether a text has no lone surrogate, which neither Unicode's normal forms nor PostgreSQL know.</summary>
    public static bool IsNormalizable(this string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                at++;
            }
            else if (char.IsSurrogate(text[at]))
            {
                return false;
            }
        }
        return true;
    }
}
