using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// The shapes of all entities, made from what is written as they are asked for: expressions lead to few. What is wrong with a field is no concern here; its own
/// entity has the finding.
/// </summary>
public sealed class EntityShapes : IExpressionTypes
{
    private readonly DeclaredNames names;
    private readonly TypeResolver resolver;
    private readonly Dictionary<string, EntityFace> entities;
    private readonly HashSet<string> declaredTwice = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MixinSyntax> mixins = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EntityShape> made = new(StringComparer.Ordinal);
    private readonly object gate = new();

    /// <summary>The entities of sections; the first of a name is meant where there are two.</summary>
    public EntityShapes(IReadOnlyList<SectionFace> sections, DeclaredNames names)
    {
        this.names = names;
        resolver = new(names.Vocabulary, names.Entities);
        entities = new(names.Entities.Count, StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            var declared = sections[i].Entities;
            for (var j = 0; j < declared.Count; j++)
            {
                if (!entities.ContainsKey(declared[j].Name))
                {
                    entities.Add(declared[j].Name, declared[j]);
                }
                else
                {
                    declaredTwice.Add(declared[j].Name);
                }
            }
            foreach (var mixin in sections[i].Declarations.Mixins)
            {
                mixins[mixin.Name.Text] = mixins.TryGetValue(mixin.Name.Text, out var first) ? first : mixin;
            }
        }
    }

    /// <inheritdoc/>
    public BoundVocabulary Vocabulary => names.Vocabulary;

    /// <inheritdoc/>
    public string TenantEntity => names.App.TenantEntity;

    /// <inheritdoc/>
    public string? MemberEntity => names.App.MemberEntity;

    /// <summary>The fields of an entity; of a mixin too, which expressions of its own are about as if it were one.</summary>
    public EntityShape? FindEntity(string name)
    {
        lock (gate)
        {
            if (made.TryGetValue(name, out var shape))
            {
                return shape;
            }
            shape = entities.TryGetValue(name, out var entity) ? entity.IsComplete ? ShapeOf(entity) : null
                : mixins.TryGetValue(name, out var mixin) ? new(name, mixin.Faces.Select(ShapeOf).ToEquatableArray()) : null;
            if (shape is not null)
            {
                made.Add(name, shape);
            }
            return shape;
        }
    }

    /// <summary>
    /// The shapes that the expressions of an entity can lead to, in ordinal order of names; none where it has no expressions. There may be more of them than there
    /// need be, but never fewer.
    /// </summary>
    public EquatableArray<EntityShape> Reach(EntitySyntax entity) =>
        ExpressionPaths.Of(entity, mixins) is { } paths && ShapeOf(entity) is { } shape
            ? new ShapeWalk(this, shape).Follow(paths)
            : EquatableArray<EntityShape>.Empty;

    /// <summary>The fields of an entity as they are written, or null where they could not be read.</summary>
    internal EntityFieldWords? FieldsOf(string name)
    {
        if (!entities.TryGetValue(name, out var entity) || !entity.IsComplete)
        {
            return null;
        }
        var mixed = entity.Mixins.SelectMany(name => mixins.TryGetValue(name, out var mixin) ? mixin.Faces : EquatableArray<FieldFace>.Empty);
        return new([.. mixed.Concat(entity.Fields)], entity.Lifecycle?.Field);
    }

    /// <summary>An entity's own shape: of two with one name, each speaks of its own fields.</summary>
    private EntityShape? ShapeOf(EntitySyntax entity) =>
        entity.IsComplete && declaredTwice.Contains(entity.Name) ? ShapeOf(EntityFace.Of(entity)) : FindEntity(entity.Name);

    private EntityShape ShapeOf(EntityFace entity)
    {
        var fields = new List<FieldShape>(entity.Fields.Count);
        foreach (var name in entity.Mixins)
        {
            if (mixins.TryGetValue(name, out var mixin))
            {
                fields.AddRange(mixin.Faces.Select(ShapeOf));
            }
        }
        foreach (var field in entity.Fields)
        {
            fields.Add(ShapeOf(field));
        }
        var state = entity.Lifecycle?.Field;
        for (var i = 0; i < fields.Count && state is not null; i++)
        {
            fields[i] = fields[i].Name == state ? fields[i] with { Required = true } : fields[i];
        }
        return new(entity.Name, fields.ToEquatableArray());
    }

    private FieldShape ShapeOf(FieldFace field)
    {
        var resolved = field.Type is { } word && resolver.Resolve(new(word, SectionSpan.Start), new()) is { IsKnown: true } known ? known : null;
        var type = resolved?.Type;
        if (field.IsRows)
        {
            var multiplicity = field.Nature!.Owned is null ? FieldMultiplicity.Many : FieldMultiplicity.OwnedChildren;
            return new(field.Name, type is { Kind: FieldKind.Reference } ? type : null, true, multiplicity);
        }
        var required = field.Required || field.OnCreate == "now()" || field.OnUpdate == "now()";
        return new(field.Name, type, required, FieldMultiplicity.One, OriginOf(field.IsComputed, field.Nature is { IsStored: true }))
        {
            IsSecret = ((field.Classification | (resolved?.Named?.Classification ?? Classification.None)) & Classification.Secret) != 0,
            IsRetired = field.IsRetired,
        };
    }

    private static FieldOrigin OriginOf(bool isComputed, bool isStored) =>
        !isComputed ? FieldOrigin.Column : isStored ? FieldOrigin.ComputedColumn : FieldOrigin.ComputedOnRead;
}
