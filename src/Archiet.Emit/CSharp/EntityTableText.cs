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
            .Line($"static {names["EntityTable"]} {self}.Table {{ get; }} = new({entity.Name:literal}, {entity.Table.Name:literal}, {entity.Resource.Route:literal}, {entity.Ordinal})")
            .Line("{").Indent().Line("Fields =").Line("[").Indent();
        foreach (var field in entity.Fields)
        {
            Field(source, entity, field, names);
            source.Line(",");
        }
        source.Unindent().Line("],");
        List(source, "Groups", entity.Groups, group => Group(source, group));
        List(source, "Constraints", entity.Constraints, constraint => Constraint(source, entity, constraint, names));
        EntityAccess.Table(source, entity);
        EntityTransitions.Table(source, entity);
        EntitySeeds.Table(source, entity);
        EntityChildren.Table(source, entity, names);
        EntityLinks.Table(source, entity, names);
        if (entity.Owner is null)
        {
            EntitySql.Write(source, entity);
        }
        source.Unindent().Line("};");
    }

    private static void List<T>(SourceWriter source, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }
        source.Line($"{name} =").Line("[").Indent();
        foreach (var item in items)
        {
            write(item);
            source.Line(",");
        }
        source.Unindent().Line("],");
    }

    private static void Field(SourceWriter source, EntityModel entity, FieldModel field, TypeNames names)
    {
        var member = field.Group < 0 ? field.Member : entity.Groups[field.Group].Member + "." + field.Member;
        Field(source, member, field, names);
    }

    /// <summary>A field as it is made.</summary>
    public static void Field(SourceWriter source, string member, FieldModel field, TypeNames names)
    {
        source.Write(
            $"new({member:literal}, {field.Name:literal}, {field.Column:literal}, {names.Static("FieldKind")}.{Kind(field.Kind)}, {field.Store.StoreType:literal})");
        Facts(source, field, names);
    }

    private static void Facts(SourceWriter source, FieldModel field, TypeNames names)
    {
        var any = false;
        if (field.Required)
        {
            Next().Write("Required = true");
        }
        if (field.Default is not null)
        {
            Next().Write("HasDefault = true");
        }
        if (field.OnCreate != ServerValue.None)
        {
            Next().Write($"OnCreate = {names.Static("ServerValue")}.{field.OnCreate.ToString()}");
        }
        if (field.OnUpdate != ServerValue.None)
        {
            Next().Write($"OnUpdate = {names.Static("ServerValue")}.{field.OnUpdate.ToString()}");
        }
        if (field.Classification != Classification.None)
        {
            Next().Write($"Classification = {ClassificationText.Value(field.Classification, names)}");
        }
        if (field.IsWriteOnce)
        {
            Next().Write("IsWriteOnce = true");
        }
        if (field.Initial is not null)
        {
            Next().Write("IsState = true");
        }
        if (field.Computed is { } computed)
        {
            Next().Write("IsComputed = true");
            if (!computed.IsStored)
            {
                Next().Write($"Expression = {CSharpText.Sql(computed.Sql)}");
            }
        }
        if (field.Constraints.MinLength is { } min and > 0)
        {
            Next().Write($"MinLength = {min}");
        }
        if ((field.Constraints.MaxLength ?? field.Store.MaxLength) is var max and > 0)
        {
            Next().Write($"MaxLength = {max}");
        }
        if (field.Kind == FieldKind.Decimal)
        {
            Next().Write($"Precision = {field.Store.Precision}");
            Next().Write($"Scale = {field.Store.Scale}");
        }
        if (field.Constraints.Minimum is { } least)
        {
            Next().Write($"Minimum = {least:literal}");
        }
        if (field.Constraints.Maximum is { } greatest)
        {
            Next().Write($"Maximum = {greatest:literal}");
        }
        if (field.Constraints.Pattern is { } pattern)
        {
            Next().Write($"Pattern = {pattern:literal}");
        }
        if (field.Reference is { ForeignKey.Length: > 0 } reference)
        {
            Next().Write($"ForeignKey = {reference.ForeignKey:literal}");
            Next().Write($"Target = {names.Static("EntityTable")}.Of<{reference.ClassName:name}>");
        }
        if (field.CanSort)
        {
            Next().Write("CanSort = true");
        }
        if (field.CanFilter)
        {
            Next().Write("CanFilter = true");
            if (field.Kind == FieldKind.Enum)
            {
                Next().Write($"Choices = {names.Own(field.TypeName + "Names")}.All");
            }
        }
        if (any)
        {
            source.Write(" }");
        }

        SourceWriter Next()
        {
            source.Write(any ? ", " : " { ");
            any = true;
            return source;
        }
    }

    private static void Group(SourceWriter source, GroupModel group) => source.Write(
        $"new({group.Member:literal}, {group.Name:literal}, {group.First}, {group.Count}, Required: {(group.Required ? "true" : "false")})");

    private static void Constraint(SourceWriter source, EntityModel entity, ConstraintModel constraint, TypeNames names)
    {
        if (RuleOf(entity, constraint) is { } rule)
        {
            source.Write($"{EntityRules.ClassOf(entity, names)}.{rule.Member:name}");
        }
        else
        {
            Made(source, entity, constraint, names);
        }
    }

    private static RuleModel? RuleOf(EntityModel entity, ConstraintModel constraint)
    {
        foreach (var rule in entity.Rules)
        {
            if (rule.Constraint == constraint.Name)
            {
                return rule;
            }
        }
        return null;
    }

    /// <summary>A constraint as it is made.</summary>
    public static void Made(SourceWriter source, EntityModel entity, ConstraintModel constraint, TypeNames names)
    {
        source.Write($"new({constraint.Name:literal}, {constraint.Code:literal}, ");
        var fields = names.Own(entity.ClassName + "Fields");
        var separator = "";
        foreach (var field in constraint.Fields)
        {
            source.Write($"{separator}{fields}.{field:name}");
            separator = " | ";
        }
        source.Write(constraint.Fields.Count == 0 ? "default" : "");
        source.Write($", {constraint.Message:literal}");
        if (constraint.Status != 422)
        {
            source.Write($", {constraint.Status}");
        }
        source.Write(")");
    }

    private static string Kind(FieldKind kind) => kind switch
    {
        FieldKind.String or FieldKind.Text => "Text",
        FieldKind.Enum => "Choice",
        _ => kind.ToString(),
    };
}
