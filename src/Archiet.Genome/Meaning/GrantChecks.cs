using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Meaning;

/// <summary>Holds grants against each other: one that another covers, one that a reference goes around, one that cannot do what it allows.</summary>
internal sealed class GrantChecks(GrantTable grants, GenomePlaces places, List<SectionFinding> findings)
{
    public void Check()
    {
        foreach (var ofEntity in grants.ByEntity)
        {
            foreach (var grant in ofEntity)
            {
                CheckShadow(grant, ofEntity);
                CheckRequired(grant, ofEntity);
                CheckLeak(grant);
                CheckCondition(grant);
            }
        }
    }

    private void CheckCondition(PlacedGrant grant)
    {
        if (grant is { Grant.Where: { } where, Syntax.Where: { } word } && places.Find(grant.Grant.Entity) is { } placed
            && new Conditions(new RowDomains(placed.Entity, places.Vocabulary).Of).WhereTrue(where.Tree).Count == 0)
        {
            findings.Add(GenomePlaces.Finding(GenomeDiagnostics.ConditionNeverHolds, grant.Section, word.Span, null, grant.Capability.Name));
        }
    }

    private void CheckShadow(PlacedGrant grant, List<PlacedGrant> ofEntity)
    {
        PlacedGrant? first = null;
        foreach (var role in grant.Capability.Roles)
        {
            if (FindCover(grant, role, ofEntity) is not { } cover)
            {
                return;
            }
            first ??= cover;
        }
        if (first is not null)
        {
            findings.Add(GenomePlaces.Finding(
                GenomeDiagnostics.GrantShadowed, grant.Section, grant.Syntax.Entity.Span, new(first.Section, first.Syntax.Entity.Span), grant.Capability.Name,
                grant.Grant.Entity));
        }
    }

    /// <summary>A grant that gives a role all that another does; of two that allow the same, the later one is covered.</summary>
    private static PlacedGrant? FindCover(PlacedGrant grant, string role, List<PlacedGrant> ofEntity)
    {
        var isBefore = true;
        foreach (var other in ofEntity)
        {
            if (ReferenceEquals(other, grant))
            {
                isBefore = false;
            }
            else if (other.Capability.Roles.Contains(role) && Covers(other.Grant, grant.Grant) && (isBefore || !Covers(grant.Grant, other.Grant)))
            {
                return other;
            }
        }
        return null;
    }

    private static bool Covers(BoundGrant wide, BoundGrant narrow) =>
        (narrow.Operations & ~wide.Operations) == 0
        && narrow.Transitions.All(wide.Transitions.Contains)
        && (wide.Where is null || wide.Where.Equals(narrow.Where))
        && (wide.Fields is null || (narrow.Fields is { } fields && fields.See.All(wide.Fields.See.Contains) && fields.Set.All(wide.Fields.Set.Contains)));

    private void CheckRequired(PlacedGrant grant, List<PlacedGrant> ofEntity)
    {
        if ((grant.Grant.Operations & Operations.Create) == 0 || grant.Grant.Fields is null || places.Find(grant.Grant.Entity) is not { } placed)
        {
            return;
        }
        foreach (var role in grant.Capability.Roles)
        {
            var creating = ofEntity.FindAll(other => (other.Grant.Operations & Operations.Create) != 0 && other.Capability.Roles.Contains(role));
            var lacking = placed.Entity.Fields.FirstOrDefault(field =>
                field is { Required: true, Default: null, Computed: null, IsServerSet: false } && field.Name != placed.Entity.Lifecycle?.Field
                && !creating.Exists(other => other.Sets(field.Name)));
            if (lacking is not null)
            {
                findings.Add(GenomePlaces.Finding(
                    GenomeDiagnostics.CreateWithoutRequired, grant.Section, grant.Syntax.Fields!.Place.Span, null, role, grant.Grant.Entity, lacking.Name));
                return;
            }
        }
    }

    /// <summary>
    /// A role that sees some rows of an entity, and every row of another that refers to it, learns which rows there are. The rows of the tenant and of members are
    /// no secret, and what a role may not read at all it knows by its id only where its work needs that.
    /// </summary>
    private void CheckLeak(PlacedGrant grant)
    {
        var entity = grant.Grant.Entity;
        if (grant is not { Reads: true, Syntax.Where: { } word } || places.Find(entity) is not { Entity.Role: EntityRole.Ordinary })
        {
            return;
        }
        foreach (var role in grant.Capability.Roles)
        {
            if (ReadsAll(role, entity))
            {
                continue;
            }
            foreach (var (from, field) in places.ReferencesTo(entity))
            {
                if (from.Entity.Name != entity && Shows(role, from.Entity.Name, field.Name))
                {
                    findings.Add(GenomePlaces.Finding(
                        GenomeDiagnostics.ConditionLeaks, grant.Section, word.Span, null, role, entity, $"{from.Entity.Name}.{field.Name}", from.Entity.Name));
                    return;
                }
            }
        }
    }

    private bool ReadsAll(string role, string entity) =>
        grants.Of(entity).Any(grant => grant is { Reads: true, Grant.Where: null } && grant.Capability.Roles.Contains(role));

    /// <summary>Whether a role sees a field of every row of an entity.</summary>
    private bool Shows(string role, string entity, string field) =>
        grants.Of(entity).Any(grant => grant.Grant.Where is null && grant.Sees(field) && grant.Capability.Roles.Contains(role));
}
