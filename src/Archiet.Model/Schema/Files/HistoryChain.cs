using Archiet.Genome;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>
/// Puts sealed migrations in order, each behind the one that it names, and folds what they change. The hash of a schema is worked out at the end of the chain, and where a
/// successor names another text than its predecessor has: a text that is as it was sealed says the schema that it was sealed with.
/// </summary>
internal sealed class HistoryChain(IEnumerable<SealedMigration> files, HistoryFile? head, IEnumerable<HistoryFile> stepFiles)
{
    private readonly List<SealedMigration> all = [.. files.OrderBy(file => file.Id, StringComparer.Ordinal).ThenBy(file => file.Path, StringComparer.Ordinal)];
    private readonly Dictionary<string, HistoryFile> steps = stepFiles.GroupBy(file => file.Name, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    private readonly List<HistoryFinding> findings = [];
    private readonly List<HistoryLink> links = [];

    public SchemaHistory Read()
    {
        findings.AddRange(all.SelectMany(file => file.Findings));
        var known = Known();
        if (findings.Count == 0)
        {
            Places(known);
        }
        if (findings.Count == 0)
        {
            Fold();
            Head();
        }
        StraySteps();
        return new SchemaHistory(links.ToEquatableArray(), findings
            .OrderBy(found => found.Path, StringComparer.Ordinal).ThenBy(found => found.Line).ThenBy(found => found.Column).ToEquatableArray());
    }

    private Dictionary<string, SealedMigration> Known()
    {
        var known = new Dictionary<string, SealedMigration>(StringComparer.Ordinal);
        foreach (var file in all.Where(file => file.Id.Length > 0))
        {
            if (known.TryGetValue(file.Id, out var first))
            {
                Find(HistoryDiagnostics.TwoFiles, file, file.Lines.Id, file.Id.Length, file.Id, first.Path);
            }
            else
            {
                known.Add(file.Id, file);
            }
        }
        return known;
    }

    /// <summary>Whether each migration has a place of its own: behind one that is there, and is earlier, and has no other behind it.</summary>
    private void Places(Dictionary<string, SealedMigration> known)
    {
        var successors = new Dictionary<string, SealedMigration>(StringComparer.Ordinal);
        foreach (var file in all)
        {
            var after = file.After ?? "none";
            if (file.After is not null && !known.ContainsKey(file.After))
            {
                Find(HistoryDiagnostics.Gap, file, file.Lines.After, after.Length, file.Id, after);
            }
            else if (file.After is not null && string.CompareOrdinal(file.Id, file.After) <= 0)
            {
                Find(HistoryDiagnostics.NotLater, file, file.Lines.After, after.Length, file.Id, after);
            }
            else if (successors.TryGetValue(after, out var other))
            {
                Find(HistoryDiagnostics.Fork, file, file.Lines.After, after.Length, other.Id, file.Id, after);
            }
            else
            {
                successors.Add(after, file);
            }
        }
    }

    private void Fold()
    {
        var state = SchemaState.Empty;
        for (var at = 0; at < all.Count && findings.Count == 0; at++)
        {
            var file = all[at];
            if (at > 0 && file.AfterHash != all[at - 1].TextHash)
            {
                // The state of the predecessor is asked first: what was edited is told where it was.
                State(all[at - 1], state);
                Find(HistoryDiagnostics.OtherPredecessor, file, file.Lines.After, file.After!.Length, file.Id, file.After);
                return;
            }
            var after = Apply(file, state);
            links.Add(new HistoryLink(file, state, after, Steps(file).ToEquatableArray()));
            state = after;
        }
        if (findings.Count == 0 && all.Count > 0)
        {
            State(all[all.Count - 1], state);
        }
    }

    private void State(SealedMigration file, SchemaState state)
    {
        if (SchemaLines.Hash(state) != file.StateHash)
        {
            Find(HistoryDiagnostics.OtherState, file, file.Lines.State, SealedFormat.Hash.Length + file.StateHash.Length, file.Id);
        }
    }

    private SchemaState Apply(SealedMigration file, SchemaState before)
    {
        var renamed = SchemaRenames.Apply(before, file.Delta.Renames, out var unknown);
        foreach (var fault in unknown)
        {
            var at = IndexOf(file.Delta.Renames, fault.Rename);
            FindLine(HistoryDiagnostics.NotRenamed, file, file.Lines.Renames[at], RenameText.Of(fault.Rename).Length, file.Id, fault.Message);
        }
        var after = SchemaFold.Apply(renamed, file.Delta.Changes, out var faults);
        foreach (var fault in faults)
        {
            var (line, length) = (file.Lines.Changes[IndexOf(file.Delta.Changes, fault.Change)], fault.Change.Text.Length);
            if (fault.Kind == SchemaFaultKind.Homeless)
            {
                FindLine(HistoryDiagnostics.Homeless, file, line, length, fault.Message);
            }
            else
            {
                FindLine(fault.Kind == SchemaFaultKind.NotThere ? HistoryDiagnostics.NotThere : HistoryDiagnostics.AlreadyThere, file, line, length, file.Id, fault.Message);
            }
        }
        return after;
    }

    private IEnumerable<HistoryFile> Steps(SealedMigration file)
    {
        for (var at = 0; at < file.Steps.Count; at++)
        {
            var step = file.Steps[at];
            if (!steps.TryGetValue(step.File, out var found))
            {
                Find(HistoryDiagnostics.MissingStep, file, file.Lines.Steps[at], step.File.Length, step.File);
            }
            else if (found.Hash != step.Hash)
            {
                findings.Add(HistoryFinding.At(HistoryDiagnostics.OtherStep, found.Path, 1, 1, 0, step.File));
            }
            else
            {
                yield return found;
            }
        }
    }

    private void Head()
    {
        if (findings.Count > 0)
        {
            return;
        }
        var newest = all.Count == 0 ? null : all[all.Count - 1].Id;
        var named = head?.Text.TrimEnd('\n', '\r') ?? "";
        if (head is null && newest is not null)
        {
            Find(HistoryDiagnostics.NoHead, all[all.Count - 1], all[all.Count - 1].Lines.Id, newest.Length, newest);
        }
        else if (head is not null && named != (newest ?? ""))
        {
            var end = named.IndexOfAny(['\n', '\r']);
            findings.Add(HistoryFinding.At(
                HistoryDiagnostics.OtherHead, head.Path, 1, 1, end < 0 ? named.Length : end, newest is null ? "none" : "'" + newest + "'", end < 0 ? "'" + named + "'" : "more than one"));
        }
    }

    private void StraySteps()
    {
        var named = new HashSet<string>(all.SelectMany(file => file.Steps).Select(step => step.File), StringComparer.Ordinal);
        foreach (var stray in steps.Values.Where(file => !named.Contains(file.Name) && !file.IsPending))
        {
            findings.Add(HistoryFinding.At(HistoryDiagnostics.StrayStep, stray.Path, 1, 1, 0, stray.Name));
        }
    }

    private static int IndexOf<T>(EquatableArray<T> items, T item)
        where T : class, IEquatable<T>
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (ReferenceEquals(items[at], item))
            {
                return at;
            }
        }
        throw new ArgumentException("It is not among them.", nameof(item));
    }

    /// <summary>A finding about what stands behind the key of a header line.</summary>
    private void Find(GenomeDiagnosticDescriptor descriptor, SealedMigration file, int line, int length, params object[] arguments) =>
        findings.Add(HistoryFinding.At(descriptor, file.Path, line, SealedFormat.KeyWidth + 1, length, arguments));

    private void FindLine(GenomeDiagnosticDescriptor descriptor, SealedMigration file, int line, int length, params object[] arguments) =>
        findings.Add(HistoryFinding.At(descriptor, file.Path, line, 1, length, arguments));
}
