namespace Archiet.Analyzers.Secrets;

/// <summary>The form of one provider's tokens.</summary>
internal sealed class TokenFormat
{
    private readonly Func<string, bool>? checksum;
    private readonly Func<string, bool>? check;

    /// <param name="kind">What such a token is, in words.</param>
    /// <param name="shapes">Its shape, or several of which it has one.</param>
    /// <param name="checksum">The checksum that its provider builds into it.</param>
    /// <param name="check">What else tells such a token from a text of its shape; without it, and without a checksum, one is believed unless it looks made up.</param>
    public TokenFormat(string kind, string shapes, Func<string, bool>? checksum = null, Func<string, bool>? check = null)
    {
        Kind = kind;
        Shapes = [.. shapes.Split('|').Select(shape => new TokenShape(shape))];
        this.checksum = checksum;
        this.check = check;
    }

    /// <summary>What such a token is, in words.</summary>
    public string Kind { get; }

    /// <summary>The shapes that it can have.</summary>
    public IReadOnlyList<TokenShape> Shapes { get; }

    /// <summary>The characters that give it away; those of its first shape, where it has several.</summary>
    public string Mark => Shapes[0].Mark;

    /// <summary>Whether the form has a checksum, and so cannot be mistaken.</summary>
    public bool IsProven => checksum is not null;

    /// <summary>Whether a text of the right shape is a token that was issued.</summary>
    public bool IsReal(string text, TokenMatch match)
    {
        var token = text.Substring(match.Start, match.End - match.Start);
        return !Samples.IsPublished(token) && ((checksum ?? check)?.Invoke(token) ?? !Samples.LooksMadeUp(token, Math.Max(match.Secret - match.Start, MarkLength(token))));
    }

    private int MarkLength(string token) => token.StartsWith(Mark, StringComparison.Ordinal) ? Mark.Length : 0;
}
