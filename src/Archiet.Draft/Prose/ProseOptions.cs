namespace Archiet.Draft.Prose;

/// <summary>How a document is read.</summary>
public sealed record ProseOptions
{
    /// <summary>What is done unless something else is asked for.</summary>
    public static ProseOptions Default { get; } = new();

    /// <summary>Whether addresses of people are taken out as secrets are. They often belong to the requirements, so not unless asked for.</summary>
    public bool RedactEmails { get; init; }
}
