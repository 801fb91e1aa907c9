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
            .Line($"/// <summary>The fields of <see cref=\"{entity.ClassName:name}\"/>, as sets.</summary>")
            .Line(FileHeader.MarkBeside(names))
            .Open($"public static class {entity.ClassName}Fields");
        var first = true;
        foreach (var field in entity.Fields)
        {
            var group = field.Group < 0 ? null : entity.Groups[field.Group];
            if (group is not null && field.Position == group.First)
            {
                Member(group.Member, "", group.Name);
                source.Line($"Range({group.First}, {group.Count});");
            }
            Member(field.Constant, group is null ? "" : group.Name + ".", field.Name);
            source.Line($"Of({field.Position});");
        }
        var next = entity.Fields.Count;
        foreach (var (member, name) in entity.Children.Select(children => (children.Member, children.Name)).Concat(entity.Links.Select(link => (link.Member, link.Name))))
        {
            Member(member, "", name);
            source.Line($"Of({next++});");
        }
        source.Close();

        void Member(string constant, string before, string name)
        {
            if (!first)
            {
                source.Line();
            }
            first = false;
            source
                .Line($"/// <summary><c>{before}{name}</c>.</summary>")
                .Write($"public static readonly {set} {constant:name} = {start}");
        }
    }
}
