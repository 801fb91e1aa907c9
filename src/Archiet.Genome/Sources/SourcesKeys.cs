using Archiet.Genome.Language;

namespace Archiet.Genome.Sources;

/// <summary>Every mapping of a sources file, with its keys.</summary>
internal static class SourcesKeys
{
    /// <summary>The top level.</summary>
    public static KeyTable File { get; } = new(
        "a sources file",
        [
            new("sources", true), new("document", true), new("sha256", true), new("sentences", true), new("elements"), new("dismissed"), new("screens"), new("compliance"),
        ]);

    /// <summary>A sentence.</summary>
    public static KeyTable Sentence { get; } = new("a sentence", [new("line", true), new("hash", true), new("text", true)]);

    /// <summary>A screen.</summary>
    public static KeyTable Screen { get; } = new("a screen", [new("entity"), new("kind"), new("sentences")]);

    /// <summary>A regime.</summary>
    public static KeyTable Regime { get; } = new("a regime", [new("description"), new("sentences")]);
}
