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

    /// <summary>Rows of an owned entity are told apart among those of their owner.</summary>
    private IEnumerable<string> OwnerColumn => owner is null ? [] : [owner.Column];

    /// <summary>The names of the checks of what is retired.</summary>
    public List<string> RetiredChecks { get; } = [];

    public TableModel Lower()
    {
        var indexes = Indexes();
        var checks = Checks();
        var references = References();
        ListLowering.AddIndexes(indexes, entity, layout, column => Name("ix", column));
        SoftDeleteLowering.AddReference(references, indexes, entity, index, Name);
        return new TableModel(names.Table, names.Constraint("pk", null), Columns().ToEquatableArray(), indexes.ToEquatableArray(), checks.ToEquatableArray(), references.ToEquatableArray())
        {
            Origin = entity.Name,
            IsSmall = entity.IsSmall,
            Partitions = index.Outline.App.Partitions,
        };
    }

    private IEnumerable<ColumnModel> Columns()
    {
        yield return StoreTypes.Own("tenant_id", "uuid");
        yield return StoreTypes.Own("id", "uuid");
        if (entity.Role == EntityRole.Member)
        {
            yield return StoreTypes.Own("account_id", "uuid", nullable: true);
        }
        if (owner is not null)
        {
            yield return StoreTypes.Own(owner.Column, "uuid");
        }
        foreach (var column in layout.Fields.Where(field => field.HasColumn).Select(field => field.Store).Concat(SoftDeleteLowering.Columns(entity, index)))
        {
            yield return column;
        }
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
            if (unique.Fields.Any(field => layout.Named(field).IsRetired))
            {
                continue;
            }
            constraints.Add(new ConstraintModel(
                made.Name, "unique", unique.Fields.Select(field => layout.Named(field).Constant).ToEquatableArray(),
                unique.Message ?? "Another " + Naming.Words(entity.Name) + " has the same " + string.Join(" and ", unique.Fields) + ".", 409));
        }
        indexes.AddRange(entity.Indexes.Select(declared => Index("ix", declared)));
        foreach (var column in layout.Fields.Where(field => field.Reference is not null).Select(field => field.Column))
        {
            if (!indexes.Any(made => made.Columns[1] == column && made.Where is null))
            {
                indexes.Add(new IndexModel(Name("ix", column), EquatableArray.Of("tenant_id", column), Unique: false));
            }
        }
        if (owner is not null)
        {
            // The rows of an owner in their order, as every read of the owner asks for them.
            indexes.Add(new IndexModel(Name("ix", owner.Column), EquatableArray.Of("tenant_id", owner.Column, "id"), Unique: false));
        }
        return indexes;
    }

    private List<CheckModel> Checks()
    {
        var checks = new List<CheckModel>();
        if (entity.Role == EntityRole.Tenant)
        {
            checks.Add(new CheckModel(Name("ck", "tenant"), "\"id\" = \"tenant_id\""));
        }
        foreach (var field in layout.Fields.Where(field => field.HasColumn))
        {
            foreach (var check in FieldChecks.Of(field, index))
            {
                var name = Name("ck", field.Column + check.Suffix);
                Add(name, check.Sql, field.IsRetired, () => new ConstraintModel(name, check.Code, EquatableArray.Of(field.Constant), check.Message, 422));
            }
        }
        foreach (var group in layout.Groups.Where(group => !group.Required))
        {
            var parts = layout.Fields.Skip(group.First).Take(group.Count).ToList();
            var name = Name("ck", Naming.Snake(group.Name));
            Add(name, FieldChecks.WholeOrAbsent(parts), parts[0].IsRetired, () => new ConstraintModel(
                name, "incomplete", EquatableArray.Of(group.Member),
                "The value must be null or have " + string.Join(" and ", parts.Where(part => part.Required).Select(part => part.Name)) + ".", 422));
        }
        return checks;

        // No request gives what is retired, and none is told that it is wrong.
        void Add(string name, string sql, bool isRetired, Func<ConstraintModel> refusal)
        {
            checks.Add(new CheckModel(name, sql));
            if (isRetired)
            {
                RetiredChecks.Add(name);
            }
            else
            {
                constraints.Add(refusal());
            }
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
        var where = declared.Where is { } some ? SqlExpression.Condition(some.Tree, index.Outline, new SqlScope(names.Table)) : "";
        return new IndexModel(
            Name(prefix, Naming.Snake(declared.Name)),
            (prefix == "uq" ? OwnerColumn : []).Concat(declared.Fields.Select(field => layout.Named(field).Column)).Prepend("tenant_id").ToEquatableArray(),
            prefix == "uq",
            prefix == "uq" ? Live(entity, where) : null)
        {
            AtStatementEnd = prefix == "uq" && owner is not null && declared.Where is null,
        };
    }

    private string Name(string prefix, string rest) => names.Constraint(prefix, rest);
}
