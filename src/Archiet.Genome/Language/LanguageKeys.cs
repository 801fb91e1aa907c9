namespace Archiet.Genome.Language;

/// <summary>Every mapping of the genome language, version 1.0, with its keys.</summary>
public static class LanguageKeys
{
    private static readonly List<KeyTable> Tables = [];

    /// <summary>The top level of a file.</summary>
    public static KeyTable Genome { get; } = Table(
        "a genome",
        [
            new("genome"), new("status"), new("app"), new("tenancy"), new("roles"), new("types"), new("values"), new("enums"), new("mixins"), new("entities"),
            new("capabilities"), new("operations"), new("seed"), new("approve"), new("questions"),
        ],
        "compliance", "functions", "events", "screens", "consent", "retention", "audit", "ai", "integrations", "search", "services");

    /// <summary>Below <c>app:</c>.</summary>
    public static KeyTable App { get; } = Table(
        "the app", [new("name", true), new("namespace", true), new("description"), new("version"), new("contact")]);

    /// <summary>Below <c>tenancy:</c>.</summary>
    public static KeyTable Tenancy { get; } = Table("tenancy", [new("tenant", true), new("partitions")], "isolation", "shared", "by");

    /// <summary>A role in its long form.</summary>
    public static KeyTable Role { get; } = Table("a role", [new("description")], "was", "retired");

    /// <summary>A named scalar type.</summary>
    public static KeyTable Type { get; } = Table(
        "a type",
        [
            new("base", true), new("min"), new("max"), new("pattern"), new("personal"), new("sensitive"), new("phi"), new("financial"), new("secret"), new("description"),
            new("example"),
        ],
        "encrypted", "was", "retired");

    /// <summary>A value.</summary>
    public static KeyTable Value { get; } = Table("a value", [new("description"), new("fields", true)], "was", "retired");

    /// <summary>An enum in its long form.</summary>
    public static KeyTable Enum { get; } = Table("an enum", [new("description"), new("members", true)], "was", "retired");

    /// <summary>A member of an enum in its long form.</summary>
    public static KeyTable EnumMember { get; } = Table("a member of an enum", [new("description"), new("stored"), new("was")], "retired");

    /// <summary>A mixin.</summary>
    public static KeyTable Mixin { get; } = Table(
        "a mixin", [new("description"), new("fields", true), new("unique"), new("indexes"), new("rules")], "was", "retired");

    /// <summary>An entity.</summary>
    public static KeyTable Entity { get; } = Table(
        "an entity",
        [
            new("class"), new("plural"), new("description"), new("member"), new("mixins"), new("display"), new("order"), new("softDelete"), new("list"), new("fields", true),
            new("unique"), new("indexes"), new("rules"), new("lifecycle"), new("size"), new("was"), new("retired"),
        ],
        "tenancy", "search", "audit", "retention", "consent", "events");

    /// <summary>A field of an entity.</summary>
    public static KeyTable Field { get; } = Table(
        "a field",
        [
            new("type", true), new("required"), new("default"), new("min"), new("max"), new("pattern"), new("unique"), new("onDelete"), new("onCreate"), new("onUpdate"),
            new("writeOnce"), new("computed"), new("stored"), new("owned"), new("many"), new("personal"), new("sensitive"), new("phi"), new("financial"), new("secret"),
            new("was"), new("retired"), new("description"), new("example"),
        ],
        "encrypted", "consent", "search");

    /// <summary>A field of a value.</summary>
    public static KeyTable ValueField { get; } = Table(
        "a field of a value",
        [
            new("type", true), new("required"), new("min"), new("max"), new("pattern"), new("personal"), new("sensitive"), new("phi"), new("financial"), new("secret"),
            new("was"), new("retired"), new("description"), new("example"),
        ],
        "encrypted");

    /// <summary>A field of the input or output of an operation.</summary>
    public static KeyTable OperationField { get; } = Table(
        "a field of an operation",
        [
            new("type", true), new("required"), new("min"), new("max"), new("pattern"), new("personal"), new("sensitive"), new("phi"), new("financial"), new("secret"),
            new("description"), new("example"),
        ],
        "encrypted", "was", "retired");

    /// <summary>Below <c>list:</c>.</summary>
    public static KeyTable List { get; } = Table("a list", [new("sort"), new("filter")], "search");

    /// <summary>A unique set in its long form.</summary>
    public static KeyTable Unique { get; } = Table("a unique set", [new("fields", true), new("where"), new("message")]);

    /// <summary>A rule.</summary>
    public static KeyTable Rule { get; } = Table("a rule", [new("check"), new("noOverlap"), new("message", true)]);

    /// <summary>Below <c>noOverlap:</c>.</summary>
    public static KeyTable Overlap { get; } = Table("'noOverlap'", [new("key"), new("from", true), new("to", true), new("where")]);

    /// <summary>Below <c>lifecycle:</c>.</summary>
    public static KeyTable Lifecycle { get; } = Table("a lifecycle", [new("field", true), new("initial", true), new("transitions", true)]);

    /// <summary>A transition.</summary>
    public static KeyTable Transition { get; } = Table(
        "a transition",
        [new("description"), new("from", true), new("to", true), new("when"), new("message"), new("sets")],
        "events", "audit", "was", "retired");

    /// <summary>A capability.</summary>
    public static KeyTable Capability { get; } = Table(
        "a capability", [new("description"), new("to", true), new("allow"), new("run"), new("crossTenant")], "because", "audit");

    /// <summary>A grant in its long form.</summary>
    public static KeyTable Grant { get; } = Table("a grant", [new("do", true), new("where"), new("fields")], "because", "audit");

    /// <summary>The fields of a grant in their long form.</summary>
    public static KeyTable FieldList { get; } = Table("the fields of a grant", [new("see"), new("set"), new("except")]);

    /// <summary>An operation.</summary>
    public static KeyTable Operation { get; } = Table("an operation", [new("description"), new("input"), new("output")], "events", "audit", "was", "retired");

    /// <summary>A question.</summary>
    public static KeyTable Question { get; } = Table("a question", [new("ask", true), new("about"), new("source"), new("options"), new("answer")]);

    /// <summary>All tables.</summary>
    public static IReadOnlyList<KeyTable> All => Tables;

    private static KeyTable Table(string owner, LanguageKey[] keys, params string[] later)
    {
        var table = new KeyTable(owner, keys, later);
        Tables.Add(table);
        return table;
    }
}
