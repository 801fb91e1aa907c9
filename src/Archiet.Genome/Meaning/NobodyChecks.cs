using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Meaning;

/// <summary>Finds what nobody may do: transitions, operations, roles without a grant, data without a reader.</summary>
internal sealed class NobodyChecks(GenomeOutline outline, GrantTable grants, GenomePlaces places, List<SectionFinding> findings)
{
    public void Check()
    {
        CheckRoles();
        CheckOperations();
        foreach (var placed in places.Entities)
        {
            // An entity without any grant is the app's own affair.
            if (grants.Of(placed.Entity.Name) is { Count: > 0 } ofEntity)
            {
                CheckTransitions(placed, ofEntity);
                CheckReaders(placed, ofEntity);
            }
        }
    }

    private void CheckRoles()
    {
        var granted = new HashSet<string>(outline.Capabilities.SelectMany(static capability => capability.Roles), StringComparer.Ordinal);
        for (var i = 0; i < places.Sections.Count; i++)
        {
            foreach (var role in places.Sections[i].Declarations.Roles)
            {
                if (!granted.Contains(role.Name.Text))
                {
                    findings.Add(GenomePlaces.Finding(GenomeDiagnostics.RoleGrantedNothing, i, role.Name.Span, null, role.Name.Text));
                }
            }
        }
    }

    private void CheckOperations()
    {
        var run = new HashSet<string>(outline.Capabilities.SelectMany(static capability => capability.Run), StringComparer.Ordinal);
        for (var i = 0; i < places.Sections.Count; i++)
        {
            foreach (var operation in places.Sections[i].Declarations.Operations)
            {
                if (!run.Contains(operation.Name.Text))
                {
                    findings.Add(GenomePlaces.Finding(GenomeDiagnostics.OperationGrantedToNobody, i, operation.Name.Span, null, operation.Name.Text));
                }
            }
        }
    }

    private void CheckTransitions(PlacedEntity placed, IReadOnlyList<PlacedGrant> ofEntity)
    {
        if (placed.Syntax.Lifecycle is not { } lifecycle)
        {
            return;
        }
        foreach (var transition in lifecycle.Transitions)
        {
            if (!ofEntity.Any(grant => grant.Grant.Transitions.Contains(transition.Name.Text)))
            {
                findings.Add(GenomePlaces.Finding(
                    GenomeDiagnostics.TransitionGrantedToNobody, placed.Section, transition.Name.Span, null, transition.Name.Text, placed.Entity.Name));
            }
        }
    }

    private void CheckReaders(PlacedEntity placed, IReadOnlyList<PlacedGrant> ofEntity)
    {
        var entity = placed.Entity;
        if (!ofEntity.Any(static grant => grant.Reads))
        {
            if (ofEntity.Any(static grant => (grant.Grant.Operations & (Operations.Create | Operations.Update)) != 0))
            {
                findings.Add(GenomePlaces.Finding(GenomeDiagnostics.WrittenNeverRead, placed.Section, placed.Syntax.NameWord.Span, null, entity.Name));
            }
            return;
        }
        if (ofEntity.Any(static grant => grant is { Reads: true, Grant.Fields: null }))
        {
            // It shows every field.
            return;
        }
        foreach (var field in entity.Fields)
        {
            var isWritten = !field.IsServerSet && field.Computed is null && field.Name != entity.Lifecycle?.Field && ofEntity.Any(grant => grant.Sets(field.Name));
            if (isWritten && (field.Classification & Classification.Secret) == 0 && !ofEntity.Any(grant => grant.Sees(field.Name)))
            {
                findings.Add(GenomePlaces.Finding(GenomeDiagnostics.WrittenNeverRead, placed.Section, placed.PlaceOf(field.Name), null, $"{entity.Name}.{field.Name}"));
            }
        }
    }
}
