using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What an entity says of its rows to those who may see some of them: row conditions, the natural order, and the marks of a deleted row.</summary>
internal static class EntityAccess
{
    /// <summary>Row conditions and the natural order, as members of the table's initialiser.</summary>
    public static void Table(SourceWriter source, EntityModel entity)
    {
        if (entity.Conditions.Count > 0)
        {
            source.Line("Conditions =").Line("[").Indent();
            foreach (var condition in entity.Conditions)
            {
                source.Line($"new({condition.Name:literal}, {CSharpText.Sql(condition.Sql)}),");
            }
            source.Unindent().Line("],");
        }
        if (entity.Order.Count > 0)
        {
            source.Wrapped(
                "Order = [", entity.Order.Select(key => "new(" + CSharpText.Number(key.Field) + (key.Descending ? ", Descending: true)" : ")")), ", ", "],");
        }
    }

    /// <summary>The statements that mark a row as deleted and take the marks away, as members of the table's initialiser.</summary>
    public static void Statements(SourceWriter source, EntityModel entity, IEnumerable<string> always)
    {
        if (entity.SoftDelete is not { } marks)
        {
            return;
        }
        var update = "UPDATE " + EntitySql.Quote(entity.Table.Name) + " SET ";
        var rest = string.Concat(always.Select(set => ", " + set));
        var by = marks.MemberClass is null ? ("", "") : (", \"deleted_by_id\" = $2", ", \"deleted_by_id\" = NULL");
        source
            .Line($"MarkDeleted = {CSharpText.Sql(update + "\"deleted_at\" = now()" + by.Item1 + rest)},")
            .Line($"Restore = {CSharpText.Sql(update + "\"deleted_at\" = NULL" + by.Item2 + rest)},");
    }

    /// <summary>The method that maps or makes an index.</summary>
    public static string IndexMethod(IndexModel index) => index.Descending.Count > 0 ? "OrderIndex" : index.Where is null ? "Index" : "PartialIndex";

    /// <summary>The directions of an index's columns.</summary>
    public static string Directions(IndexModel index) => "descending: [" + string.Join(", ", index.Descending.Select(down => down ? "true" : "false")) + "]";

    /// <summary>The marks as properties.</summary>
    public static void Properties(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.SoftDelete is not { } marks)
        {
            return;
        }
        source
            .Line()
            .Line("/// <summary>When the row was deleted; null while it is there. Queries pass over deleted rows unless they ignore the filter of that name.</summary>")
            .Line($"public {names["DateTimeOffset"]}? DeletedAt {{ get; private set; }}");
        if (marks.MemberClass is not null)
        {
            source
                .Line()
                .Line("/// <summary>Who deleted the row; null for an account without a member row.</summary>")
                .Line($"public {names["Guid"]}? DeletedById {{ get; private set; }}");
        }
    }

    /// <summary>The marks as Entity Framework is told of them.</summary>
    public static void Mapping(SourceWriter source, EntityModel entity)
    {
        if (entity.SoftDelete is { } marks)
        {
            source.Line(marks is { MemberClass: { } member, ForeignKey: { } key }
                ? "entity.SoftDeleted(typeof(" + CSharpText.Identifier(member) + "), " + CSharpText.Literal(key) + ");"
                : "entity.SoftDeleted();");
        }
    }
}
