using System.Text.RegularExpressions;

namespace Archiet.Analyzers.Secrets;

/// <summary>The form of one provider's tokens.</summary>
internal sealed class TokenFormat
{
    /// <summary>Never met: every pattern has a fixed greatest length. Long, because on a machine at its limits a short one would end an innocent match.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Regex pattern;
    private readonly Func<string, bool>? check;

    /// <param name="kind">What such a token is, in words.</param>
    /// <param name="mark">The characters that every such token starts with.</param>
    /// <param name="rest">What follows the mark, as a pattern that is linear in the text's length.</param>
    /// <param name="check">The checksum; without one a token is believed unless it looks like a sample.</param>
    public TokenFormat(string kind, string mark, string rest, Func<string, bool>? check = null)
    {
        Kind = kind;
        Mark = mark;
        this.check = check;
        pattern = new Regex(@"\G" + Regex.Escape(mark) + rest + "(?![0-9A-Za-z_])", RegexOptions.CultureInvariant, Patience);
    }

    /// <summary>What such a token is, in words.</summary>
    public string Kind { get; }

    /// <summary>The characters that every such token starts with.</summary>
    public string Mark { get; }

    /// <summary>Whether the form has a checksum, and so cannot be mistaken.</summary>
    public bool IsProven => check is not null;

    /// <summary>The length of the token that starts at a position; zero when none does.</summary>
    public int LengthAt(string text, int at)
    {
        var match = pattern.Match(text, at);
        return match.Success && !Samples.IsPublished(match.Value) && (check?.Invoke(match.Value) ?? !Samples.LooksMadeUp(match.Value, Mark.Length)) ? match.Length : 0;
    }
}
