using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Many-to-many references in C#: the list of the rows that a row is linked to, and what the runtime must know of the table between.</summary>
internal static class EntityLinks
{
    /// <summary>The properties.</summary>
    public static void Properties(SourceWriter source, EntityModel entity, TypeNames names)
    {
        foreach (var link in entity.Links)
        {
            source
                .Line()
                .Summary(link.Description, "The " + Naming.Words(link.Name) + " that the row is linked to, once they are loaded.")
                .Line($"public {names["List"]}<{link.ClassName:name}> {link.Member:name} {{ get; }} = [];");
        }
    }

    /// <summary>The member of the table's initialiser.</summary>
    public static void Table(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.Links.Count == 0)
        {
            return;
        }
        source.Line("Links =").Line("[").Indent();
        foreach (var link in entity.Links)
        {
            var (owner, target) = (link.Table.ForeignKeys[0], link.Table.ForeignKeys[1]);
            source
                .Line(
                    $"new {names["Link"]}<{entity.ClassName:name}, {link.ClassName:name}>({link.Member:literal}, {link.Name:literal}, {link.Route:literal}, {link.Table.Name:literal})")
                .Line("{").Indent()
                .Line($"PrimaryKey = {link.Table.PrimaryKey:literal},")
                .Line($"Owner = new({owner.Column:literal}, {owner.Name:literal}),")
                .Line($"Target = new({target.Column:literal}, {target.Name:literal}),")
                .Line($"Index = {link.Table.Indexes[0].Name:literal},")
                .Unindent().Line("},");
        }
        source.Unindent().Line("],");
    }
}
