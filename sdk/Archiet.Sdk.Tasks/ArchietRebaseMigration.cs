using Archiet.Genome;
using Archiet.Model;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// Puts one of two lines of migrations that begin behind the same one behind the other: new ids, new predecessors, the same changes. The line moves that begins with
/// the later id, unless the project says which. Nothing is written unless all of it fits.
/// </summary>
public sealed class ArchietRebaseMigration : MigrationTask
{
    /// <summary>A migration of the line that moves; empty for the one that begins later.</summary>
    public string Migration { get; set; } = "";

    /// <inheritdoc/>
    protected override void Run()
    {
        var folder = MigrationFolder.Read(Folder);
        foreach (var found in folder.Sealed.SelectMany(static file => file.Findings))
        {
            Log.Report(found.ToDiagnostic());
        }
        if (Log.HasLoggedErrors)
        {
            return;
        }
        var fork = MigrationFork.Find(folder.Sealed);
        if (fork is null)
        {
            // Nothing forks; what else may be wrong is told, and the head is what the chain says.
            if (folder.Sealed.Count > 0 && folder.Head?.Text != folder.Sealed[^1].Id + "\n")
            {
                folder.WriteHead(folder.Sealed[^1].Id, Cancellation);
                Log.LogMessage(MessageImportance.High, "No two migrations follow the same one; 'head' names '{0}' now.", folder.Sealed[^1].Id);
            }
            folder.Check(Log);
            return;
        }
        if (fork.Lines.Count > 2)
        {
            Log.LogError(null, "ARC8007", null, null, Folder, 0, 0, 0, 0, "{0} migrations follow '{1}'; take one away, rebase, and go on with the next.", fork.Lines.Count, fork.After);
            return;
        }
        var moving = Migration.Length == 0 ? fork.Lines[1] : fork.Lines.FirstOrDefault(line => line.Any(file => file.Id == Migration));
        if (moving is null)
        {
            Log.LogError(null, "ARC8007", null, null, Folder, 0, 0, 0, 0, "No line of migrations behind '{0}' holds '{1}'; it is one of {2}.",
                fork.After, Migration, string.Join(" and ", fork.Lines.Select(static line => "'" + line[0].Id + "'")));
            return;
        }
        Move(folder, [.. fork.Trunk, .. fork.Lines.First(line => line != moving)], moving);
    }

    private void Move(MigrationFolder folder, IReadOnlyList<SealedMigration> standing, IReadOnlyList<SealedMigration> moving)
    {
        var stands = SchemaHistory.Of(standing, new HistoryFile(HistoryFile.Head, standing[^1].Id), folder.Steps);
        var (state, newest) = (stands.State, standing[^1]);
        var steps = folder.Steps.ToDictionary(static file => file.Name, StringComparer.Ordinal);
        var rewritten = new List<(SealedMigration File, SealedMigration Old, List<(HistoryFile From, string To)> Steps, string Text)>();
        foreach (var old in moving)
        {
            var id = IdAfter(newest.Id, old.Id[(IdTime.Length + 1)..]);
            try
            {
                state = old.Delta.Apply(state);
            }
            catch (FormatException misfit)
            {
                Log.LogError(null, "ARC8007", null, null, old.Path, 1, 1, 0, 0,
                    "The migration '{0}' does not fit behind '{1}': {2}; take its file away, and seal what the genome then still changes.", old.Id, newest.Id, misfit.Message);
                return;
            }
            var renamed = old.Steps.Select((step, at) => (From: steps[step.File], To: ArchietSealMigration.SealedStepName(id, at))).ToList();
            var text = SealedMigrationWriter.Write(id, newest, old.Delta, old.Approvals, renamed.Select(step => new SealedStep(step.To, step.From.Hash)), state);
            newest = SealedMigration.Read(Path.Combine(folder.Path, id + HistoryFile.SealedEnding), text);
            rewritten.Add((newest, old, renamed, text));
        }
        foreach (var (file, old, renamed, text) in rewritten)
        {
            foreach (var (from, to) in renamed)
            {
                folder.Write(to, from.Text, Cancellation);
            }
            folder.Write(Path.GetFileName(file.Path), text, Cancellation);
            File.Delete(old.Path);
            foreach (var (from, _) in renamed)
            {
                File.Delete(from.Path);
            }
            Log.LogMessage(MessageImportance.High, "'{0}' is '{1}' now.", old.Id, file.Id);
        }
        folder.WriteHead(newest.Id, Cancellation);
    }
}
