using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Meaning;

/// <summary>
/// Finds entities of which no first row can be made, because required references lead from each back to itself. What can be made is taken away, beginning with
/// what needs nothing; what is left goes round in circles. In time linear in the references.
/// </summary>
internal sealed class RequiredCycles
{
    private readonly GenomePlaces places;
    private readonly List<SectionFinding> findings;
    private readonly Dictionary<string, List<(string Field, string Target)>> needs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> dependents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> unmet = new(StringComparer.Ordinal);

    private RequiredCycles(GenomePlaces places, List<SectionFinding> findings)
    {
        (this.places, this.findings) = (places, findings);
        foreach (var placed in places.Entities)
        {
            AddNeeds(placed.Entity);
        }
    }

    public static void Check(GenomePlaces places, List<SectionFinding> findings) => new RequiredCycles(places, findings).Check();

    private void Check()
    {
        foreach (var placed in places.Entities)
        {
            if (unmet.TryGetValue(placed.Entity.Name, out var count) && count == 0)
            {
                Take(placed.Entity.Name);
            }
        }
        foreach (var placed in places.Entities)
        {
            if (unmet.ContainsKey(placed.Entity.Name))
            {
                var cycle = FindCycle(placed.Entity.Name);
                Report(places.Find(cycle[0].Entity)!, cycle);
                Take(cycle[0].Entity);
            }
        }
    }

    private void AddNeeds(BoundEntity entity)
    {
        var needed = new List<(string Field, string Target)>();
        foreach (var field in entity.Fields)
        {
            // Tenants and members are made by provisioning, before anything else.
            if (field is { Required: true, IsServerSet: false, Type: { Kind: FieldKind.Reference, Name: { } target } }
                && places.Find(target) is { Entity.Role: EntityRole.Ordinary })
            {
                needed.Add((field.Name, target));
                if (!dependents.TryGetValue(target, out var known))
                {
                    dependents.Add(target, known = []);
                }
                known.Add(entity.Name);
            }
        }
        needs.Add(entity.Name, needed);
        unmet.Add(entity.Name, needed.Count);
    }

    /// <summary>Takes an entity away, and those that needed nothing else.</summary>
    private void Take(string makeable)
    {
        var pending = new Stack<string>();
        pending.Push(makeable);
        while (pending.Count > 0)
        {
            var entity = pending.Pop();
            if (!unmet.Remove(entity) || !dependents.TryGetValue(entity, out var waiting))
            {
                continue;
            }
            foreach (var dependent in waiting)
            {
                if (unmet.TryGetValue(dependent, out var count))
                {
                    unmet[dependent] = count - 1;
                    if (count == 1)
                    {
                        pending.Push(dependent);
                    }
                }
            }
        }
    }

    /// <summary>A way round: every entity that is left needs another that is left.</summary>
    private List<(string Entity, string Field, string Target)> FindCycle(string start)
    {
        var path = new List<(string Entity, string Field, string Target)>();
        var steps = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = start; ; at = path[path.Count - 1].Target)
        {
            if (steps.TryGetValue(at, out var step))
            {
                path.RemoveRange(0, step);
                return path;
            }
            var (field, target) = needs[at].Find(need => unmet.ContainsKey(need.Target));
            steps.Add(at, path.Count);
            path.Add((at, field, target));
        }
    }

    private void Report(PlacedEntity first, List<(string Entity, string Field, string Target)> cycle)
    {
        var way = string.Join(", ", cycle.Select(static step => $"'{step.Entity}.{step.Field}' needs '{step.Target}'"));
        findings.Add(GenomePlaces.Finding(GenomeDiagnostics.RequiredCycle, first.Section, first.PlaceOf(cycle[0].Field), null, first.Entity.Name, way));
    }
}
