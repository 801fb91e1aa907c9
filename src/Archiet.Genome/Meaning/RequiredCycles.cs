using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Meaning;

/// <summary>Finds entities of which no first row can be made, because required references lead from each back to itself.</summary>
internal static class RequiredCycles
{
    public static void Check(GenomePlaces places, List<SectionFinding> findings)
    {
        var needs = new SortedDictionary<string, List<(string Field, string Target)>>(StringComparer.Ordinal);
        foreach (var placed in places.Entities)
        {
            if (NeedsOf(placed.Entity, places) is { Count: > 0 } needed)
            {
                needs.Add(placed.Entity.Name, needed);
            }
        }
        while (true)
        {
            RemoveMakeable(needs);
            if (needs.Count == 0)
            {
                return;
            }
            var cycle = FindCycle(needs);
            Report(places.Find(cycle[0].Entity)!, cycle, findings);
            needs.Remove(cycle[0].Entity);
        }
    }

    private static List<(string Field, string Target)> NeedsOf(BoundEntity entity, GenomePlaces places)
    {
        var needed = new List<(string, string)>();
        foreach (var field in entity.Fields)
        {
            // Tenants and members are made by provisioning, before anything else.
            if (field is { Required: true, IsServerSet: false, Type: { Kind: FieldKind.Reference, Name: { } target } }
                && places.Find(target) is { Entity.Role: EntityRole.Ordinary })
            {
                needed.Add((field.Name, target));
            }
        }
        return needed;
    }

    /// <summary>Removes entities whose rows can be made, until none is left that can.</summary>
    private static void RemoveMakeable(SortedDictionary<string, List<(string Field, string Target)>> needs)
    {
        while (true)
        {
            var makeable = needs.Where(pair => pair.Value.TrueForAll(need => !needs.ContainsKey(need.Target))).Select(static pair => pair.Key).ToList();
            if (makeable.Count == 0)
            {
                return;
            }
            foreach (var entity in makeable)
            {
                needs.Remove(entity);
            }
        }
    }

    /// <summary>A way round: every entity that is left needs another that is left.</summary>
    private static List<(string Entity, string Field, string Target)> FindCycle(SortedDictionary<string, List<(string Field, string Target)>> needs)
    {
        var path = new List<(string Entity, string Field, string Target)>();
        var at = needs.First().Key;
        while (true)
        {
            var start = path.FindIndex(step => step.Entity == at);
            if (start >= 0)
            {
                path.RemoveRange(0, start);
                return path;
            }
            var (field, target) = needs[at].Find(need => needs.ContainsKey(need.Target));
            path.Add((at, field, target));
            at = target;
        }
    }

    private static void Report(PlacedEntity first, List<(string Entity, string Field, string Target)> cycle, List<SectionFinding> findings)
    {
        var way = string.Join(", ", cycle.Select(static step => $"'{step.Entity}.{step.Field}' needs '{step.Target}'"));
        findings.Add(GenomePlaces.Finding(GenomeDiagnostics.RequiredCycle, first.Section, first.PlaceOf(cycle[0].Field), null, first.Entity.Name, way));
    }
}
