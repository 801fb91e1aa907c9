namespace Archiet.Analyzers.Secrets;

/// <summary>The secrets that are known by themselves, wherever a text stands.</summary>
internal static class SecretTexts
{
    /// <summary>The first secret in a text: a provider's token, a key, a password of a connection or a URL; or null.</summary>
    public static Secret? FindIn(string text) =>
        (text.Length >= TokenFormats.MinimumLength ? TokenFormats.FindIn(text) : null)
        ?? (KeyMaterial.MayHold(text) ? KeyMaterial.FindIn(text) : null)
        ?? (text.IndexOf('=') > 0 && text.IndexOf(';') > 0 ? ConnectionString.FindIn(text) : null)
        ?? (text.IndexOf("://", StringComparison.Ordinal) > 0 ? UrlPassword.FindIn(text) : null);

    /// <summary>Whether a text holds one of them.</summary>
    public static bool IsFoundAnywhere(string text) => FindIn(text) is not null;
}
