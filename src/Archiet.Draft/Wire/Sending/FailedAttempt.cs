using System.Net.Http.Headers;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Wire.Sending;

/// <summary>An attempt that failed, and whether another one may not.</summary>
/// <param name="Id">Its diagnostic.</param>
/// <param name="Cause">What happened, as the rest of a sentence whose subject is the server: <c>answered 503</c>.</param>
/// <param name="Remedy">What a person can do, as a sentence.</param>
internal sealed record FailedAttempt(string Id, string Cause, string Remedy)
{
    /// <summary>Whether to send the request again.</summary>
    public bool IsWorthAnother { get; init; }

    /// <summary>Whether it is the model that did not do as it was told: no reason to wait, and after a few times none to go on.</summary>
    public bool IsModels { get; init; }

    /// <summary>When the server wants to be asked again.</summary>
    public RetryConditionHeaderValue? After { get; init; }

    /// <summary>Whether a request of half the size may succeed.</summary>
    public bool IsTooLong { get; init; }

    /// <summary>What was caught.</summary>
    public Exception? Caught { get; init; }

    /// <summary>It as what the caller sees.</summary>
    /// <param name="host">Whom we asked.</param>
    /// <param name="passName">In which pass.</param>
    /// <param name="attempts">How often.</param>
    public DraftModelException ToException(string host, string passName, int attempts)
    {
        var times = attempts == 1 ? "" : FormattableString.Invariant($" (attempt {attempts})");
        return new(Id, $"'{host}' {Cause}{times}, in the pass '{passName}'. {Remedy}", Caught) { IsTooLong = IsTooLong };
    }
}
