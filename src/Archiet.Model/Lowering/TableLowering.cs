using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>An entity's table: columns, indexes, checks and references, and for each that a caller can run into, what its refusal means.</summary>
internal sealed class TableLowering(BoundEntity entity, FieldLayout layout, OutlineIndex index, List<ConstraintModel> constraints)
{
    private readonly string plural = Naming.Snake(entity.Plural);

    public TableModel Lower()
    {
        var indexes = Indexes();
        var checks = Checks();
        var references = References();
        return new TableModel(Naming.Identifier(plural), Name("pk", null), Columns().ToEquatableArray(), indexes.ToEquatableArray(), checks.ToEquatableArray(), references.ToEquatableArray());
    }

    private IEnumerable<ColumnModel> Columns()
    {
        yield return new ColumnModel("tenant_id", "uuid", "Guid", false);
        yield return new ColumnModel("id", "uuid", "Guid", false);
        if (entity.Role == EntityRole.Member)
        {
            yield return new ColumnModel("account_id", "uuid", "Guid", true);
        }
        foreach (var field in layout.Fields)
        {
            yield return field.Store;
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
            constraints.Add(new ConstraintModel(
                made.Name, "unique", unique.Fields.Select(field => layout.Named(field).Constant).ToEquatableArray(),
                "Another " + Naming.Words(entity.Name) + " has the same " + string.Join(" and ", unique.Fields) + ".", 409));
        }
        indexes.AddRange(entity.Indexes.Select(declared => Index("ix", declared)));
        foreach (var field in layout.Fields.Where(field => field.Reference is not null))
        {
            if (!indexes.Any(made => made.Columns[1] == field.Column))
            {
                indexes.Add(new IndexModel(Name("ix", field.Column), EquatableArray.Of("tenant_id", field.Column), Unique: false));
            }
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
        foreach (var field in layout.Fields)
        {
            foreach (var check in FieldChecks.Of(field, index))
            {
                var name = Name("ck", field.Column + check.Suffix);
                checks.Add(new CheckModel(name, check.Sql));
                constraints.Add(new ConstraintModel(name, check.Code, EquatableArray.Of(field.Constant), check.Message, 422));
            }
        }
        foreach (var group in layout.Groups.Where(group => !group.Required))
        {
            var parts = layout.Fields.Skip(group.First).Take(group.Count).ToList();
            var name = Name("ck", Naming.Snake(group.Name));
            checks.Add(new CheckModel(name, FieldChecks.WholeOrAbsent(parts)));
            constraints.Add(new ConstraintModel(
                name, "incomplete", EquatableArray.Of(group.Member),
                "The value must be null or have " + string.Join(" and ", parts.Where(part => part.Required).Select(part => part.Name)) + ".", 422));
        }
        return checks;
    }

    private List<ForeignKeyModel> References()
    {
        var references = new List<ForeignKeyModel>();
        foreach (var field in layout.Fields)
        {
            if (field.Reference is { } reference)
            {
                references.Add(new ForeignKeyModel(reference.ForeignKey, field.Column, reference.Table, reference.OnDelete));
                constraints.Add(new ConstraintModel(
                    reference.ForeignKey, "reference", EquatableArray.Of(field.Constant), "There is no such " + Naming.Words(reference.Entity) + ".", 422));
            }
        }
        return references;
    }

    private IndexModel Index(string prefix, BoundIndex declared) => new(
        Name(prefix, Naming.Snake(declared.Name)),
        declared.Fields.Select(field => layout.Named(field).Column).Prepend("tenant_id").ToEquatableArray(),
        prefix == "uq");

    private string Name(string prefix, string? rest) =>
        Naming.Identifier(prefix + "_" + plural + (rest is null ? "" : "_" + rest));
}
