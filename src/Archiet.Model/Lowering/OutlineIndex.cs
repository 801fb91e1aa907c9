using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A genome's outline with its names looked up once: made on first use for an outline and let go with it.</summary>
internal sealed class OutlineIndex
{
    private static readonly ConditionalWeakTable<GenomeOutline, OutlineIndex> Known = new();
    private readonly Dictionary<string, int> ordinals;
    private readonly Dictionary<string, BoundScalarType> types;
    private readonly Dictionary<string, BoundValueType> values;
    private readonly Dictionary<string, EnumModel> enums;
    private readonly Dictionary<string, EnumChoices> choices;
    private readonly ConcurrentDictionary<string, Spelling> spellings = new(StringComparer.Ordinal);
    private readonly ILookup<string, GrantModel> grants;
    private readonly ILookup<string, CapabilityGrant> declared;

    private OutlineIndex(GenomeOutline outline)
    {
        Outline = outline;
        ModelNamespace = outline.App.Namespace + ".Model";
        ordinals = new(outline.Entities.Count, StringComparer.Ordinal);
        foreach (var entity in outline.Entities)
        {
            ordinals.Add(entity.Name, ordinals.Count);
        }
        types = outline.Vocabulary.Types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        values = outline.Vocabulary.Values.ToDictionary(value => value.Name, StringComparer.Ordinal);
        Enums = outline.Vocabulary.Enums.ConvertAll(EnumLowering.Lower);
        enums = Enums.ToDictionary(value => value.Name, StringComparer.Ordinal);
        choices = Enums.ToDictionary(value => value.Name, FieldChecks.Choices, StringComparer.Ordinal);
        Names = new(outline.Entities.Concat(outline.Retired));
        Access = AccessLowering.Lower(outline, ordinals);
        grants = Access.Grants.ToLookup(grant => grant.Entity, StringComparer.Ordinal);
        declared = outline.Capabilities.SelectMany(capability => capability.Grants.Select(grant => new CapabilityGrant(capability, grant)))
            .ToLookup(grant => grant.Grant.Entity, StringComparer.Ordinal);
        Shadowed = RuntimeNames.HiddenBy(TypeNames(outline));
    }

    public GenomeOutline Outline { get; }

    /// <summary>What keeps the names of the schema apart.</summary>
    public SchemaNames Names { get; }

    public AccessModel Access { get; }

    public EquatableArray<string> Shadowed { get; }

    /// <summary>In ordinal order of names.</summary>
    public EquatableArray<EnumModel> Enums { get; }

    /// <summary>The C# namespace of entities.</summary>
    public string ModelNamespace { get; }

    public static OutlineIndex Of(GenomeOutline outline) => Known.GetValue(outline, made => new OutlineIndex(made));

    public int Ordinal(string entity) => ordinals[entity];

    /// <summary>An entity, a retired one too: columns still refer to its table.</summary>
    public EntityOutline Entity(string name) => ordinals.TryGetValue(name, out var ordinal) ? Outline.Entities[ordinal] : Outline.Retired.First(entity => entity.Name == name);

    public BoundValueType Value(string name) => values[name];

    public EnumModel Enum(string name) => enums[name];

    public EnumChoices Choices(string name) => choices[name];

    public BoundScalarType? Type(string? name) => name is not null && types.TryGetValue(name, out var type) ? type : null;

    /// <summary>A name as the database and C# spell it: fields of many entities share one.</summary>
    public Spelling Spell(string name) => spellings.GetOrAdd(name, static name => new(Naming.Snake(name), Naming.Pascal(name)));

    /// <summary>The table of an entity.</summary>
    public string Table(EntityOutline entity) => Naming.Identifier(Spell(entity.Plural).Snake);

    public IEnumerable<GrantModel> Grants(string entity) => grants[entity];

    /// <summary>What capabilities say of an entity, in their order.</summary>
    public IEnumerable<CapabilityGrant> Declared(string entity) => declared[entity];

    private static IEnumerable<string> TypeNames(GenomeOutline outline) =>
        outline.Entities.SelectMany(entity => new[] { entity.ClassName, entity.ClassName + "Fields", entity.ClassName + "Conditions", entity.ClassName + "Rules", entity.ClassName + "Seeds" })
            .Concat(outline.Operations.Select(operation => Naming.Pascal(operation.Name)))
            .Concat(outline.Vocabulary.Types.Select(type => type.Name))
            .Concat(outline.Vocabulary.Values.Select(value => value.Name))
            .Concat(outline.Vocabulary.Enums.SelectMany(value => new[] { value.Name, value.Name + "Names" }));
}

/// <summary>A name as the database and C# spell it.</summary>
internal sealed record Spelling(string Snake, string Pascal);

/// <summary>A grant with the capability that gives it.</summary>
internal sealed record CapabilityGrant(BoundCapability Capability, BoundGrant Grant);
