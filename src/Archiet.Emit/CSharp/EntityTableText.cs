using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The table of an entity as the runtime knows it: fields, values, constraints and statements.</summary>
internal static class EntityTableText
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        var self = names["IEntity"] + "<" + CSharpText.Identifier(entity.ClassName) + ">";
        source
            .Line()
            .Line("static " + names["EntityTable"] + " " + self + ".Table { get; } = new("
                + CSharpText.Literal(entity.Name) + ", " + CSharpText.Literal(entity.Table.Name) + ", " + CSharpText.Literal(entity.Resource.Route) + ", "
                + CSharpText.Number(entity.Ordinal) + ")")
            .Line("{").Indent().Line("Fields =").Line("[").Indent();
        foreach (var field in entity.Fields)
        {
            source.Line(Field(entity, field, names) + ",");
        }
        source.Unindent().Line("],");
        List(source, "Groups", entity.Groups.Select(Group));
        List(source, "Constraints", entity.Constraints.Select(constraint => Constraint(entity, constraint, names)));
        EntitySql.Write(source, entity);
        source.Unindent().Line("};");
    }

    private static void List(SourceWriter source, string name, IEnumerable<string> items)
    {
        var lines = items.ToList();
        if (lines.Count == 0)
        {
            return;
        }
        source.Line(name + " =").Line("[").Indent();
        foreach (var line in lines)
        {
            source.Line(line + ",");
        }
        source.Unindent().Line("],");
    }

    private static string Field(EntityModel entity, FieldModel field, TypeNames names)
    {
        var member = field.Group < 0 ? field.Member : entity.Groups[field.Group].Member + "." + field.Member;
        var facts = Facts(field, names).ToList();
        return "new(" + CSharpText.Literal(member) + ", " + CSharpText.Literal(field.Name) + ", " + CSharpText.Literal(field.Column) + ", "
            + names.Static("FieldKind") + "." + Kind(field.Kind) + ", " + CSharpText.Literal(field.Store.StoreType) + ")"
            + (facts.Count == 0 ? "" : " { " + string.Join(", ", facts) + " }");
    }

    private static IEnumerable<string> Facts(FieldModel field, TypeNames names)
    {
        if (field.Required)
        {
            yield return "Required = true";
        }
        if (field.Default is not null)
        {
            yield return "HasDefault = true";
        }
        if (field.OnCreate != ServerValue.None)
        {
            yield return "OnCreate = " + names.Static("ServerValue") + "." + field.OnCreate;
        }
        if (field.OnUpdate != ServerValue.None)
        {
            yield return "OnUpdate = " + names.Static("ServerValue") + "." + field.OnUpdate;
        }
        if (field.Constraints.MinLength is { } min and > 0)
        {
            yield return "MinLength = " + CSharpText.Number(min);
        }
        if ((field.Constraints.MaxLength ?? field.Store.MaxLength) is var max and > 0)
        {
            yield return "MaxLength = " + CSharpText.Number(max);
        }
        if (field.Kind == FieldKind.Decimal)
        {
            yield return "Precision = " + CSharpText.Number(field.Store.Precision);
            yield return "Scale = " + CSharpText.Number(field.Store.Scale);
        }
        if (field.Constraints.Minimum is { } least)
        {
            yield return "Minimum = " + CSharpText.Literal(least);
        }
        if (field.Constraints.Maximum is { } greatest)
        {
            yield return "Maximum = " + CSharpText.Literal(greatest);
        }
        if (field.Constraints.Pattern is { } pattern)
        {
            yield return "Pattern = " + CSharpText.Literal(pattern);
        }
        if (field.Reference is { } reference)
        {
            yield return "ForeignKey = " + CSharpText.Literal(reference.ForeignKey);
        }
    }

    private static string Group(GroupModel group) => "new(" + CSharpText.Literal(group.Member) + ", " + CSharpText.Literal(group.Name) + ", "
        + CSharpText.Number(group.First) + ", " + CSharpText.Number(group.Count) + ", Required: " + (group.Required ? "true" : "false") + ")";

    private static string Constraint(EntityModel entity, ConstraintModel constraint, TypeNames names)
    {
        var fields = constraint.Fields.Select(field => names.Own(entity.ClassName + "Fields") + "." + CSharpText.Identifier(field));
        return "new(" + CSharpText.Literal(constraint.Name) + ", " + CSharpText.Literal(constraint.Code) + ", " + string.Join(" | ", fields) + ", "
            + CSharpText.Literal(constraint.Message) + (constraint.Status == 422 ? ")" : ", " + CSharpText.Number(constraint.Status) + ")");
    }

    private static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.String or FieldKind.Text => "Text",
        FieldKind.Enum => "Choice",
        _ => kind.ToString(),
    };
}
