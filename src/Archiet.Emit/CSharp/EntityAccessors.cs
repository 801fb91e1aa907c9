using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What the data path calls for each row or body: Blank, Read, Write, Bind, Validate.</summary>
internal static class EntityAccessors
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        var name = CSharpText.Identifier(entity.ClassName);
        var self = names["IEntity"] + "<" + name + ">";
        var blanks = EntityProperties.Blanks(entity.Fields.Where(field => field.Group < 0))
            .Prepend("Id = id")
            .Concat(entity.Groups.Where(group => group.Required)
                .Select(group => CSharpText.Identifier(group.Member) + " = " + names.Own(group.TypeName, group.Member) + ".Blank()"));
        source.Line().Wrapped("static " + name + " " + self + ".Blank(" + names["Guid"] + " id) => new() { ", blanks, ", ", " };");
        Read(source.Line().Write($"static void {names["IFields"]}<{name}>.Read(int field, ref {names["FieldReader"]} json, {name} it)"), entity, names);
        Write(source.Line().Write($"static void {self}.Write({names["RowWriter"]} row)"), entity);
        Bind(source.Line().Write($"static void {self}.Bind({name} it, {names["Parameters"]} values)"), entity, names);
        var arguments = "(" + name + " it, " + names["FieldSet"] + " known, " + names["Findings"] + " findings)";
        EntityRules.Validate(source.Line(), entity, names, "static void " + self + ".Validate" + arguments);
        source
            .Line()
            .Line("/// <summary>For what is easier said in C#: implement it in a partial class of your own. <paramref name=\"known\"/> names the fields that are given.</summary>")
            .Line($"static partial void Check{arguments};");
    }

    // Each of these is written behind its signature.
    private static void Read(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Fields.All(field => field.IsServerSet))
        {
            source.Open("").Close();
            return;
        }
        source.Open("").Open("switch (field)");
        foreach (var field in entity.Fields)
        {
            if (!field.IsServerSet)
            {
                Target(source.Write($"case {field.Position}: "), entity, field, names);
                ReadCall(source.Write(" = "), field, names).Line("; break;");
            }
        }
        source.Close().Close();
    }

    private static void Write(SourceWriter source, EntityModel entity)
    {
        if (entity.Fields.Count + entity.Children.Count == 0)
        {
            source.Open("").Close();
            return;
        }
        var row = new WrappedLine(source.Line(" => row").Indent(), "", "");
        foreach (var field in entity.Fields)
        {
            var group = field.Group < 0 ? null : entity.Groups[field.Group];
            if (group is not null && field.Position == group.First)
            {
                row.Part(".Begin(" + Utf8(group.Name) + ", " + CSharpText.Number(group.Count) + ", " + CSharpText.Number(Probe(entity, group)) + ")");
            }
            row.Part(".", Call(field), "(\"", field.Name, "\"u8)");
            if (group is not null && field.Position == group.First + group.Count - 1)
            {
                row.Part(".End()");
            }
        }
        foreach (var children in entity.Children)
        {
            row.Part(".Children(", Utf8(children.Name), ")");
        }
        row.End(";").Unindent();
    }

    private static void Bind(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Fields.All(field => field.IsServerSet))
        {
            source.Open("").Close();
            return;
        }
        var values = new WrappedLine(source.Line(" => values").Indent(), "", "");
        foreach (var field in entity.Fields)
        {
            if (!field.IsServerSet)
            {
                if (field is { Group: < 0, TypeName: null })
                {
                    values.Part(".", Call(field), "(it.", CSharpText.Identifier(field.Member), ")");
                }
                else
                {
                    values.Part(".", Call(field), "(", Bound(entity, field, names), ")");
                }
            }
        }
        values.End(";").Unindent();
    }

    // The first field of an optional value that a body gives makes the value; a body that gives null for it reads no field.
    private static void Target(SourceWriter source, EntityModel entity, FieldModel field, TypeNames names)
    {
        if (field.Group < 0)
        {
            source.Write("it.").Write(field.IsWriteOnce ? EntityProperties.Given(field.Member) : CSharpText.Identifier(field.Member));
            return;
        }
        var group = entity.Groups[field.Group];
        var value = "it." + (field.IsWriteOnce ? EntityProperties.Given(group.Member) : CSharpText.Identifier(group.Member));
        source.Write($"{(group.Required ? value : "(" + value + " ??= " + names.Own(group.TypeName, group.Member) + ".Blank())")}.{field.Member:name}");
    }

    /// <summary>The call that reads a field's value.</summary>
    public static SourceWriter ReadCall(SourceWriter source, FieldModel field, TypeNames names)
    {
        var suffix = field.Required ? "" : "OrNull";
        if (field.Kind == FieldKind.Enum)
        {
            return source.Write($"({field.TypeName!:name}{(field.Required ? "" : "?")})json.Choice{suffix}({names.Own(field.TypeName + "Names")}.All)");
        }
        return field.TypeName is { } text ? source.Write($"json.Named{suffix}<{text:name}>()") : source.Write($"json.{Call(field)}{suffix}()");
    }

    // A required field tells whether the value is there; a value that always is needs no telling.
    private static int Probe(EntityModel entity, GroupModel group)
    {
        for (var at = 0; at < group.Count && !group.Required; at++)
        {
            if (entity.Fields[group.First + at].Required)
            {
                return at;
            }
        }
        return -1;
    }

    private static string Bound(EntityModel entity, FieldModel field, TypeNames names)
    {
        var value = "it.";
        var nullable = !field.Required;
        if (field.Group >= 0)
        {
            var group = entity.Groups[field.Group];
            value += CSharpText.Identifier(group.Member) + (group.Required ? "." : "?.");
            nullable |= !group.Required;
        }
        return Plain(value + CSharpText.Identifier(field.Member), field, nullable, names);
    }

    /// <summary>A property as the runtime takes it: enums and named types as their text.</summary>
    public static string Plain(string value, FieldModel field, bool nullable, TypeNames names)
    {
        if (field.Kind == FieldKind.Enum)
        {
            return names.Own(field.TypeName + "Names") + ".Of(" + value + ")";
        }
        return field.TypeName is null ? value : value + (nullable ? "?.Value" : ".Value");
    }

    /// <summary>What reading, writing and binding a field is called.</summary>
    public static string Call(FieldModel field) => field.Kind switch
    {
        FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Url or FieldKind.Enum => "Text",
        FieldKind.Uuid or FieldKind.Reference => "Id",
        _ => field.Kind.ToString(),
    };

    /// <summary>A name as UTF-8.</summary>
    public static string Utf8(string name) => CSharpText.Literal(name) + "u8";
}
