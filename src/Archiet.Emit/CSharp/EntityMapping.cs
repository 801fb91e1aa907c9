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
        yield return "entity.Key(" + CSharpText.Literal(entity.Table.PrimaryKey) + ");";
        foreach (var field in entity.Fields.Where(field => field is { Group: < 0, TypeName: not null }))
        {
            yield return "entity.Converted(" + CSharpText.Literal(field.Member) + ", typeof(" + field.TypeName + "Converter));";
        }
        foreach (var line in entity.Groups.SelectMany(group => Value(entity, group)))
        {
            yield return line;
        }
        foreach (var field in entity.Fields)
        {
            if (field.Reference is { } reference)
            {
                yield return "entity.Reference(typeof(" + CSharpText.Identifier(reference.ClassName) + "), " + CSharpText.Literal(reference.Navigation) + ", "
                    + CSharpText.Literal(field.Member) + ", required: " + Boolean(field.Required) + ", " + names.Static("OnDelete") + "." + reference.OnDelete + ", "
                    + CSharpText.Literal(reference.ForeignKey) + ");";
            }
        }
        var members = entity.Fields.Where(field => field.Group < 0).ToDictionary(field => field.Column, field => field.Member, StringComparer.Ordinal);
        members["tenant_id"] = "TenantId";
        members["account_id"] = "AccountId";
        foreach (var index in entity.Table.Indexes)
        {
            yield return "entity.Index(" + CSharpText.Literal(index.Name) + ", unique: " + Boolean(index.Unique) + ", "
                + string.Join(", ", index.Columns.Select(column => CSharpText.Literal(members[column]))) + ");";
        }
        foreach (var check in entity.Table.Checks)
        {
            yield return "entity.Check(" + CSharpText.Literal(check.Name) + ", " + CSharpText.Literal(check.Sql) + ");";
        }
    }

    private static IEnumerable<string> Value(EntityModel entity, GroupModel group)
    {
        var local = group.Name + "Columns";
        yield return "var " + local + " = entity.Value(typeof(" + CSharpText.Identifier(group.TypeName) + "), " + CSharpText.Literal(group.Member) + ", required: "
            + Boolean(group.Required) + ");";
        for (var at = group.First; at < group.First + group.Count; at++)
        {
            var field = entity.Fields[at];
            yield return local + ".Column(" + CSharpText.Literal(field.Member) + ", " + CSharpText.Literal(field.Column) + ", "
                + CSharpText.Literal(field.Store.StoreType) + ", required: " + Boolean(field.Required)
                + (field.TypeName is { } type ? ", typeof(" + type + "Converter)" : "")
                + (field.Store.MaxLength > 0 ? ", maxLength: " + CSharpText.Number(field.Store.MaxLength) : "")
                + (field.Store.Precision > 0 ? ", precision: " + CSharpText.Number(field.Store.Precision) + ", scale: " + CSharpText.Number(field.Store.Scale) : "") + ");";
        }
    }

    private static string Boolean(bool value) => value ? "true" : "false";
}
