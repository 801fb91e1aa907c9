using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Owned rows in C#: the list of the owner, the way back from a row, and what the runtime must know of both.</summary>
internal static class EntityChildren
{
    /// <summary>The properties.</summary>
    public static void Properties(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Owner is { } owner)
        {
            source
                .Line()
                .Line($"/// <summary>The id of the {Naming.Words(owner.Entity)} that the row belongs to.</summary>")
                .Line($"public {names["Guid"]} {owner.Member:name} {{ get; private set; }}")
                .Line()
                .Line($"/// <summary>The {Naming.Words(owner.Entity)} that the row belongs to, once it is loaded.</summary>")
                .Line($"public {owner.ClassName:name}? {owner.Navigation:name} {{ get; set; }}");
        }
        foreach (var children in entity.Children)
        {
            source
                .Line()
                .Summary(children.Description, "The " + Naming.Words(children.Name) + ": they live and die with the row.")
                .Line($"public {names["List"]}<{children.ClassName:name}> {children.Member:name} {{ get; }} = [];");
        }
    }

    /// <summary>The members of the table's initialiser.</summary>
    public static void Table(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Owner is { } owner)
        {
            source.Line($"Owned = new({owner.Member:literal}, {owner.Navigation:literal}, {owner.Column:literal}, {owner.ForeignKey:literal}),");
        }
        if (entity.Children.Count == 0)
        {
            return;
        }
        source.Line("Children =").Line("[").Indent();
        foreach (var children in entity.Children)
        {
            source.Write(
                $"new {names["Children"]}<{entity.ClassName:name}, {children.ClassName:name}>({children.Member:literal}, {children.Name:literal}, it => it.{children.Member:name})");
            var bounds = Bounds(children);
            source.Line($"{(bounds.Length > 0 ? " { " + bounds + " }" : "")},");
        }
        source.Unindent().Line("],");
    }

    private static string Bounds(ChildrenModel children) => string.Join(", ", new[]
    {
        children.Min > 0 ? "Min = " + CSharpText.Number(children.Min) : "",
        children.Max is { } max ? "Max = " + CSharpText.Number(max) : "",
    }.Where(bound => bound.Length > 0));
}
