namespace Archiet;

/// <summary>
/// What a set of roles may do with a link, as finished statements: it is read with the row that has it, and changed by who may update that row. Field lists name a link
/// as they name a field. Every statement takes $1 tenant, $2 caller and $3 the id of the row that has the link.
/// </summary>
internal sealed class LinkPlan
{
    /// <param name="owner">The entity that has the link.</param>
    /// <param name="at">The link's position among those of the entity.</param>
    /// <param name="read">The grants to read the entity's rows.</param>
    /// <param name="update">The grants to change them.</param>
    /// <param name="one">The row in $3, if it is there at all: a FROM and a WHERE.</param>
    /// <param name="look">The same, if the caller knows of it.</param>
    /// <param name="named">Which rows of the other entity the caller may name; null for every row.</param>
    public LinkPlan(EntityTable owner, int at, IEnumerable<Grant> read, IEnumerable<Grant> update, string one, string look, string? named)
    {
        var link = owner.Links[at];
        var bit = Link.PositionOf(owner, at);
        var readable = new RowAccess(owner, read.Where(grant => grant.See.Has(bit)));
        var changeable = new RowAccess(owner, update.Where(grant => grant.Set.Has(bit)));
        CanRead = readable.IsGranted;
        CanChange = changeable.IsGranted;
        Find = $"SELECT true {one}{AccessPlan.And(readable.Condition)}";
        var table = SqlName.Quote(link.Table);
        var (ownerId, targetId) = (SqlName.Quote(link.Owner.Column), SqlName.Quote(link.Target.Column));
        var target = link.TargetTable;
        var ends = $"""
            owner AS (SELECT "id" {one}{AccessPlan.And(changeable.Condition)}),
            target AS (SELECT "id" FROM {target.Quoted} WHERE "tenant_id" = $1 AND "id" = $4{(target.IsSoftDeleted ? " AND \"deleted_at\" IS NULL" : "")}{AccessPlan.And(named)})
            """;
        var answer = $"SELECT EXISTS (SELECT {look}), EXISTS (SELECT FROM owner), EXISTS (SELECT FROM target)";
        Add = $"""
            WITH {ends}, made AS (
                INSERT INTO {table} ("tenant_id", {ownerId}, {targetId}) SELECT $1, owner."id", target."id" FROM owner, target ON CONFLICT DO NOTHING)
            {answer}
            """;
        Remove = $"""
            WITH {ends}, gone AS (
                DELETE FROM {table} USING owner, target WHERE {table}."tenant_id" = $1 AND {table}.{ownerId} = owner."id" AND {table}.{targetId} = target."id")
            {answer}
            """;
    }

    /// <summary>Whether the rows that are linked to may be asked for, on some row at least.</summary>
    public bool CanRead { get; }

    /// <summary>Whether links may be made and removed, on some row at least.</summary>
    public bool CanChange { get; }

    /// <summary>Returns a row when the caller may read the one in $3.</summary>
    public string Find { get; }

    /// <summary>
    /// Links to the row in $4, unless it is linked to. The answer says whether the caller knows of the row in $3, whether it may change it, and whether the other one
    /// is there for it.
    /// </summary>
    public string Add { get; }

    /// <summary>Removes the link to the row in $4. The answer is that of <see cref="Add"/>.</summary>
    public string Remove { get; }
}
