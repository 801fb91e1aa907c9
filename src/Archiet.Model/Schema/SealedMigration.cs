using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A reason that the author gave for a change that needs one.</summary>
/// <param name="Change">The change, as in <c>drop Patient.fax</c>.</param>
/// <param name="Reason">Why.</param>
public sealed record SealedApproval(string Change, string Reason);

/// <summary>A file of the user's that a migration runs.</summary>
/// <param name="File">Its name in the folder of migrations.</param>
/// <param name="Hash">SHA-256 of its text in lower-case hex.</param>
public sealed record SealedStep(string File, string Hash);

/// <summary>A sealed migration as its file says it. A line that cannot be read is among the findings, and nothing of it is here.</summary>
/// <param name="Path">The file.</param>
/// <param name="Id">Its id: 14 digits, an underscore and a name.</param>
/// <param name="After">The id of its predecessor; null for the first.</param>
/// <param name="AfterHash">The hash of its predecessor's text; empty for the first.</param>
/// <param name="StateHash">The hash of the schema after it.</param>
/// <param name="Approvals">Reasons, in the file's order.</param>
/// <param name="Delta">What it changes.</param>
/// <param name="Steps">Files of the user's, in the order in which they run.</param>
/// <param name="TextHash">The hash of its own text.</param>
public sealed record SealedMigration(
    string Path, string Id, string? After, string AfterHash, string StateHash, EquatableArray<SealedApproval> Approvals, SchemaDelta Delta,
    EquatableArray<SealedStep> Steps, string TextHash)
{
    /// <summary>What in the file cannot be read.</summary>
    public EquatableArray<HistoryFinding> Findings { get; init; }

    /// <summary>The hash of what it does: that of a <see cref="MigrationPlan"/>.</summary>
    public string ContentHash => Delta.Hash(Steps.Select(step => step.Hash));

    /// <summary>Where the lines of the file are.</summary>
    internal SealedLines Lines { get; init; } = SealedLines.None;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="text">What is in it.</param>
    public static SealedMigration Read(string path, string text) => new SealedMigrationReader(path, text).Read();
}

/// <summary>The numbers of a file's lines, counted from 1; 0 for a line that is not there.</summary>
internal sealed record SealedLines(int Id, int After, int State, EquatableArray<int> Renames, EquatableArray<int> Changes, EquatableArray<int> Steps)
{
    public static SealedLines None { get; } = new(0, 0, 0, default, default, default);
}
