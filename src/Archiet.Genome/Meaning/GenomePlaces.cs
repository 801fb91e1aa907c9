using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Meaning;

/// <summary>An entity, as it is bound and as it is written.</summary>
internal sealed record PlacedEntity(BoundEntity Entity, EntitySyntax Syntax, int Section)
{
    /// <summary>The place of a field; that of the entity where a mixin brings it.</summary>
    public SectionSpan PlaceOf(string field)
    {
        foreach (var written in Syntax.Fields)
        {
            if (written.Name.Text == field)
            {
                return written.Name.Span;
            }
        }
        return Syntax.NameWord.Span;
    }
}

/// <summary>What a genome says, and where.</summary>
internal sealed class GenomePlaces
{
    private readonly Dictionary<string, PlacedEntity> byName = new(StringComparer.Ordinal);
    private Dictionary<string, List<(PlacedEntity From, BoundField Field)>>? references;

    public GenomePlaces(IReadOnlyList<ParsedSection> sections, BoundVocabulary vocabulary, IReadOnlyList<EntityBinding> bindings)
    {
        (Sections, Vocabulary) = (sections, vocabulary);
        var binding = 0;
        for (var i = 0; i < sections.Count; i++)
        {
            for (var j = 0; j < sections[i].Entities.Count; j++)
            {
                var entity = bindings[binding++].Entity!;
                if (entity.IsRetired)
                {
                    continue;
                }
                byName[entity.Name] = new(entity, sections[i].Entities[j], i);
            }
        }
        Entities = [.. byName.Values.OrderBy(static entity => entity.Entity.Name, StringComparer.Ordinal)];
    }

    public IReadOnlyList<ParsedSection> Sections { get; }

    public BoundVocabulary Vocabulary { get; }

    /// <summary>Those that are not retired, in ordinal order of names.</summary>
    public IReadOnlyList<PlacedEntity> Entities { get; }

    /// <summary>The entity of a name, or null.</summary>
    public PlacedEntity? Find(string name) => byName.TryGetValue(name, out var found) ? found : null;

    /// <summary>The entities that refer to one, each with the field by which it does, in ordinal order of names.</summary>
    public IReadOnlyList<(PlacedEntity From, BoundField Field)> ReferencesTo(string entity)
    {
        if (references is null)
        {
            references = new(StringComparer.Ordinal);
            foreach (var placed in Entities)
            {
                foreach (var field in placed.Entity.Fields)
                {
                    if (field.Type is { Kind: FieldKind.Reference, Name: { } target })
                    {
                        AddReference(target, (placed, field));
                    }
                }
            }
        }
        return references.TryGetValue(entity, out var found) ? found : [];
    }

    private void AddReference(string target, (PlacedEntity From, BoundField Field) reference)
    {
        if (!references!.TryGetValue(target, out var known))
        {
            references.Add(target, known = []);
        }
        known.Add(reference);
    }

    /// <summary>A finding at a place of a section.</summary>
    public static SectionFinding Finding(GenomeDiagnosticDescriptor descriptor, int section, SectionSpan span, OtherPlace? other, params string[] arguments) =>
        new(section, new(descriptor, span, EquatableArray.Of(arguments), other));
}
