using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Who owns whom: an entity has at most one owner, and what is owned owns nothing itself.</summary>
internal sealed class Ownership(SectionFindings findings, Dictionary<string, EntityOutline> outlines)
{
    private readonly Dictionary<string, (int Section, SectionSpan Span, string Owner, string Field)> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> owning = new(StringComparer.Ordinal);

    /// <summary>Takes in the fields of an entity.</summary>
    public void Add(int section, EntitySyntax entity)
    {
        foreach (var field in entity.Fields)
        {
            if (field.Nature?.Owned is not null && field.Type is { } type && outlines.TryGetValue(type.Text, out var child))
            {
                Add(section, entity.Name, field, type, child);
            }
        }
    }

    /// <summary>The outline with its owner, if it has one.</summary>
    public EntityOutline Complete(EntityOutline outline) =>
        owners.TryGetValue(outline.Name, out var owner) ? outline with { Owner = owner.Owner, OwnerField = owner.Field } : outline;

    /// <summary>Says of an owned entity what its owner's routes leave no room for.</summary>
    public void CheckOwned(int section, EntitySyntax entity)
    {
        if (!owners.ContainsKey(entity.Name))
        {
            return;
        }
        Refuse(entity.SoftDelete, "softDelete");
        Refuse(entity.Lifecycle?.Key, "lifecycle");
        Refuse(entity.List?.Key, "list");
        foreach (var field in entity.Fields)
        {
            Refuse(field.Nature is { Many: { } many, Owned: null } ? many.Span : null, "many");
        }

        void Refuse(SectionSpan? place, string word)
        {
            if (place is { } span)
            {
                findings[section].Add(GenomeDiagnostics.OwnedTakesNo, span, entity.Name, word);
            }
        }
    }

    private void Add(int section, string owner, FieldSyntax field, Word type, EntityOutline child)
    {
        var list = findings[section];
        if (child.Role != EntityRole.Ordinary)
        {
            list.Add(GenomeDiagnostics.OwnedRole, type.Span, child.Name, child.Role == EntityRole.Tenant ? "the tenant entity" : "the member entity");
        }
        else if (owners.TryGetValue(child.Name, out var first))
        {
            list.AddWithOther(GenomeDiagnostics.OwnedTwice, type.Span, new(first.Section, first.Span), child.Name);
        }
        else if (child.Name == owner || owners.ContainsKey(owner) || owning.Contains(child.Name))
        {
            list.Add(GenomeDiagnostics.NestedOwning, type.Span, owner, child.Name);
        }
        else
        {
            owners.Add(child.Name, (section, type.Span, owner, field.Name.Text));
            owning.Add(owner);
        }
    }
}
