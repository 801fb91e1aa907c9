using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Names of what belongs to an entity's table, each given once.</summary>
internal sealed class TableNames
{
    private readonly SchemaNames schema;
    private readonly string plural;
    private readonly IReadOnlyList<string> links;
    private readonly List<string> given = [];

    public TableNames(BoundEntity entity, OutlineIndex index)
    {
        schema = index.Names;
        plural = index.Spell(entity.Plural).Snake;
        Table = Naming.Identifier(plural);
        links = entity.Links.Count == 0 ? [] : entity.Links.Select(link => schema.Link(plural, Naming.Snake(link.Name))).ToList();
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>A constraint or an index: <c>ck_orders_total</c>. Where the name is given already, a rule's name among the columns', it ends in <c>_rule</c>.</summary>
    public string Constraint(string prefix, string? rest)
    {
        var name = schema.Of(prefix, plural, rest, links);
        while (given.Contains(name))
        {
            rest += "_rule";
            name = schema.Of(prefix, plural, rest, links);
        }
        given.Add(name);
        return name;
    }

    /// <summary>The foreign key of a column.</summary>
    public string ForeignKey(string column) => schema.Of("fk", plural, column, links);

    /// <summary>A trigger and its function.</summary>
    public string Trigger(string? rest) => schema.Of("tr", plural, rest, links);

    /// <summary>A table beside this one, of a many-to-many reference, and the names that belong to it.</summary>
    public (string Table, Func<string, string?, string> Names) Link(string link)
    {
        var name = schema.Link(plural, Naming.Snake(link));
        return (Naming.Identifier(name), (prefix, rest) => schema.Of(prefix, name, rest, links));
    }
}
