namespace Archiet.Draft.Server;

/// <summary>What a server holds its requests to.</summary>
public sealed record ServerRules
{
    /// <summary>The key that each request must carry in its header, and nowhere else; nothing: it carries none.</summary>
    public string Key { get; init; } = "";

    /// <summary>Texts that must be nowhere in a request.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether a temperature or a seed may be sent.</summary>
    public bool TakesSampling { get; init; }

    /// <summary>Whether the prompt is the drafter's, with marked lines; an official client's test sends anything.</summary>
    public bool HasMaterial { get; init; } = true;
}
