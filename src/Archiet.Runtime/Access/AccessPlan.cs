using System.Collections.Concurrent;

namespace Archiet;

/// <summary>A statement whose rows are those of an entity as a caller may see them.</summary>
/// <param name="Sql">The text; takes parameters only.</param>
/// <param name="Sight">What its rows show, and where.</param>
internal sealed record Statement(string Sql, Sight Sight);

/// <summary>
/// What a set of roles may do with an entity, as finished statements: made once from the entity's constants and the grants' conditions, then only looked up.
/// </summary>
/// <remarks>
/// Every statement on rows that are there is <c>head WHERE tenant, id[, version], not deleted, row condition [RETURNING columns]</c>. The heads are
/// <see cref="EntityTable.Insert"/>, <see cref="EntityTable.Update"/>, <see cref="EntityTable.MarkDeleted"/> and <see cref="EntityTable.Restore"/>, and whatever else
/// writes a row of the entity: <see cref="Write"/> takes any head. The row condition stands twice: behind WHERE for the row as it was, and in RETURNING for the row
/// as it is written, where <c>archiet.refuse</c> ends the transaction (SQLSTATE AR403, a 403). A write that meets no row is looked at once more by
/// <see cref="WritePlan.LookFor"/>.
/// </remarks>
internal sealed class AccessPlan
{
    private readonly EntityTable table;
    private readonly Grant[] grants;
    private readonly LinkPlan[] links;
    private readonly ConcurrentDictionary<Link, ListPlan> linked = new();

    /// <param name="table">The entity.</param>
    /// <param name="grants">The grants on it.</param>
    /// <param name="grantsOf">The grants of the same roles on another entity.</param>
    public AccessPlan(EntityTable table, Grant[] grants, Func<EntityTable, IEnumerable<Grant>> grantsOf)
    {
        var references = new ReferenceFence(table, grantsOf);
        this.table = table;
        this.grants = grants;
        Verbs = grants.Aggregate(Verbs.None, (all, grant) => all | grant.Verbs);
        Get = new($"SELECT {SightOf(Verbs.Read).Columns()} FROM {table.Quoted} WHERE {One}{Live}{And(AccessTo(Verbs.Read).Condition)}", SightOf(Verbs.Read));
        Lists = new(table, AccessTo(Verbs.List), SightOf(Verbs.List));
        Create = new(AccessTo(Verbs.Create), WrittenSight(Of(Verbs.Create)), table.Insert, where: null, LookAt(Of(Verbs.Create)), references: references.OfNew);
        Update = Write(Of(Verbs.Update), table.Update, references: references.OfChanged);
        Delete = Write(Of(Verbs.Delete), table.MarkDeleted ?? $"DELETE FROM {table.Quoted}", answersRow: false);
        Restore = table.Restore is { } restore
            ? new(AccessTo(Verbs.Restore), WrittenSight(Of(Verbs.Restore)), restore, $"{One} AND \"deleted_at\" IS NOT NULL", LookAt(Of(Verbs.Restore)))
            : null;
        links = [.. table.Links.Select((link, at) => new LinkPlan(
            table, at, Of(Verbs.Read), Of(Verbs.Update), $"FROM {table.Quoted} WHERE {One}{Live}", LookAt(Of(Verbs.Update)), ReferenceFence.ConditionOf(link.TargetTable, grantsOf)))];
        Transitions = [.. (table.Lifecycle?.Transitions ?? []).Select((transition, at) => Write(OfTransition(at), transition.Update, transition.Where, mayLeave: true))];
    }

    /// <summary>What may be done on some row at least.</summary>
    public Verbs Verbs { get; }

    /// <summary>One row. $1 tenant, $2 caller, $3 id.</summary>
    public Statement Get { get; }

    /// <summary>Pages of rows.</summary>
    public ListPlan Lists { get; }

    /// <summary>A new row, returned; parameters as for <see cref="EntityTable.Insert"/>.</summary>
    public WritePlan Create { get; }

    /// <summary>A changed row, returned; parameters as for <see cref="EntityTable.Update"/>.</summary>
    public WritePlan Update { get; }

    /// <summary>One row less; the command's row count tells whether there was one. $1 tenant, $2 caller, $3 id, $4 version.</summary>
    public WritePlan Delete { get; }

    /// <summary>A row that was deleted and is there again, returned. $1 tenant, $2 caller, $3 id. Null without soft delete.</summary>
    public WritePlan? Restore { get; }

    /// <summary>The transitions of the lifecycle, by position: a row in another state, returned. $1 tenant, $2 caller, $3 id, $4 version.</summary>
    public IReadOnlyList<WritePlan> Transitions { get; }

    /// <summary>A link, by its position among those of the entity.</summary>
    public LinkPlan LinkAt(int position) => links[position];

    /// <summary>Pages of the rows that a row of another entity is linked to.</summary>
    public ListPlan ListsOf(Link link) => linked.GetOrAdd(link, static (link, plan) => new(plan.table, plan.AccessTo(Verbs.List), plan.SightOf(Verbs.List), link), this);

    private static string One => """
        "tenant_id" = $1 AND "id" = $3
        """;

    private string Live => table.IsSoftDeleted ? """ AND "deleted_at" IS NULL""" : "";

    /// <summary>A write of a row that is there, in the version that the caller names.</summary>
    /// <param name="granted">The grants that allow it.</param>
    /// <param name="head">The statement up to its WHERE. $1 tenant, $2 caller, $3 id, $4 version, then its own.</param>
    /// <param name="where">What else must hold of the row as it was, in parentheses, such as the state that a transition starts from; null for nothing.</param>
    /// <param name="answersRow">Whether the statement returns the row as it is then.</param>
    /// <param name="mayLeave">Whether the row may be one that the grants do not mean once it is written.</param>
    /// <param name="references">What refuses references of the row as it is written: <see cref="ReferenceFence.OfChanged"/>, or empty.</param>
    public WritePlan Write(IReadOnlyCollection<Grant> granted, string head, string? where = null, bool answersRow = true, bool mayLeave = false, string references = "") => new(
        new(table, granted), WrittenSight(granted), head, $"{One} AND \"xmin\" = $4{Live}{And(where)}", LookAt(granted), answersRow, mayLeave, references);

    /// <summary>The grants of an operation.</summary>
    private IReadOnlyCollection<Grant> Of(Verbs verb) => [.. grants.Where(grant => (grant.Verbs & verb) != 0)];

    /// <summary>The grants of a transition, by its position.</summary>
    private IReadOnlyCollection<Grant> OfTransition(int position) => [.. grants.Where(grant => (grant.Transitions & (1UL << position)) != 0)];

    internal static string And(string? condition) => condition is null ? "" : " AND " + condition;

    private RowAccess AccessTo(Verbs verb) => new(table, Of(verb));

    private Sight SightOf(Verbs verb) => new(table, Of(verb), []);

    /// <summary>What a write answers shows what the caller's grants for it show of the row, and what those for reading it do.</summary>
    private Sight WrittenSight(IReadOnlyCollection<Grant> granted) => new(table, granted, [.. Of(Verbs.Read).Except(granted)]);

    /// <summary>One row, if the caller knows of it at all: it may read it, list it, or do with it what it asked for.</summary>
    private string LookAt(IReadOnlyCollection<Grant> granted) =>
        $"FROM {table.Quoted} WHERE {One}{Live}{And(new RowAccess(table, [.. Of(Verbs.Read | Verbs.List).Union(granted)]).Condition)}";
}
