using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>An entity's table: columns, indexes, checks and references, and for each that a caller can run into, what its refusal means.</summary>
internal sealed class TableLowering(BoundEntity entity, FieldLayout layout, OutlineIndex index, TableNames names, List<ConstraintModel> constraints, OwnerModel? owner)
{
    /// <summary>A condition on rows, and that they are not marked as deleted; null for no condition at all.</summary>
    public static string? Live(BoundEntity entity, string where) =>
        !entity.SoftDelete ? where.Length > 0 ? where : null
        : where.Length > 0 ? "\"deleted_at\" IS NULL AND (" + where + ")"
        : "\"deleted_at\" IS NULL";

    /// <summary>The names of the checks of what is retired.</summary>
    public List<string> RetiredChecks { get; } = [];

    public TableModel Lower()
    {
        var indexes = Indexes();
        var checks = Checks();
        var references = References();
        ListLowering.AddIndexes(indexes, entity, layout, names);
        SoftDeleteLowering.AddReference(references, indexes, entity, index, names);
        return new TableModel(names.Table, names.Constraint("pk", null), Columns().ToEquatableArray(), indexes.ToEquatableArray(), checks.ToEquatableArray(), references.ToEquatableArray())
        {
            Origin = entity.Name,
            IsSmall = entity.IsSmall,
            Partitions = index.Outline.App.Partitions,
        };
    }

    private List<ColumnModel> Columns()
    {
        var columns = new List<ColumnModel>(layout.Fields.Count + 4) { StoreTypes.TenantId, StoreTypes.Id };
        if (entity.Role == EntityRole.Member)
        {
            columns.Add(StoreTypes.Own("account_id", "uuid", nullable: true));
        }
        if (owner is not null)
        {
            columns.Add(StoreTypes.Own(owner.Column, "uuid"));
        }
        foreach (var field in layout.Fields)
        {
            if (field.HasColumn)
            {
                columns.Add(field.Store);
            }
        }
        columns.AddRange(SoftDeleteLowering.Columns(entity, index));
        return columns;
    }

    private List<IndexModel> Indexes()
    {
        var indexes = new List<IndexModel>();
        if (entity.Role == EntityRole.Member)
        {
            indexes.Add(new IndexModel(Name("uq", "account_id"), EquatableArray.Of("tenant_id", "account_id"), Unique: true));
        }
        foreach (var unique in entity.Uniques)
        {
            var made = Index("uq", unique);
            indexes.Add(made);
            var fields = unique.Fields.ConvertAll(layout.Named);
            if (fields.Any(static field => field.IsRetired))
            {
                continue;
            }
            constraints.Add(new ConstraintModel(
                made.Name, "unique", fields.ConvertAll(static field => field.Constant),
                unique.Message ?? "Another " + Naming.Words(entity.Name) + " has the same " + string.Join(" and ", unique.Fields) + ".", 409));
        }
        foreach (var declared in entity.Indexes)
        {
            indexes.Add(Index("ix", declared));
        }
        foreach (var field in layout.Fields)
        {
            if (field.Reference is not null && !HasIndex(indexes, field.Column))
            {
                indexes.Add(new IndexModel(Name("ix", field.Column), EquatableArray.Of("tenant_id", field.Column), Unique: false));
            }
        }
        if (owner is not null)
        {
            // The rows of an owner in their order, as every read of the owner asks for them.
            indexes.Add(new IndexModel(Name("ix", owner.Column), EquatableArray.Of("tenant_id", owner.Column, "id"), Unique: false));
        }
        return indexes;
    }

    private static bool HasIndex(List<IndexModel> indexes, string column)
    {
        foreach (var made in indexes)
        {
            if (made.Columns[1] == column && made.Where is null)
            {
                return true;
            }
        }
        return false;
    }

    private List<CheckModel> Checks()
    {
        var checks = new List<CheckModel>();
        if (entity.Role == EntityRole.Tenant)
        {
            checks.Add(new CheckModel(Name("ck", "tenant"), "\"id\" = \"tenant_id\""));
        }
        foreach (var field in layout.Fields)
        {
            if (field.HasColumn)
            {
                Add(checks, field, FieldChecks.Choice(field, index));
                Add(checks, field, FieldChecks.Length(field));
                Add(checks, field, FieldChecks.Range(field));
            }
        }
        foreach (var group in layout.Groups)
        {
            if (!group.Required)
            {
                Add(checks, group, layout.Fields.GetRange(group.First, group.Count));
            }
        }
        return checks;
    }

    private void Add(List<CheckModel> checks, FieldModel field, FieldCheck? check)
    {
        if (check is not null)
        {
            var name = Name("ck", field.Column + check.Suffix);
            checks.Add(new CheckModel(name, check.Sql));
            Refuse(field.IsRetired, new ConstraintModel(name, check.Code, EquatableArray.Of(field.Constant), check.Message, 422));
        }
    }

    private void Add(List<CheckModel> checks, GroupModel group, List<FieldModel> parts)
    {
        var name = Name("ck", Naming.Snake(group.Name));
        checks.Add(new CheckModel(name, FieldChecks.WholeOrAbsent(parts)));
        Refuse(parts[0].IsRetired, new ConstraintModel(
            name, "incomplete", EquatableArray.Of(group.Member),
            "The value must be null or have " + string.Join(" and ", parts.Where(part => part.Required).Select(part => part.Name)) + ".", 422));
    }

    /// <summary>What a check refuses. No request gives what is retired, and none is told that it is wrong.</summary>
    private void Refuse(bool isRetired, ConstraintModel refusal)
    {
        if (isRetired)
        {
            RetiredChecks.Add(refusal.Name);
        }
        else
        {
            constraints.Add(refusal);
        }
    }

    private List<ForeignKeyModel> References()
    {
        var references = new List<ForeignKeyModel>();
        if (owner is not null)
        {
            references.Add(new ForeignKeyModel(owner.ForeignKey, owner.Column, owner.Table, DeleteAction.Cascade));
        }
        foreach (var field in layout.Fields)
        {
            if (field.Reference is { } reference)
            {
                references.Add(new ForeignKeyModel(reference.ForeignKey, field.Column, reference.Table, reference.OnDelete));
                if (field.IsRetired)
                {
                    continue;
                }
                constraints.Add(new ConstraintModel(
                    reference.ForeignKey, "reference", EquatableArray.Of(field.Constant), "There is no such " + Naming.Words(reference.Entity) + ".", 422));
            }
        }
        return references;
    }

    private IndexModel Index(string prefix, BoundIndex declared)
    {
        var isUnique = prefix == "uq";
        var where = declared.Where is { } some ? SqlExpression.Condition(some.Tree, index.Outline, new SqlScope(names.Table)) : "";
        var columns = new List<string>(declared.Fields.Count + 2) { "tenant_id" };
        if (isUnique && owner is not null)
        {
            // Rows of an owned entity are told apart among those of their owner.
            columns.Add(owner.Column);
        }
        foreach (var field in declared.Fields)
        {
            columns.Add(layout.Named(field).Column);
        }
        return new IndexModel(Name(prefix, index.Spell(declared.Name).Snake), columns.ToEquatableArray(), isUnique, isUnique ? Live(entity, where) : null)
        {
            AtStatementEnd = isUnique && owner is not null && declared.Where is null,
        };
    }

    private string Name(string prefix, string rest) => names.Constraint(prefix, rest);
}
