using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The fields of an entity as sets, for hooks and constraints.</summary>
internal static class EntityFields
{
    public static void Write(SourceWriter source, EntityModel entity, TypeNames names)
    {
        var set = names["FieldSet"];
        var start = entity.Fields.Any(field => field.Constant == "FieldSet") ? "global::Archiet.FieldSet." : set + ".";
        source
            .Line("/// <summary>The fields of <see cref=\"" + CSharpText.Identifier(entity.ClassName) + "\"/>, as sets.</summary>")
            .Line(FileHeader.MarkBeside(names))
            .Open("public static class " + entity.ClassName + "Fields");
        var first = true;
        foreach (var field in entity.Fields)
        {
            var group = field.Group < 0 ? null : entity.Groups[field.Group];
            if (group is not null && field.Position == group.First)
            {
                Member(group.Member, group.Name, "Range(" + CSharpText.Number(group.First) + ", " + CSharpText.Number(group.Count) + ")");
            }
            Member(field.Constant, group is null ? field.Name : group.Name + "." + field.Name, "Of(" + CSharpText.Number(field.Position) + ")");
        }
        source.Close();

        void Member(string constant, string name, string value)
        {
            if (!first)
            {
                source.Line();
            }
            first = false;
            source
                .Line("/// <summary><c>" + name + "</c>.</summary>")
                .Line("public static readonly " + set + " " + CSharpText.Identifier(constant) + " = " + start + value + ";");
        }
    }
}
