using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Makes the outlines of entities: what the others see of them.</summary>
internal sealed class EntityOutlines(SectionFindings findings, NameTable names, ClassNames classes)
{
    private readonly NameTable plurals = new(findings, GenomeDiagnostics.PluralCollision, StringComparer.OrdinalIgnoreCase);
    private readonly List<EntityOutline> outlines = [];
    private readonly FormerNames formerNames = new();
    private readonly List<PlacedFace> entities = [];
    private OtherPlace? member;

    /// <summary>The member entity's name, or null.</summary>
    public string? MemberEntity { get; private set; }

    /// <summary>What an entity is to tenancy.</summary>
    public static EntityRole RoleOf(EntitySyntax entity, BoundApp app) =>
        entity.Name == app.TenantEntity ? EntityRole.Tenant : entity.Name == app.MemberEntity ? EntityRole.Member : EntityRole.Ordinary;

    /// <summary>Adds an entity.</summary>
    public void Add(int section, EntityFace entity, string tenantEntity)
    {
        var list = findings[section];
        if (!names.Add(section, entity.NameWord))
        {
            return;
        }
        var className = entity.ClassName ?? entity.NameWord;
        var plural = entity.Plural?.Text ?? GenomeNames.Plural(entity.Name);
        var isMember = entity.Member is not null && AddMember(section, entity, tenantEntity, list);
        var role = entity.Name == tenantEntity ? EntityRole.Tenant : isMember ? EntityRole.Member : EntityRole.Ordinary;
        outlines.Add(new(entity.Name, className.Text, plural, role)
        {
            SoftDelete = entity.SoftDelete is not null,
            IsRetired = entity.Retired is not null && role == EntityRole.Ordinary,
            Transitions = entity.Lifecycle?.Transitions ?? EquatableArray<string>.Empty,
        });
        entities.Add(new(section, entity));
        formerNames.Add(section, entity.NameWord, entity.Was is { } was && NameRules.CheckPascalCase(list, was, "an entity") ? was : null, list);
        if (role != EntityRole.Ordinary && entity.Retired is { } retired)
        {
            list.Add(GenomeDiagnostics.NotRetirable, retired, entity.Name, role == EntityRole.Tenant ? "its rows are the tenants themselves" : "its rows are people");
        }
        var isNamed = NameRules.CheckPascalCase(list, entity.NameWord, "an entity");
        if (entity.ClassName is { } given)
        {
            isNamed &= NameRules.CheckPascalCase(list, given, "a class");
        }
        if (isNamed && entity.Retired is null && TypeNames.CheckFree(list, className, "give the entity another with 'class'", ReservedNames.EntityMembers))
        {
            classes.Add(section, className, "Fields", "Conditions", "Rules", "Seeds");
        }
        AddPlural(section, entity, plural, isNamed, list);
    }

    /// <summary>The outlines in ordinal order of names.</summary>
    public EquatableArray<EntityOutline> ToArray()
    {
        var ownership = new Ownership(findings, outlines.ToDictionary(static outline => outline.Name, StringComparer.Ordinal));
        foreach (var entity in entities)
        {
            ownership.Add(entity.Section, entity.Face);
        }
        foreach (var entity in entities)
        {
            ownership.CheckOwned(entity.Section, entity.Face);
        }
        formerNames.Check();
        outlines.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return outlines.Select(ownership.Complete).ToEquatableArray();
    }

    private bool AddMember(int section, EntityFace entity, string tenantEntity, FindingList list)
    {
        var span = entity.Member!.Value;
        if (entity.Name == tenantEntity)
        {
            list.Add(GenomeDiagnostics.TenantIsMember, span, entity.Name);
            return false;
        }
        if (member is { } first)
        {
            list.AddWithOther(GenomeDiagnostics.SeveralMembers, span, first, entity.Name);
            return false;
        }
        MemberEntity = entity.Name;
        member = new(section, entity.NameWord.Span);
        return true;
    }

    private void AddPlural(int section, EntityFace entity, string plural, bool isNamed, FindingList list)
    {
        if (entity.Plural is { } given ? !NameRules.CheckPascalCase(list, given, "a plural") : !isNamed)
        {
            return;
        }
        var span = entity.Plural?.Span ?? entity.NameWord.Span;
        if (GenomeNames.SnakeCase(plural).Length > GenomeNames.LongestIdentifier)
        {
            list.Add(GenomeDiagnostics.NameTooLong, span, plural);
        }
        else if (ReservedNames.ContextMembers.Find(plural) is not null)
        {
            list.Add(GenomeDiagnostics.ReservedPlural, span, plural);
        }
        else
        {
            plurals.Add(section, plural, span);
        }
    }

    private sealed record PlacedFace(int Section, EntityFace Face);
}
