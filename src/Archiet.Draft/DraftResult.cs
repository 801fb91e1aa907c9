using Archiet.Draft.Questions;

namespace Archiet.Draft;

/// <summary>What drafting gave.</summary>
/// <param name="Files">The files to write, in the order of writing: the genome is the last. None where there is an error.</param>
/// <param name="Findings">What the person who asked for the draft has to know.</param>
public sealed record DraftResult(EquatableArray<DraftFile> Files, EquatableArray<DraftFinding> Findings)
{
    /// <summary>The questions of the draft in their order, answered ones among them.</summary>
    public EquatableArray<DraftQuestion> Questions { get; init; }

    /// <summary>What was asked of the model, in the order of asking.</summary>
    public EquatableArray<PassRecord> Passes { get; init; }

    /// <summary>Whether there is a draft to write.</summary>
    public bool IsDrafted => !Findings.Any(static finding => finding.IsError);
}

/// <summary>A file of a draft.</summary>
/// <param name="Name">Its name without a folder.</param>
/// <param name="Text">Its text, with <c>\n</c> for line breaks.</param>
public sealed record DraftFile(string Name, string Text);

/// <summary>Something that went wrong, or that is to be known.</summary>
/// <param name="Id">The diagnostic: <c>ARC6xxx</c>.</param>
/// <param name="IsError">Whether nothing is written for it; else it is a warning.</param>
/// <param name="Message">What is wrong, and the remedy.</param>
/// <param name="File">The file that it is about, without a folder; nothing where it is about none.</param>
/// <param name="Line">Its one-based line, or zero.</param>
public sealed record DraftFinding(string Id, bool IsError, string Message, string File = "", int Line = 0);
