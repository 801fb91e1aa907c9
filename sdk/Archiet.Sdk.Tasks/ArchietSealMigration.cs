using System.Text.RegularExpressions;
using Archiet.Model;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// Seals what the genome changes beyond the history: writes the migration's file and names it as the newest. The only part of the engine that reads a clock, and
/// nothing is written while the genome, the history or the change has an error.
/// </summary>
public sealed partial class ArchietSealMigration : MigrationTask
{
    /// <summary>The project's genome files.</summary>
    [Required]
    public ITaskItem[] Genomes { get; set; } = [];

    /// <summary>What the migration is called: lower-case letters, digits and underscores.</summary>
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override void Run()
    {
        if (!SealedName().IsMatch(Name))
        {
            Log.LogError(null, "ARC8006", null, null, Folder, 0, 0, 0, 0, "A migration has a name of lower-case letters, digits and underscores, and here is '{0}'; say -p:Name=...", Name);
            return;
        }
        var folder = MigrationFolder.Read(Folder);
        var project = ProjectSchema.Read(Genomes, Log);
        if (folder.Check(Log) is not { } history || project is null)
        {
            return;
        }
        var pending = PendingMigration.Of(history, project.Wish, folder.Steps);
        var evolution = SchemaEvolution.Of(history, project.Wish, pending);
        project.Report(evolution.Findings, Log);
        if (Log.HasLoggedErrors)
        {
            return;
        }
        if (pending is null)
        {
            Log.LogMessage(MessageImportance.High, "Nothing to seal: the genome says what '{0}' ends with.", Folder);
            return;
        }
        // An approval that approves nothing was told of, and has no place in the file.
        var idle = evolution.Findings.Select(static found => found.Key).ToHashSet(StringComparer.Ordinal);
        Seal(folder, history, pending, project.Wish.Approvals.Where(approval => !idle.Contains("approve:" + approval.Change)));
    }

    private void Seal(MigrationFolder folder, SchemaHistory history, PendingMigration pending, IEnumerable<SealedApproval> approvals)
    {
        var id = IdAfter(history.Newest?.Id, Name);
        var steps = pending.Steps.Select((step, at) => (File: step, Name: SealedStepName(id, at))).ToList();
        var text = SealedMigrationWriter.Write(
            id, history.Newest, pending.Delta, approvals, steps.Select(step => new SealedStep(step.Name, step.File.Hash)), pending.After);
        // The steps first and the head last: what is cut off in between is told at the next build.
        foreach (var (file, name) in steps)
        {
            folder.Write(name, file.Text, Cancellation);
        }
        folder.Write(id + HistoryFile.SealedEnding, text, Cancellation);
        folder.WriteHead(id, Cancellation);
        foreach (var (file, _) in steps)
        {
            File.Delete(file.Path);
        }
        Log.LogMessage(
            MessageImportance.High, "Sealed '{0}': {1} renamed, {2} lines gone, {3} lines new.", id, pending.Delta.Renames.Count, pending.Delta.Removed.Count(), pending.Delta.Added.Count());
    }

    /// <summary>The name of a file of the user's once it is sealed.</summary>
    internal static string SealedStepName(string id, int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}.{at + 1}.sql");

    [GeneratedRegex("^[a-z0-9][a-z0-9_]{0,39}$")]
    private static partial Regex SealedName();
}
