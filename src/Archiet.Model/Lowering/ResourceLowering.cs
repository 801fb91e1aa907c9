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
        return new ResourceModel(
            entity.Name, entity.Plural, "/" + Naming.Kebab(entity.Plural), entity.Description,
            entity.Fields.ConvertAll(field => Property(field, index, entity)),
            OperationsOf(grants).ToEquatableArray())
        {
            Order = entity.Order.Count == 0 ? "" : string.Join(", ", entity.Order.Select(sort => (sort.Descending ? "-" : "") + sort.Field)),
            IsSoftDeleted = entity.SoftDelete,
            Hidden = Hidden(entity, grants).ToEquatableArray(),
            Rules = ApiRuleLowering.Rules(entity),
            Lifecycle = ApiRuleLowering.Lifecycle(entity, index),
            Display = entity.Display,
            Extensions = entity.Extensions,
            ListExtensions = entity.List.Extensions,
            UniqueExtensions = ExtensionLowering.Uniques(entity).ToEquatableArray(),
        };
    }

    /// <summary>What somebody may do, each with the roles that may.</summary>
    private static List<OperationModel> OperationsOf(List<GrantModel> grants)
    {
        var operations = new List<OperationModel>(InOrder.Length);
        var roles = new List<string>();
        foreach (var operation in InOrder)
        {
            roles.Clear();
            foreach (var grant in grants)
            {
                if ((grant.Operations & operation) != 0 && !roles.Contains(grant.Role))
                {
                    roles.Add(grant.Role);
                }
            }
            if (roles.Count > 0)
            {
                operations.Add(new OperationModel(operation, roles.ToEquatableArray()));
            }
        }
        return operations;
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

    /// <summary>A member of a resource, or of what is none: a value or a message.</summary>
    /// <param name="field">The field.</param>
    /// <param name="index">The outline.</param>
    /// <param name="entity">The entity that has the field; null where no entity has it.</param>
    public static PropertyModel Property(BoundField field, OutlineIndex index, BoundEntity? entity = null)
    {
        var named = index.Type(field.Type.Name);
        return new PropertyModel(
            field.Name,
            field.Type.Kind,
            field.Type.Kind is FieldKind.Enum or FieldKind.Value ? field.Type.Name : null,
            field.Type.Kind == FieldKind.Reference ? field.Type.Name : null,
            field.Required || field.Computed is { Value.Tree.IsNullable: false },
            field.IsServerSet || field.Computed is not null || field.Name == entity?.Lifecycle?.Field,
            Stored(field, field.Default, index),
            field.Constraints,
            field.Type.Precision,
            field.Type.Scale,
            Stored(field, field.Example ?? named?.Example, index),
            field.Description)
        {
            CanSort = entity?.List.Sorts.Contains(field.Name) == true,
            CanFilter = entity?.List.Filters.Contains(field.Name) == true,
            CanBeLeftOut = field.Type.Kind == FieldKind.Value && !index.Value(field.Type.Name!).Fields.Any(static inner => inner is { Required: true, Default: null }),
            IsWriteOnce = field.WriteOnce,
            Computed = field.Computed?.Value.Text,
            Classification = field.Classification,
            Extensions = named is null ? field.Extensions : ExtensionLowering.Join(named.Extensions, field.Extensions),
        };
    }

    // As JSON has it: the genome's name of an enum's member is another than the stored one.
    private static string? Stored(BoundField field, string? canonical, OutlineIndex index) =>
        canonical is not null && field.Type.Kind == FieldKind.Enum ? EnumLowering.StoredOf(index.Enum(field.Type.Name!), canonical) : canonical;
}
