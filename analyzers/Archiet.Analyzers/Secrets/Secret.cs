using System.Globalization;

namespace Archiet.Analyzers.Secrets;

/// <summary>A secret in a text: where it stands and what it is. What may be shown of it is <see cref="Redacted"/>.</summary>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Kind">What it is, in words that give nothing of it away.</param>
internal sealed record Secret(int Start, int Length, string Kind)
{
    /// <summary>What a message may show: two characters, by which its owner knows it again, and how long it is.</summary>
    /// <param name="text">The text that the secret was found in.</param>
    public string Redacted(string text) =>
        string.Format(CultureInfo.InvariantCulture, "{0}… ({1} characters)", text.Substring(Start, Math.Min(2, Length)), Length);
}
