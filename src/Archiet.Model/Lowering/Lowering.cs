using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>A bound genome to models: every name, type, constraint and grant decided, so that emitting is only spelling.</summary>
public static class Lowering
{
    /// <summary>The whole genome.</summary>
    public static GenomeModel Lower(BoundGenome genome) =>
        new(App(genome.Outline), genome.Entities.Select(entity => Entity(entity, genome.Outline)).ToEquatableArray())
        {
            Retired = genome.Retired.Select(entity => Retired(entity, genome.Outline)).ToEquatableArray(),
        };

    /// <summary>What is emitted once.</summary>
    public static AppModel App(GenomeOutline outline)
    {
        var app = outline.App;
        return new AppModel(
            app.Name, app.Namespace, app.Description, app.Version, app.Contact,
            outline.Entities.Select(entity => new EntityName(entity.Name, entity.ClassName, entity.Plural, entity.Role, IsOwned: entity.Owner is not null)).ToEquatableArray(),
            Vocabulary(outline), OutlineIndex.Of(outline).Access, app.Roles)
        {
            Operations = OperationLowering.Lower(OutlineIndex.Of(outline)),
            Extensions = app.Extensions,
            CrossTenant = outline.Capabilities.SelectMany(capability => capability.CrossTenant.Select(member => new CrossTenantModel(capability.Name, member, capability.Roles))).ToEquatableArray(),
            Capabilities = ExtensionLowering.Capabilities(outline).ToEquatableArray(),
        };
    }

    /// <summary>The named types.</summary>
    public static VocabularyModel Vocabulary(GenomeOutline outline)
    {
        var index = OutlineIndex.Of(outline);
        return new VocabularyModel(
            index.ModelNamespace,
            outline.Vocabulary.Types.Where(type => FieldLowering.IsText(type.Type.Kind)).ToEquatableArray(),
            outline.Vocabulary.Values.Select(value => Value(value, index)).ToEquatableArray(),
            index.Enums,
            index.Shadowed);
    }

    /// <summary>One entity, with what it needs of the others.</summary>
    public static EntityModel Entity(BoundEntity entity, GenomeOutline outline)
    {
        var index = OutlineIndex.Of(outline);
        var names = new TableNames(entity, index);
        var whole = FieldLowering.Lower(entity, index, names, withRetired: true);
        var layout = RetiredLowering.IsIn(entity, index) ? FieldLowering.Lower(entity, index, names, withRetired: false) : whole;
        var constraints = new List<ConstraintModel>();
        var rules = new RuleLowering(entity, whole, index, names, constraints);
        var owner = ChildrenLowering.Owner(entity, index, names);
        var links = LinkLowering.Lower(entity, index, names);
        var tables = new TableLowering(RetiredLowering.Whole(entity), whole, index, names, constraints, owner);
        var table = rules.Apply(tables.Lower());
        var seeds = SeedLowering.Lower(entity, layout, index);
        return new EntityModel(
            entity.Name, entity.ClassName, index.ModelNamespace, outline.App.Name, entity.Description, entity.Role, index.Ordinal(entity.Name),
            table, layout.Fields.ToEquatableArray(), layout.Groups.ToEquatableArray(), constraints.ToEquatableArray(),
            ResourceLowering.Lower(entity, index),
            entity.Role == EntityRole.Ordinary ? null : Examples.Of(entity, index),
            index.Shadowed)
        {
            Known = layout == whole ? table : RetiredLowering.Known(table, tables.RetiredChecks),
            Children = ChildrenLowering.Members(entity, index),
            Links = links,
            Owner = owner,
            Seeds = seeds,
            SeedKeys = SeedLowering.Keys(entity),
            Rules = rules.Rules.ToEquatableArray(),
            Lifecycle = LifecycleLowering.Lower(entity, layout, index),
            Renames = RenameLowering.Of(entity, index),
            Conditions = ConditionLowering.Lower(entity.Name, table.Name, index),
            Order = ListLowering.Order(entity, layout),
            SoftDelete = SoftDeleteLowering.Lower(entity, table, index),
        };
    }

    /// <summary>The tables of a retired entity, those of its links behind its own: as they were, for nothing writes there but the release before.</summary>
    public static RetiredModel Retired(BoundEntity entity, GenomeOutline outline)
    {
        var index = OutlineIndex.Of(outline);
        var names = new TableNames(entity, index);
        var layout = FieldLowering.Lower(entity, index, names, withRetired: true);
        var constraints = new List<ConstraintModel>();
        var rules = new RuleLowering(entity, layout, index, names, constraints);
        var owner = ChildrenLowering.Owner(entity, index, names);
        var links = LinkLowering.Lower(entity, index, names);
        var table = rules.Apply(new TableLowering(RetiredLowering.Whole(entity), layout, index, names, constraints, owner).Lower());
        return new RetiredModel(entity.Name, links.Select(link => link.Table).Prepend(table).Select(RetiredLowering.Retire).ToEquatableArray()) { Renames = RenameLowering.Of(entity, index) };
    }

    private static ValueModel Value(BoundValueType value, OutlineIndex index) => new(
        value.Name, value.Description,
        value.Fields.Select((field, at) => FieldLowering.Leaf(field, at, group: -1, prefix: null, value.Name, names: null, optional: false, index)).ToEquatableArray(),
        value.Fields.Select(field => ResourceLowering.Property(field, index)).ToEquatableArray())
    {
        Extensions = value.Extensions,
    };
}
