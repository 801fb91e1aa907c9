using System.Globalization;
using System.Text;
using Npgsql;

namespace Archiet;

/// <summary>
/// Which fields of a row a caller sees, and the columns of a statement that answers such rows: id, version, then, where it hangs on the row, the clearance
/// (one bigint, two for an entity of more than 63 fields), then one column a field and one for each array of owned rows. A field that no row can show is NULL there.
/// </summary>
internal sealed class Sight
{
    private readonly EntityTable table;
    private string? readAgain;
    private readonly (string Condition, FieldSet Fields)[] more;

    /// <param name="table">The entity.</param>
    /// <param name="held">Grants of which at least one means each row that is answered.</param>
    /// <param name="others">Grants that mean a row or do not.</param>
    public Sight(EntityTable table, IReadOnlyCollection<Grant> held, IReadOnlyCollection<Grant> others)
    {
        this.table = table;
        var readable = table.Layout.Readable;
        var everywhere = held.Concat(others).Where(grant => grant.Where is null).Aggregate(default(FieldSet), (set, grant) => set | grant.See);
        var sure = held.Count == 0 || held.Any(grant => grant.Where is null) ? default : held.Aggregate(FieldSet.All, (set, grant) => set & grant.See);
        Always = (everywhere | sure) & readable;
        more = [.. held.Concat(others)
            .Where(grant => grant.Where is not null && !Always.Has(grant.See & readable))
            .GroupBy(grant => table.Layout.ConditionOf(grant.Where!), StringComparer.Ordinal)
            .Select(same => (same.Key, same.Aggregate(default(FieldSet), (set, grant) => set | grant.See) & readable))];
        Ever = more.Aggregate(Always, (set, one) => set | one.Fields);
        FirstField = more.Length == 0 ? 2 : table.Positions > FieldSet.HalfSize ? 4 : 3;
    }

    /// <summary>The fields that every row shows.</summary>
    public FieldSet Always { get; }

    /// <summary>The fields that some row shows.</summary>
    public FieldSet Ever { get; }

    /// <summary>The position of the first field's column.</summary>
    public int FirstField { get; }

    /// <summary>The fields that the row shows on which the reader stands.</summary>
    public FieldSet Of(NpgsqlDataReader row) => FirstField switch
    {
        2 => Always,
        3 => Always | new FieldSet((ulong)row.GetInt64(2), 0),
        _ => Always | new FieldSet((ulong)row.GetInt64(2), (ulong)row.GetInt64(3)),
    };

    /// <summary>The columns, as they stand behind SELECT or RETURNING.</summary>
    /// <param name="written">What must hold of the row as it is written, or the statement is refused; null for nothing.</param>
    /// <param name="references">What refuses its references before, as branches of a CASE; empty for nothing.</param>
    public string Columns(string? written = null, string references = "")
    {
        var columns = new StringBuilder("\"id\", ").Append((written, references) switch
        {
            (null, "") => "\"xmin\"",
            (null, _) => $"CASE{references} ELSE \"xmin\" END",
            _ => $"CASE{references} WHEN {written} THEN \"xmin\" ELSE archiet.refuse('row_condition') END",
        });
        if (FirstField > 2)
        {
            columns.Append(", ").Append(Clearance(set => set.Low));
        }
        if (FirstField > 3)
        {
            columns.Append(", ").Append(Clearance(set => set.High));
        }
        for (var at = 0; at < table.Fields.Count; at++)
        {
            columns.Append(", ").Append(Ever.Has(at) ? table.Fields[at].Select : "NULL");
        }
        for (var at = 0; at < table.Children.Count; at++)
        {
            columns.Append(", ").Append(Ever.Has(table.Fields.Count + at) ? table.Children[at].Select : "NULL");
        }
        return columns.ToString();
    }

    /// <summary>
    /// Reads the row again that this transaction has written: what a write returns of it shows owned rows as they were before they are written. $1 tenant, $2 caller, $3 id.
    /// </summary>
    public string ReadAgain => readAgain ??= $"""SELECT {Columns()} FROM {table.Quoted} WHERE "tenant_id" = $1 AND "id" = $3 AND "xmin" = {OwnedStatements.CurrentVersion}""";

    private string Clearance(Func<FieldSet, ulong> half) => string.Join(
        " | ", more.Select(one => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {one.Condition} THEN {half(one.Fields)}::bigint ELSE 0::bigint END")));
}
