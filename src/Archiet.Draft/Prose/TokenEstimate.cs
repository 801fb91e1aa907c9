using System.Text;

namespace Archiet.Draft.Prose;

/// <summary>
/// How many tokens a text takes at most. Tokenizers differ by model, and none is loaded here: a third of the bytes in UTF-8 is above what they need for prose (English takes
/// a quarter, code and tables up to a third, other scripts at most one token for three bytes), so that a chunk within its budget is within the model's.
/// </summary>
public static class TokenEstimate
{
    /// <summary>What a sentence takes beside its text: its id, its kind, and marks around it.</summary>
    private const int Frame = 12;

    private const int BytesPerToken = 3;

    /// <summary>Of a text.</summary>
    public static int Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (Encoding.UTF8.GetByteCount(text) + BytesPerToken - 1) / BytesPerToken;
    }

    /// <summary>Of a sentence as a request carries it.</summary>
    public static int Of(Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(sentence);
        return Of(sentence.Text) + Frame;
    }
}
