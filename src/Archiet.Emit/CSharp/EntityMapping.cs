using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What Entity Framework must be told beyond what the runtime maps for every entity: converters, values, references, indexes and checks.</summary>
internal static class EntityMapping
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        var name = CSharpText.Identifier(entity.ClassName);
        source.Line().Open("static void " + names["IMapped"] + "<" + name + ">.Map(" + names["EntityTypeBuilder"] + "<" + name + "> entity)");
        foreach (var line in Lines(entity, names))
        {
            source.Line(line);
        }
        source.Close();
    }

    private static IEnumerable<string> Lines(EntityModel entity, TypeNames names)
    {
        yield return "entity.HasKey(\"TenantId\", \"Id\").HasName(" + CSharpText.Literal(entity.Table.PrimaryKey) + ");";
        foreach (var field in entity.Fields.Where(field => field is { Group: < 0, TypeName: not null }))
        {
            yield return "entity.Property(" + CSharpText.Literal(field.Member) + ").HasConversion<" + field.TypeName + "Converter>();";
        }
        foreach (var group in entity.Groups)
        {
            foreach (var line in Value(entity, group))
            {
                yield return line;
            }
        }
        foreach (var field in entity.Fields)
        {
            if (field.Reference is { } reference)
            {
                yield return "entity.HasOne(typeof(" + CSharpText.Identifier(reference.ClassName) + "), " + CSharpText.Literal(reference.Navigation) + ").WithMany().HasForeignKey(\"TenantId\", "
                    + CSharpText.Literal(field.Member) + ").IsRequired(" + (field.Required ? "true" : "false") + ").OnDelete(" + names.Static("DeleteBehavior") + "." + OnDelete(reference.OnDelete)
                    + ").HasConstraintName(" + CSharpText.Literal(reference.ForeignKey) + ");";
            }
        }
        var members = entity.Fields.Where(field => field.Group < 0).ToDictionary(field => field.Column, field => field.Member, StringComparer.Ordinal);
        members["tenant_id"] = "TenantId";
        members["account_id"] = "AccountId";
        foreach (var index in entity.Table.Indexes)
        {
            yield return "entity.HasIndex([" + string.Join(", ", index.Columns.Select(column => CSharpText.Literal(members[column]))) + "], "
                + CSharpText.Literal(index.Name) + ")" + (index.Unique ? ".IsUnique();" : ";");
        }
        foreach (var check in entity.Table.Checks)
        {
            yield return "entity.Metadata.AddCheckConstraint(" + CSharpText.Literal(check.Name) + ", " + CSharpText.Literal(check.Sql) + ");";
        }
    }

    private static IEnumerable<string> Value(EntityModel entity, GroupModel group)
    {
        var local = CSharpText.Identifier(group.Name);
        yield return "var " + local + " = entity.ComplexProperty(typeof(" + CSharpText.Identifier(group.TypeName) + "), " + CSharpText.Literal(group.Member) + ").IsRequired("
            + (group.Required ? "true" : "false") + ");";
        for (var at = group.First; at < group.First + group.Count; at++)
        {
            var field = entity.Fields[at];
            yield return local + ".Property(" + CSharpText.Literal(field.Member) + ")" + Column(field)
                + (field.TypeName is { } type ? ".HasConversion<" + type + "Converter>();" : ";");
        }
    }

    private static string Column(FieldModel field) =>
        ".HasColumnName(" + CSharpText.Literal(field.Column) + ").HasColumnType(" + CSharpText.Literal(field.Store.StoreType) + ")"
        + (field.Store.MaxLength > 0 ? ".HasMaxLength(" + CSharpText.Number(field.Store.MaxLength) + ")" : "")
        + (field.Store.Precision > 0 ? ".HasPrecision(" + CSharpText.Number(field.Store.Precision) + ", " + CSharpText.Number(field.Store.Scale) + ")" : "")
        + ".IsRequired(" + (field.Required ? "true" : "false") + ")";

    private static string OnDelete(DeleteAction action) => action switch
    {
        DeleteAction.Cascade => "Cascade",
        DeleteAction.SetNull => "ClientNoAction",
        _ => "Restrict",
    };
}
