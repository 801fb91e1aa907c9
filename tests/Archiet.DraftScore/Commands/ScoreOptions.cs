using System.Globalization;

namespace Archiet.DraftScore.Commands;

/// <summary>What was written behind a command.</summary>
internal sealed record ScoreOptions
{
    /// <summary>A genome file to score, or null: the documents are drafted.</summary>
    public string? File { get; private init; }

    /// <summary>The reference to score a file against, or the only one whose document is drafted; null for all.</summary>
    public string? Reference { get; private init; }

    /// <summary>The folder of the documents, or null for the usual one.</summary>
    public string? Documents { get; private init; }

    /// <summary>Who drafts.</summary>
    public string Drafter { get; private init; } = "rules";

    /// <summary>Where to write the drafts that were made, or null.</summary>
    public string? Output { get; private init; }

    /// <summary>Whether to list what was left out and made up.</summary>
    public bool WithDetails { get; private init; }

    /// <summary>The F1 of entities, over all documents, below which the command fails.</summary>
    public double Floor { get; private init; }

    /// <summary>Reads them, or null where they make no sense.</summary>
    public static ScoreOptions? Parse(string[] args)
    {
        var options = new ScoreOptions();
        for (var i = 0; i < args.Length; i++)
        {
            var next = i + 1 < args.Length ? args[i + 1] : null;
            (var read, i) = (args[i], next) switch
            {
                ("--details", _) => (options with { WithDetails = true }, i),
                ("--reference" or "--document", { } name) => (options with { Reference = name }, i + 1),
                ("--documents", { } folder) => (options with { Documents = folder }, i + 1),
                ("--drafter", { } drafter) => (options with { Drafter = drafter }, i + 1),
                ("--output", { } folder) => (options with { Output = folder }, i + 1),
                ("--floor", { } floor) when double.TryParse(floor, NumberStyles.Float, CultureInfo.InvariantCulture, out var least) => (options with { Floor = least }, i + 1),
                ([not '-', ..], _) when options.File is null => (options with { File = args[i] }, i),
                _ => (null, i),
            };
            if (read is null)
            {
                return null;
            }
            options = read;
        }
        return options.File is null || options.Reference is not null ? options : null;
    }
}
