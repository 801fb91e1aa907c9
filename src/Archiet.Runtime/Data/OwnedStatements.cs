namespace Archiet;

/// <summary>
/// The statements that write owned rows with their owner, as finished texts: arrays take any number of rows. Each takes $1 tenant, $2 caller's member, $3 the owner's
/// id and $4 ids of rows (uuid[]), and does nothing unless its own transaction has written the owner: where the owner's version was stale, its rows stay as they are.
/// </summary>
internal sealed class OwnedStatements
{
    private readonly EntityTable child;
    private readonly string table;
    private readonly string owned;
    private readonly string given;

    public OwnedStatements(EntityTable owner, EntityTable child)
    {
        var column = child.Owned?.Column ?? throw new InvalidOperationException($"{child.Name} has no owner.");
        this.child = child;
        table = $"\"{child.Table}\"";
        owned = $"""{table}."tenant_id" = $1 AND {table}."{column}" = $3""";
        given = $"unnest({string.Join(", ", Bound.Select((field, at) => $"${at + 5}::{ArrayOf(field.Kind)}").Prepend("$4::uuid[]"))}) "
            + $"AS given ({string.Join(", ", Bound.Select(field => $"\"{field.Column}\"").Prepend("\"id\""))})";
        var written = $"""EXISTS (SELECT FROM "{owner.Table}" AS owner WHERE owner."tenant_id" = $1 AND owner."id" = $3 AND owner."xmin" = {CurrentVersion})""";
        Insert = $"""
            INSERT INTO {table} ("tenant_id", "id", "{column}"{string.Concat(Stored.Select(field => $", \"{field.Column}\""))})
            SELECT $1, given."id", $3{string.Concat(Stored.Select(field => $", {First(field)}"))} FROM {given} WHERE {written}
            """;
        Update = $"""
            UPDATE {table} SET {string.Join(", ", Changes.DefaultIfEmpty("\"id\" = given.\"id\""))}
            FROM {given} WHERE {owned} AND {table}."id" = given."id" AND {written}
            """;
        Delete = $"DELETE FROM {table} WHERE {owned} AND {table}.\"id\" <> ALL ($4::uuid[]) AND {written}";
        Check = $"""
            SELECT archiet.refuse_row(given."id") FROM unnest($4::uuid[]) AS given ("id")
            WHERE NOT EXISTS (SELECT FROM {table} WHERE {owned} AND {table}."id" = given."id") AND {written}
            """;
    }

    /// <summary>The version of a row that the running transaction has written.</summary>
    public const string CurrentVersion = "pg_current_xact_id_if_assigned()::xid";

    /// <summary>New rows. $4 their ids, then an array a column that <c>Bind</c> binds.</summary>
    public string Insert { get; }

    /// <summary>Changes rows as a whole. The parameters are those of <see cref="Insert"/>.</summary>
    public string Update { get; }

    /// <summary>Removes the owner's rows but for those in $4.</summary>
    public string Delete { get; }

    /// <summary>Ends the transaction when an id in $4 is that of no row of the owner (<see cref="DatabaseProblem.UnknownRow"/>).</summary>
    public string Check { get; }

    private IEnumerable<Field> Bound => child.Fields.Where(one => !one.IsServerSet);

    private IEnumerable<Field> Stored => child.Fields.Where(one => First(one).Length > 0);

    private IEnumerable<string> Changes => child.Fields.Where(one => !one.IsServerSet || one.OnUpdate != ServerValue.None)
        .Select(one => $"\"{one.Column}\" = {(one.IsServerSet ? Of(one.OnUpdate) : Given(one))}");

    private static string First(Field field) => field.IsServerSet ? Of(field.OnCreate == ServerValue.None ? field.OnUpdate : field.OnCreate) : Given(field);

    private static string Given(Field field) => $"given.\"{field.Column}\"";

    private static string Of(ServerValue value) => value switch
    {
        ServerValue.Now => "now()",
        ServerValue.User => "$2",
        _ => "",
    };

    private static string ArrayOf(FieldKind kind) => kind switch
    {
        FieldKind.Bool => "boolean[]",
        FieldKind.Int => "integer[]",
        FieldKind.Long => "bigint[]",
        FieldKind.Decimal => "numeric[]",
        FieldKind.Date => "date[]",
        FieldKind.Time => "time[]",
        FieldKind.Timestamp => "timestamptz[]",
        FieldKind.Duration => "interval[]",
        FieldKind.Uuid or FieldKind.Reference => "uuid[]",
        FieldKind.Json => "jsonb[]",
        FieldKind.Bytes => "bytea[]",
        _ => "text[]",
    };
}
