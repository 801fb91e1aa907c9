using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The column-sized fields of an entity and the values among them.</summary>
internal sealed record FieldLayout(List<FieldModel> Fields, List<GroupModel> Groups)
{
    /// <summary>The field behind a name that an index may use: scalars, enums and references of the entity itself.</summary>
    public FieldModel Named(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Group < 0 && field.Name == name)
            {
                return field;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(name), name, "The entity has no such field.");
    }
}

/// <summary>Fields to columns and C# members: values flattened, names and store types decided.</summary>
internal static class FieldLowering
{
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Id", "TenantId", "AccountId", "Version", "Check", "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize",
        "Blank", "EqualityContract", "PrintMembers", "Deconstruct",
    };

    /// <summary>Members that every entity's class has.</summary>
    public static IEnumerable<string> ReservedMembers => Reserved;

    public static bool IsText(FieldKind kind) => kind is FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Url;

    /// <summary>The fields of an entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="index">The outline.</param>
    /// <param name="names">The names of its table.</param>
    /// <param name="withRetired">Whether those are among them of which only the columns are left: the table has them, and nothing else.</param>
    public static FieldLayout Lower(BoundEntity entity, OutlineIndex index, TableNames names, bool withRetired)
    {
        var layout = new FieldLayout(new(entity.Fields.Count), []);
        foreach (var field in entity.Fields)
        {
            Add(layout, entity, field, names, index, withRetired);
        }
        if (withRetired)
        {
            foreach (var field in entity.Retired)
            {
                Add(layout, entity, field, names, index, withRetired);
            }
        }
        ListLowering.Mark(entity, layout);
        return layout;
    }

    /// <summary>A field with a column of its own.</summary>
    /// <param name="field">The field.</param>
    /// <param name="position">Its bit.</param>
    /// <param name="group">The position of its group, or -1.</param>
    /// <param name="prefix">The name of the field that holds its value, or null.</param>
    /// <param name="owner">The C# type that declares its property.</param>
    /// <param name="names">The names of the table, for that of a foreign key; null for what is no column.</param>
    /// <param name="optional">Whether its group may be absent, so that the column takes NULL.</param>
    /// <param name="index">The outline.</param>
    public static FieldModel Leaf(BoundField field, int position, int group, string? prefix, string owner, TableNames? names, bool optional, OutlineIndex index)
    {
        var reference = field.Type.Kind == FieldKind.Reference;
        var spelled = index.Spell(field.Name);
        var column = (prefix is null ? "" : index.Spell(prefix).Snake + "_") + spelled.Snake + (reference ? "_id" : "");
        var navigation = Apart(spelled.Pascal, owner);
        var named = index.Type(field.Type.Name);
        var constraints = named is not null && IsText(named.Type.Kind) && field.Constraints.Pattern is { } pattern && pattern == named.Constraints.Pattern
            ? field.Constraints with { Pattern = null }
            : field.Constraints;
        return new FieldModel(
            position,
            reference ? navigation + "Id" : navigation,
            prefix is null ? navigation : index.Spell(prefix).Pascal + spelled.Pascal,
            field.Name,
            column,
            field.Type.Kind,
            TypeName(field.Type, named),
            field.Required,
            field is { Default: { } canonical, Type.Kind: FieldKind.Enum } ? EnumLowering.MemberOf(index.Enum(field.Type.Name!), canonical) : field.Default,
            field.OnCreate,
            field.OnUpdate,
            constraints,
            reference ? Reference(field, navigation, names?.ForeignKey(column) ?? "", index) : null,
            group,
            field.Description,
            StoreTypes.Column(
                column, field, optional || !field.Required, prefix is null ? field.Name : prefix + "." + field.Name, prefix is null ? DefaultOf(field, index) : null))
        {
            IsWriteOnce = field.WriteOnce,
            Classification = field.Classification,
        };
    }

    private static void Add(FieldLayout layout, BoundEntity entity, BoundField field, TableNames names, OutlineIndex index, bool withRetired)
    {
        if (field.Type.Kind == FieldKind.Value)
        {
            Flatten(layout, entity, field, names, index, withRetired);
            return;
        }
        var leaf = Leaf(field, layout.Fields.Count, group: -1, prefix: null, entity.ClassName, names, optional: false, index);
        var lowered = ComputedLowering.Lower(LifecycleLowering.WithState(leaf, entity, index), field, names.Table, index);
        layout.Fields.Add(field.IsRetired ? RetiredLowering.Retire(lowered) : lowered);
    }

    private static void Flatten(FieldLayout layout, BoundEntity entity, BoundField field, TableNames names, OutlineIndex index, bool withRetired)
    {
        var value = index.Value(field.Type.Name!);
        var group = layout.Groups.Count;
        layout.Groups.Add(new GroupModel(
            Member(field.Name, entity.ClassName), field.Name, value.Name, layout.Fields.Count, value.Fields.Count, field.Required, field.Description)
        {
            Classification = field.Classification,
        });
        // Retired parts stand behind those that the group counts.
        foreach (var part in withRetired ? value.Fields.Concat(value.Retired) : value.Fields)
        {
            var leaf = Leaf(part, layout.Fields.Count, group, field.Name, value.Name, names, !field.Required, index) with
            {
                IsWriteOnce = field.WriteOnce,
                Classification = field.Classification | part.Classification,
            };
            layout.Fields.Add(field.IsRetired || part.IsRetired ? RetiredLowering.Retire(leaf) : leaf);
        }
    }

    /// <summary>The default as SQL; fields of values have none.</summary>
    private static string? DefaultOf(BoundField field, OutlineIndex index) => field.Default is not { } canonical ? null
        : SeedLiterals.Of(field.Type.Kind, field.Type.Kind == FieldKind.Enum ? EnumLowering.StoredOf(index.Enum(field.Type.Name!), canonical) : canonical);

    private static string? TypeName(FieldType type, BoundScalarType? named) => type.Kind switch
    {
        FieldKind.Enum => type.Name,
        _ when named is not null && IsText(named.Type.Kind) => named.Name,
        _ => null,
    };

    private static ReferenceModel Reference(BoundField field, string navigation, string foreignKey, OutlineIndex index)
    {
        var target = index.Entity(field.Type.Name!);
        return new ReferenceModel(
            navigation, target.Name, target.ClassName, index.Table(target), foreignKey, field.Type.OnDelete);
    }

    // A property cannot be called like its class or like what every class and every entity has.
    internal static string Member(string name, string owner) => Apart(Naming.Pascal(name), owner);

    private static string Apart(string member, string owner) => member == owner || Reserved.Contains(member) ? member + "Value" : member;
}
