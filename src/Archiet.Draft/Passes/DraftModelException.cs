namespace Archiet.Draft.Passes;

/// <summary>A request that has no answer. Its message says the cause and the remedy, and never a secret or the prose.</summary>
public sealed class DraftModelException : Exception
{
    /// <summary>A failure with its diagnostic.</summary>
    /// <param name="id">The diagnostic: <c>ARC6xxx</c>.</param>
    /// <param name="message">The cause and the remedy.</param>
    /// <param name="cause">What was caught.</param>
    public DraftModelException(string id, string message, Exception? cause = null)
        : base(message, cause) => Id = id;

    /// <summary>The diagnostic: <c>ARC6xxx</c>.</summary>
    public string Id { get; }

    /// <summary>Whether a request of half the size may succeed: the answer was cut at its length.</summary>
    public bool IsTooLong { get; init; }
}
