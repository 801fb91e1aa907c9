using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds seed rows, once the entities are bound.</summary>
internal sealed class SeedBinder
{
    private readonly IReadOnlyList<ParsedSection> sections;
    private readonly DeclaredNames declared;
    private readonly SectionFindings findings;
    private readonly Dictionary<string, BoundEntity> entities = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<SeedRow>> rows = new(StringComparer.Ordinal);

    private SeedBinder(IReadOnlyList<ParsedSection> sections, DeclaredNames declared, IReadOnlyList<EntityBinding> bindings)
    {
        this.sections = sections;
        this.declared = declared;
        findings = new(sections.Count);
        foreach (var binding in bindings)
        {
            if (binding.Entity is { } entity)
            {
                entities[entity.Name] = entity;
            }
        }
    }

    /// <summary>Binds the seed rows of all sections.</summary>
    public static SeededGenome Bind(IReadOnlyList<ParsedSection> sections, DeclaredNames declared, IReadOnlyList<EntityBinding> bindings) =>
        sections.Any(static section => section.Declarations.Seeds.Count > 0) ? new SeedBinder(sections, declared, bindings).Bind() : SeededGenome.None;

    private SeededGenome Bind()
    {
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var seed in sections[i].Declarations.Seeds)
            {
                CollectRows(i, seed);
            }
        }
        foreach (var all in rows.Values)
        {
            foreach (var row in all)
            {
                BindValues(row);
            }
        }
        new SeedReferences(findings, rows).Bind();
        foreach (var pair in rows)
        {
            if (entities.TryGetValue(pair.Key, out var entity))
            {
                new SeedUniqueness(findings, entity).Check(pair.Value);
            }
        }
        return new(
            rows.Select(static pair => new EntitySeed(pair.Key, pair.Value.Select(static row => new BoundSeedRow(row.Key.Text, row.Values.ToEquatableArray(), row.Rank)).ToEquatableArray()))
                .ToEquatableArray(),
            findings.ToArray());
    }

    private void CollectRows(int section, SeedSyntax seed)
    {
        var list = findings[section];
        if (OutlineLookup.FindEntity(declared.Entities, seed.Entity.Text) is not { } entity)
        {
            var suggestion = Suggestion.For(seed.Entity.Text, declared.Entities.Select(static known => known.Name));
            list.Add(GenomeDiagnostics.UnknownEntity, seed.Entity.Span, seed.Entity.Text, suggestion);
            return;
        }
        if (entity.IsRetired)
        {
            list.Add(GenomeDiagnostics.RetiredEntity, seed.Entity.Span, entity.Name);
            return;
        }
        if (WhyNotSeeded(entity) is { } reason)
        {
            list.Add(GenomeDiagnostics.NotSeedable, seed.Entity.Span, entity.Name, reason);
            return;
        }
        if (!rows.TryGetValue(entity.Name, out var known))
        {
            rows.Add(entity.Name, known = []);
        }
        foreach (var row in seed.Rows)
        {
            if (NameRules.CheckSeedKey(list, row.Key) && IsNew(section, row.Key, known, list))
            {
                known.Add(new(section, entity.Name, row.Key, row.Values));
            }
        }
    }

    private static bool IsNew(int section, Word key, List<SeedRow> known, FindingList list)
    {
        var first = known.Find(row => row.Key.Text == key.Text);
        if (first is not null)
        {
            list.AddWithOther(GenomeDiagnostics.DuplicateName, key.Span, new(first.Section == section ? null : first.Section, first.Key.Span), key.Text);
        }
        return first is null;
    }

    private static string? WhyNotSeeded(EntityOutline entity) => entity switch
    {
        { Role: EntityRole.Tenant } => "its rows are the tenants themselves",
        { Role: EntityRole.Member } => "its rows are people",
        { Owner: { } owner } => $"its rows live with those of '{owner}'",
        _ => null,
    };

    private void BindValues(SeedRow row)
    {
        if (row.Syntax is null || !entities.TryGetValue(row.Entity, out var entity))
        {
            return;
        }
        var list = findings[row.Section];
        var before = list.Count;
        new SeedRowBinder(entity, declared, list).Bind(row);
        if (list.Count == before)
        {
            SeedRules.Check(row, entity, list);
        }
    }
}

/// <summary>A seed row on its way to be bound.</summary>
internal sealed class SeedRow(int section, string entity, Word key, Yaml.YamlMapping? syntax)
{
    public int Section { get; } = section;

    public string Entity { get; } = entity;

    public Word Key { get; } = key;

    /// <summary>What the genome gives; null where it is no mapping.</summary>
    public Yaml.YamlMapping? Syntax { get; } = syntax;

    public List<BoundSeedValue> Values { get; } = [];

    /// <summary>The references, each with the word that names a row.</summary>
    public List<(string Entity, Word Key)> References { get; } = [];

    public int Rank { get; set; }
}
