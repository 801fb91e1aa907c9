using System.Globalization;
using Archiet.Draft.Passes;
using Archiet.Draft.Wire.Dialects;

namespace Archiet.Draft.Wire.Sending;

/// <summary>What the requests of a draft may cost together. A request that could exceed it is not sent.</summary>
internal sealed class TokenBudget(long most)
{
    /// <summary>English has about four bytes a token, other scripts less: a budget rather stops early.</summary>
    private const int BytesOfToken = 3;

    private long _spent;

    /// <summary>What was spent.</summary>
    public long Spent => Interlocked.Read(ref _spent);

    /// <summary>Refuses a request that could cost more than is left.</summary>
    /// <exception cref="DraftModelException">It could.</exception>
    public void Check(byte[] body, int answer, string passName)
    {
        var needed = Estimate(body.Length) + answer;
        if (Spent + needed > most)
        {
            var figures = string.Create(CultureInfo.InvariantCulture, $"may cost {needed} tokens, and {Spent} of the {most} that 'ArchietDraftMaxTokens' allows are spent");
            throw new DraftModelException(
                WireDiagnostics.OverBudget,
                $"A request of the pass '{passName}' {figures}: it was not sent. Raise the limit, or draft a shorter document; the answers so far are in the cache.");
        }
    }

    /// <summary>Counts what an answer cost: as the server says, or else by its size.</summary>
    public TokenUsage Spend(TokenUsage? said, byte[] body, string answer)
    {
        var usage = said ?? new TokenUsage(0, 0, 0);
        var cost = said is { Total: > 0 } ? said.Total : Estimate(body.Length) + Estimate(answer.Length);
        Interlocked.Add(ref _spent, cost);
        return usage;
    }

    private static long Estimate(long bytes) => (bytes + BytesOfToken - 1) / BytesOfToken;
}
