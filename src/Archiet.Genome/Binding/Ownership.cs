using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Who owns whom: an entity has at most one owner, and what is owned owns nothing itself.</summary>
internal sealed class Ownership(SectionFindings findings, Dictionary<string, EntityOutline> outlines)
{
    private readonly Dictionary<string, Owner> owners = new(StringComparer.Ordinal);
    private readonly HashSet<string> owning = new(StringComparer.Ordinal);

    /// <summary>Takes in the fields of an entity.</summary>
    public void Add(int section, EntityFace entity)
    {
        for (var i = 0; i < entity.Fields.Count; i++)
        {
            var field = entity.Fields[i];
            if (field is { Nature.Owned: { } place, Type: { } type } && outlines.TryGetValue(type, out var child))
            {
                Add(section, entity.Name, field.Name, place, child);
            }
        }
    }

    /// <summary>The outline with its owner, if it has one.</summary>
    public EntityOutline Complete(EntityOutline outline) =>
        owners.TryGetValue(outline.Name, out var owner) ? outline with { Owner = owner.Entity, OwnerField = owner.Field } : outline;

    /// <summary>Says of an owned entity what its owner's routes leave no room for.</summary>
    public void CheckOwned(int section, EntityFace entity)
    {
        if (!owners.TryGetValue(entity.Name, out var owner))
        {
            return;
        }
        if (outlines.TryGetValue(owner.Entity, out var owning))
        {
            CheckRetired(section, entity, owning, owner);
        }
        Refuse(entity.SoftDelete, "softDelete");
        Refuse(entity.Lifecycle?.Key, "lifecycle");
        Refuse(entity.List, "list");
        foreach (var field in entity.Fields)
        {
            Refuse(field.Nature is { Owned: null } ? field.Nature.Many : null, "many");
        }

        void Refuse(SectionSpan? place, string word)
        {
            if (place is { } span)
            {
                findings[section].Add(GenomeDiagnostics.OwnedTakesNo, span, entity.Name, word);
            }
        }
    }

    /// <summary>Owned rows go when their owner's do: their table has no sense without it, nor has it one without them.</summary>
    private void CheckRetired(int section, EntityFace entity, EntityOutline owner, Owner place)
    {
        if (entity.Retired is { } retired && !owner.IsRetired)
        {
            findings[section].Add(GenomeDiagnostics.NotRetirable, retired, entity.Name, $"its rows live with those of '{owner.Name}', which is not retired");
        }
        else if (entity.Retired is null && owner.IsRetired)
        {
            findings[place.Section].Add(GenomeDiagnostics.NotRetirable, place.Span, owner.Name, $"it owns the rows of '{entity.Name}', which is not retired");
        }
    }

    private void Add(int section, string owner, string field, SectionSpan place, EntityOutline child)
    {
        var list = findings[section];
        if (child.Role != EntityRole.Ordinary)
        {
            list.Add(GenomeDiagnostics.OwnedRole, place, child.Name, child.Role == EntityRole.Tenant ? "the tenant entity" : "the member entity");
        }
        else if (owners.TryGetValue(child.Name, out var first))
        {
            list.AddWithOther(GenomeDiagnostics.OwnedTwice, place, new(first.Section, first.Span), child.Name);
        }
        else if (child.Name == owner || owners.ContainsKey(owner) || owning.Contains(child.Name))
        {
            list.Add(GenomeDiagnostics.NestedOwning, place, owner, child.Name);
        }
        else
        {
            owners.Add(child.Name, new(section, place, owner, field));
            owning.Add(owner);
        }
    }

    /// <summary>The field that says of an entity that another owns it.</summary>
    private sealed record Owner(int Section, SectionSpan Span, string Entity, string Field);
}
