using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Schema.Tests;

/// <summary>Makes up schemas: few origins, so that two of them have much in common, and names and SQL with everything in them that a line must escape.</summary>
internal static class StateGenerator
{
    private static readonly string[] Types =
    [
        "uuid", "text", "boolean", "integer", "bigint", "date", "timestamp with time zone", "time without time zone", "interval", "jsonb", "bytea", "character varying(7)",
        "character varying(200)", "numeric(12,2)", "numeric(28,0)",
    ];

    private static readonly string[] Fields = ["name", "surname", "fax", "total", "address.street", "address.city", "stage", "account_id"];

    private static readonly Gen<string> Names = Gen.Elements("a", "order", "a_b_1", "a-b", "-", "a b", "größe", "a\"b", "a\\b", "(", "a,b", "null", "where", "desc", "é\u2028ü");

    private static readonly Gen<string> Sql = Gen.Elements(
        "1", "'active'", "\"a\" IS NOT NULL", "a\nb", "\\", "\\n", "\r\n", "E'\\u000a'", "'größe, 𝄞'", "\t\u0001\u007F", "now()", "(\"a\") > 0 AND \"b\" ~ '\\d'", " ", "-> x", "null");

    /// <summary>Schemas.</summary>
    public static Gen<SchemaState> States { get; } =
        from owner in Gen.Elements("", "shop_owner", "größe")
        from tables in Gen.SubListOf<string>(["Person", "Order", "OrderLine", "Person.tags", "Visit"])
        from made in Gen.CollectToList(tables, Table)
        from enums in Gen.SubListOf<string>(["Stage", "Kind"])
        from members in Gen.CollectToList(enums, Enum)
        from extensions in Gen.SubListOf<string>(["btree_gist", "a b"])
        from seeds in Gen.SubListOf<string>(["one", "two", "three"])
        from rows in Gen.CollectToList(seeds, Seed)
        select InOrder(new SchemaState(owner, made.ToEquatableArray(), members.ToEquatableArray(), rows.ToEquatableArray()) { Extensions = extensions.ToEquatableArray() });

    /// <summary>A schema in the order that every schema has: through its lines, in whatever order they come.</summary>
    private static SchemaState InOrder(SchemaState state) => SchemaLines.Read(SchemaLines.Of(state).Select(static line => line.Text).Reverse());

    private static Gen<TableModel> Table(string origin) =>
        from name in Names
        from key in Names
        from isSmall in Gen.Elements(true, false)
        from partitions in Gen.Elements(0, 0, 3)
        from fields in Gen.SubListOf<string>(Fields)
        from columns in Gen.CollectToList(fields.Prepend("id").Prepend("tenant_id"), field => Column(origin.Contains('.') ? field.Replace(".", "_", StringComparison.Ordinal) + "_" : field))
        from indexes in Named(Index)
        from checks in Named(static check => Sql.Select(sql => new CheckModel(check, sql)))
        from references in Named(Reference)
        from exclusions in Named(Exclusion)
        from triggers in Named(Trigger)
        select new TableModel(name, key, columns.ToEquatableArray(), indexes, checks, references)
        {
            Origin = origin,
            IsSmall = isSmall,
            Partitions = partitions,
            Key = origin.Contains('.') ? EquatableArray.Of("tenant_id", "a b") : EquatableArray<string>.Empty,
            Exclusions = exclusions,
            Triggers = triggers,
        };

    private static Gen<EquatableArray<T>> Named<T>(Func<string, Gen<T>> make)
        where T : IEquatable<T> =>
        from names in Gen.SubListOf<string>(["one", "two", "th ree"])
        from made in Gen.CollectToList(names, make)
        select made.ToEquatableArray();

    private static Gen<ColumnModel> Column(string origin) =>
        from name in Names
        from type in Gen.Elements(Types)
        from nullable in Gen.Elements(true, false)
        from retired in Gen.Elements(true, false, false)
        from members in Gen.Elements<string?>(null, null, "Stage")
        from sql in Sql
        from kind in Gen.Choose(0, 3)
        select ((ColumnLine)SchemaLines.Parse("column T." + origin + " c " + type)).Column with
        {
            Name = name,
            Nullable = nullable,
            IsRetired = retired,
            Enum = members,
            Default = kind == 0 ? sql : null,
            Computed = kind == 1 ? sql : null,
        };

    private static Gen<IndexModel> Index(string name) =>
        from columns in Gen.NonEmptyListOf(Names)
        from unique in Gen.Elements(true, false)
        from atEnd in Gen.Elements(true, false)
        from condition in Gen.OneOf(Gen.Constant<string?>(null), Sql.Select(static sql => (string?)sql))
        from descends in Gen.ListOf(Gen.Elements(true, false), columns.Count)
        select new IndexModel(name, columns.ToEquatableArray(), unique, condition)
        {
            AtStatementEnd = atEnd,
            Descending = descends.Contains(true) ? descends.ToEquatableArray() : EquatableArray<bool>.Empty,
        };

    private static Gen<ForeignKeyModel> Reference(string name) =>
        from column in Names
        from table in Names
        from action in Gen.Elements(DeleteAction.Cascade, DeleteAction.Restrict, DeleteAction.SetNull)
        select new ForeignKeyModel(name, column, table, action);

    private static Gen<ExclusionModel> Exclusion(string name) =>
        from key in Gen.ListOf(Names)
        from range in Sql
        from condition in Gen.OneOf(Gen.Constant(""), Sql)
        select new ExclusionModel(name, key.ToEquatableArray(), range, condition);

    private static Gen<TriggerModel> Trigger(string name) =>
        from table in Names
        from events in Gen.Elements<string?>(null, "INSERT OR UPDATE", "INSERT OR UPDATE OR DELETE")
        from rules in Gen.ListOf(Rule)
        select new TriggerModel(name, table, events, rules.Distinct().ToEquatableArray());

    private static Gen<TriggerRule> Rule { get; } =
        from name in Names
        from column in Names
        from table in Names
        from sql in Sql
        from columns in Gen.ListOf(Names)
        from ways in Gen.ListOf(from way in Names from to in Names select new WayModel(way, to))
        from kind in Gen.Choose(0, 5)
        select kind switch
        {
            0 => (TriggerRule)new WaysRule(name, column, table, ways.ToEquatableArray()),
            1 => new OnceRule(name, columns.ToEquatableArray()),
            2 => new HoldsRule(name, sql, columns.ToEquatableArray()),
            3 => new LiveRule(name, column, table),
            4 => new TouchRule(table, column),
            _ => new HoldsOfRule(name, table, column, sql),
        };

    private static Gen<EnumState> Enum(string name) =>
        from members in Gen.NonEmptyListOf(Gen.Elements("open", "DONE", "won", "lost"))
        from stored in Gen.ListOf(Names, members.Count)
        select new EnumState(name, members.Distinct().Select((member, at) => new EnumMemberState(member, stored[at])).ToEquatableArray());

    private static Gen<SeedState> Seed(string key) =>
        from entity in Gen.Elements("Person", "Order")
        from rank in Gen.Choose(0, 3)
        from values in Gen.ListOf(from column in Names from sql in Sql select new SeedValue(column, sql))
        select new SeedState(entity, key, rank, values.ToEquatableArray());
}
