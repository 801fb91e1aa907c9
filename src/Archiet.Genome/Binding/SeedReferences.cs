using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Binding;

/// <summary>Finds the rows that seed rows refer to, and the order in which all of them can be made.</summary>
internal sealed class SeedReferences(SectionFindings findings, SortedDictionary<string, List<SeedRow>> rows)
{
    private readonly Dictionary<(string Entity, string Key), SeedRow> byKey = [];
    private readonly Dictionary<SeedRow, int> waitsFor = [];
    private readonly Dictionary<SeedRow, List<SeedRow>> neededBy = [];

    /// <summary>Sets the rank of every row.</summary>
    public void Bind()
    {
        var all = rows.Values.SelectMany(static list => list).ToList();
        foreach (var row in all)
        {
            byKey.Add((row.Entity, row.Key.Text), row);
        }
        foreach (var row in all)
        {
            Resolve(row);
        }
        RankFrom(all.Where(row => waitsFor[row] == 0));
        RefuseCycles(all.Where(row => waitsFor[row] > 0));
    }

    private void Resolve(SeedRow row)
    {
        waitsFor[row] = 0;
        foreach (var (entity, key) in row.References)
        {
            if (!byKey.TryGetValue((entity, key.Text), out var target))
            {
                var known = rows.TryGetValue(entity, out var list) ? list.Select(static other => other.Key.Text) : [];
                findings[row.Section].Add(GenomeDiagnostics.UnknownSeedKey, key.Span, entity, key.Text, Suggestion.For(key.Text, known));
                continue;
            }
            waitsFor[row]++;
            if (!neededBy.TryGetValue(target, out var dependants))
            {
                neededBy.Add(target, dependants = []);
            }
            dependants.Add(row);
        }
    }

    private void RankFrom(IEnumerable<SeedRow> free)
    {
        var ready = new Queue<SeedRow>(free);
        while (ready.Count > 0)
        {
            var made = ready.Dequeue();
            foreach (var row in neededBy.TryGetValue(made, out var dependants) ? dependants : [])
            {
                row.Rank = Math.Max(row.Rank, made.Rank + 1);
                if (--waitsFor[row] == 0)
                {
                    ready.Enqueue(row);
                }
            }
        }
    }

    /// <summary>Rows that still wait are on a cycle, or behind one: each cycle is a finding at the first reference that is on it.</summary>
    private void RefuseCycles(IEnumerable<SeedRow> waiting)
    {
        var seen = new HashSet<SeedRow>();
        foreach (var start in waiting)
        {
            var walk = new HashSet<SeedRow>();
            var row = start;
            while (!seen.Contains(row) && walk.Add(row))
            {
                row = WaitingTarget(row).Target;
            }
            if (walk.Contains(row))
            {
                var word = WaitingTarget(row).Key;
                findings[row.Section].Add(GenomeDiagnostics.SeedCycle, word.Span, row.Key.Text, word.Text);
            }
            seen.UnionWith(walk);
        }
    }

    private (Word Key, SeedRow Target) WaitingTarget(SeedRow row)
    {
        foreach (var (entity, key) in row.References)
        {
            if (byKey.TryGetValue((entity, key.Text), out var target) && waitsFor[target] > 0)
            {
                return (key, target);
            }
        }
        throw new InvalidOperationException("A row that waits has a reference to a row that waits.");
    }
}
