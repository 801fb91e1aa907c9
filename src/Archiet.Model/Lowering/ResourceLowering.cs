using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>What the API shows of an entity, and who may do what with it.</summary>
internal static class ResourceLowering
{
    private static readonly Operations[] InOrder = [Operations.List, Operations.Create, Operations.Read, Operations.Update, Operations.Delete, Operations.Restore];

    public static ResourceModel Lower(BoundEntity entity, OutlineIndex index)
    {
        var grants = index.Grants(entity.Name).ToList();
        var operations = InOrder
            .Select(operation => new OperationModel(operation, grants.Where(grant => (grant.Operations & operation) != 0).Select(grant => grant.Role).Distinct().ToEquatableArray()))
            .Where(operation => operation.Roles.Count > 0);
        return new ResourceModel(
            entity.Name, entity.Plural, "/" + Naming.Kebab(entity.Plural), entity.Description,
            entity.Fields.Select(field => Property(field, index) with
            {
                IsServerSet = field.Name == entity.Lifecycle?.Field || field.IsServerSet || field.Computed is not null,
                CanSort = entity.List.Sorts.Contains(field.Name),
                CanFilter = entity.List.Filters.Contains(field.Name),
            }).ToEquatableArray(),
            operations.ToEquatableArray())
        {
            Order = string.Join(", ", entity.Order.Select(sort => (sort.Descending ? "-" : "") + sort.Field)),
            IsSoftDeleted = entity.SoftDelete,
            Hidden = Hidden(entity, grants).ToEquatableArray(),
            Rules = ApiRuleLowering.Rules(entity).ToEquatableArray(),
            Lifecycle = ApiRuleLowering.Lifecycle(entity, index),
            Display = entity.Display,
            Extensions = entity.Extensions,
            ListExtensions = entity.List.Extensions,
            UniqueExtensions = ExtensionLowering.Uniques(entity).ToEquatableArray(),
        };
    }

    /// <summary>What some roles do not see.</summary>
    private static IEnumerable<HiddenModel> Hidden(BoundEntity entity, List<GrantModel> grants)
    {
        var partial = grants.Where(grant => grant.Fields is not null).ToList();
        if (partial.Count == 0)
        {
            return [];
        }
        return entity.Fields.Where(field => (field.Classification & Classification.Secret) == 0).Select(field => field.Name).Concat(entity.Children.Select(children => children.Name))
            .Select(name => new HiddenModel(name, partial.Where(grant => !grant.Fields!.See.Contains(name)).Select(grant => grant.Role).Distinct().ToEquatableArray()))
            .Where(hidden => hidden.Roles.Count > 0);
    }

    public static PropertyModel Property(BoundField field, OutlineIndex index) => new(
        field.Name,
        field.Type.Kind,
        field.Type.Kind is FieldKind.Enum or FieldKind.Value ? field.Type.Name : null,
        field.Type.Kind == FieldKind.Reference ? field.Type.Name : null,
        field.Required || field.Computed is { Value.Tree.IsNullable: false },
        field.IsServerSet || field.Computed is not null,
        Stored(field, field.Default, index),
        field.Constraints,
        field.Type.Precision,
        field.Type.Scale,
        Stored(field, field.Example ?? index.Type(field.Type.Name)?.Example, index),
        field.Description)
    {
        CanBeLeftOut = field.Type.Kind == FieldKind.Value && !index.Value(field.Type.Name!).Fields.Any(inner => inner is { Required: true, Default: null }),
        IsWriteOnce = field.WriteOnce,
        Computed = field.Computed?.Value.Text,
        Classification = field.Classification,
        Extensions = ExtensionLowering.Join(index.Type(field.Type.Name)?.Extensions, field.Extensions),
    };

    // As JSON has it: the genome's name of an enum's member is another than the stored one.
    private static string? Stored(BoundField field, string? canonical, OutlineIndex index) =>
        canonical is not null && field.Type.Kind == FieldKind.Enum ? EnumLowering.StoredOf(index.Enum(field.Type.Name!), canonical) : canonical;
}
