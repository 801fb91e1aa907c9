using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Archiet;

/// <summary>
/// What decides the text of a list's statement; values are parameters. Two requests of the same shape run the same text.
/// </summary>
/// <param name="Sort">0 for the natural order; else the position of a field plus one, negative for descending.</param>
/// <param name="Place">0 for the first page; else 1, and a bit above it for each sort key that is null in the row behind which the page starts.</param>
/// <param name="One">Filtered by one value.</param>
/// <param name="Any">Filtered by any of several values.</param>
/// <param name="Least">Filtered by a least value.</param>
/// <param name="Most">Filtered by a greatest value.</param>
/// <param name="OwnLimit">Whether the request names a limit: it is a parameter then. The default one stands in the text, so that PostgreSQL knows it without the
/// parameters' values and plans the statement once; with a limit that it does not know it plans at every execution, which costs more than the page itself.</param>
internal readonly record struct ListShape(int Sort, uint Place, FieldSet One, FieldSet Any, FieldSet Least, FieldSet Most, bool OwnLimit)
{
    /// <summary>The fields that rows are filtered by.</summary>
    public FieldSet Filtered => One | Any | Least | Most;
}

/// <summary>The lists of an entity for a set of roles: one text a shape, composed when it is first asked for.</summary>
internal sealed class ListPlan
{
    /// <summary>Shapes beyond this are composed each time: a caller can ask for as many as there are sets of filters.</summary>
    private const int MostTexts = 256;

    private readonly EntityTable table;
    private readonly RowAccess access;
    private readonly Sight sight;
    private readonly Link? link;
    private readonly SortKey[] natural;
    private readonly ConcurrentDictionary<ListShape, Statement> texts = new();
    private readonly Statement first;

    /// <param name="table">The entity.</param>
    /// <param name="access">Which rows are listed.</param>
    /// <param name="sight">What they show.</param>
    /// <param name="link">A link that leads to the rows, from the row in $4; null for all rows.</param>
    public ListPlan(EntityTable table, RowAccess access, Sight sight, Link? link = null)
    {
        this.table = table;
        this.access = access;
        this.sight = sight;
        this.link = link;

        // An order tells as much as a value: who does not see it on every row gets the newest first.
        natural = table.Order.All(key => sight.Always.Has(key.Field)) ? [.. table.Order] : [];
        first = Compose(default);
    }

    /// <summary>Whether a list can be sorted and filtered by a field: by those that every row shows.</summary>
    public bool Shows(int field) => sight.Always.Has(field);

    /// <summary>The keys that a list is sorted by, before the id; empty for the newest first.</summary>
    public SortKey[] KeysOf(int sort) => sort == 0 ? natural : [new(Math.Abs(sort) - 1, sort < 0)];

    /// <summary>
    /// The statement of a shape. $1 tenant, $2 caller, $3 limit (bigint), then the values of the filters, field by field in column order (equal, least, greatest), then
    /// for a later page the sort keys that are not null and the id of the row behind which it starts.
    /// </summary>
    public Statement Of(in ListShape shape) => shape == default ? first
        : texts.TryGetValue(shape, out var known) ? known
        : texts.Count < MostTexts ? texts.GetOrAdd(shape, Compose)
        : Compose(shape);

    private Statement Compose(ListShape shape)
    {
        var next = link is null ? 4 : 5;
        var text = new StringBuilder($"SELECT {sight.Columns()} FROM {table.Quoted} WHERE \"tenant_id\" = $1");
        if (table.IsSoftDeleted)
        {
            text.Append(" AND \"deleted_at\" IS NULL");
        }
        if (link is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $" AND \"id\" IN (SELECT \"{link.Target.Column}\" FROM \"{link.Table}\" WHERE \"tenant_id\" = $1 AND \"{link.Owner.Column}\" = $4)");
        }
        text.Append(AccessPlan.And(access.Condition));
        for (var at = 0; at < table.Fields.Count; at++)
        {
            var column = table.Fields[at].Select;
            Filter(shape.One, " = ", "");
            Filter(shape.Any, " = ANY(", ")");
            Filter(shape.Least, " >= ", "");
            Filter(shape.Most, " <= ", "");

            void Filter(FieldSet filtered, string test, string after)
            {
                if (filtered.Has(at))
                {
                    text.Append(CultureInfo.InvariantCulture, $" AND {column}{test}${next++}{after}");
                }
            }
        }
        var order = new ListOrder(table, KeysOf(shape.Sort));
        if (shape.Place != 0)
        {
            text.Append(" AND ").Append(order.After(shape.Place, next));
        }
        text.Append(" ORDER BY ").Append(order.Text);
        text.Append(CultureInfo.InvariantCulture, $" LIMIT {(shape.OwnLimit ? "$3" : (ListQuery.DefaultLimit + ListQuery.OneMore).ToString(CultureInfo.InvariantCulture))}");
        return new(text.ToString(), sight);
    }
}
