namespace Archiet;

/// <summary>
/// Keeps a body from asking whether a row is there that the caller may not see: a reference to a row that its grants to read and list do not mean is refused as one to
/// no row at all, by the name of its foreign key. Nothing is asked of references to an entity of which the caller sees every row, or none.
/// </summary>
internal sealed class ReferenceFence
{
    /// <param name="table">The entity.</param>
    /// <param name="grantsOf">The caller's grants on an entity.</param>
    public ReferenceFence(EntityTable table, Func<EntityTable, IEnumerable<Grant>> grantsOf)
    {
        var (made, changed) = (new List<string>(), new List<string>());
        foreach (var field in table.Fields.Where(field => field is { Target: not null, ForeignKey: not null, IsServerSet: false }))
        {
            var target = field.Target!();
            if (ConditionOf(target, grantsOf) is not { } condition)
            {
                continue;
            }
            var column = SqlName.Quote(field.Column);
            var value = $"{table.Quoted}.{column}";

            // The row may be of the same table, under whose name the condition knows it: the value comes in from a level of its own.
            var unknown = $"""
                {value} IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT {value} AS "value") AS "Given", LATERAL (SELECT FROM {target.Quoted}
                WHERE {target.Quoted}."tenant_id" = $1 AND {target.Quoted}."id" = "Given"."value" AND {condition}) AS "Known")
                """;
            var refused = $"THEN archiet.refuse_reference({SqlName.Literal(field.ForeignKey!)})";
            made.Add($" WHEN {unknown} {refused}");

            // A statement sees the rows as they were before it. Who sends back the value that the row has asks nothing by it.
            changed.Add($"""
                 WHEN {value} IS DISTINCT FROM (SELECT "Old".{column} FROM {table.Quoted} AS "Old" WHERE "Old"."tenant_id" = $1 AND "Old"."id" = $3) AND {unknown} {refused}
                """);
        }
        (OfNew, OfChanged) = (string.Concat(made), string.Concat(changed));
    }

    /// <summary>Branches of a CASE over the row that an INSERT returns, each with a blank in front; empty for none. $1 tenant, $2 caller.</summary>
    public string OfNew { get; }

    /// <summary>The same for an UPDATE, for references that it changes. $1 tenant, $2 caller, $3 id.</summary>
    public string OfChanged { get; }

    /// <summary>
    /// Which rows of an entity the caller may name, as SQL in parentheses; null for every row. That holds too where nothing lets it read or list them: it knows their
    /// ids from the rows that refer to them.
    /// </summary>
    public static string? ConditionOf(EntityTable target, Func<EntityTable, IEnumerable<Grant>> grantsOf)
    {
        var known = new RowAccess(target, grantsOf(target).Where(IsToSee));
        return known.IsGranted ? known.Condition : null;
    }

    /// <summary>Whether a grant lets rows be seen.</summary>
    public static bool IsToSee(Grant grant) => (grant.Verbs & (Verbs.Read | Verbs.List)) != 0;
}
