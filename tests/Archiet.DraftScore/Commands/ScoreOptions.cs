namespace Archiet.DraftScore.Commands;

/// <summary>What was written behind <c>score</c>.</summary>
/// <param name="File">A genome file to score, or null.</param>
/// <param name="Reference">The reference to score it against, or null.</param>
/// <param name="WithDetails">Whether to list what was left out and made up.</param>
internal sealed record ScoreOptions(string? File, string? Reference, bool WithDetails)
{
    /// <summary>Reads them, or null where they make no sense.</summary>
    public static ScoreOptions? Parse(string[] args)
    {
        var options = new ScoreOptions(null, null, false);
        for (var i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--details" => options with { WithDetails = true },
                "--reference" when i + 1 < args.Length => options with { Reference = args[++i] },
                [not '-', ..] when options.File is null => options with { File = args[i] },
                _ => null,
            };
            if (options is null)
            {
                return null;
            }
        }
        return options is { File: not null, Reference: not null } ? options : null;
    }
}
