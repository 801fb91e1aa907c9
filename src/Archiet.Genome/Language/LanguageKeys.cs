namespace Archiet.Genome.Language;

/// <summary>Every mapping of the genome language, version 1.0, with its keys.</summary>
public static class LanguageKeys
{
    /// <summary>The top level of a file.</summary>
    public static KeyTable Genome { get; } = new(
        "a genome",
        [new("genome"), new("app"), new("tenancy"), new("roles"), new("types"), new("values"), new("enums"), new("entities"), new("capabilities")],
        "compliance", "mixins", "operations", "functions", "events", "screens", "consent", "ai", "integrations", "seed", "questions", "services");

    /// <summary>Below <c>app:</c>.</summary>
    public static KeyTable App { get; } = new(
        "the app", [new("name", true), new("namespace", true), new("description"), new("version"), new("contact")]);

    /// <summary>Below <c>tenancy:</c>.</summary>
    public static KeyTable Tenancy { get; } = new("tenancy", [new("tenant", true)], "isolation", "shared", "by");

    /// <summary>A named scalar type.</summary>
    public static KeyTable Type { get; } = new(
        "a type",
        [new("base", true), new("min"), new("max"), new("pattern"), new("description"), new("example")],
        "personal", "sensitive", "phi", "financial", "secret", "encrypted", "was", "retired");

    /// <summary>A value.</summary>
    public static KeyTable Value { get; } = new("a value", [new("description"), new("fields", true)], "rules", "was", "retired");

    /// <summary>An enum in its long form.</summary>
    public static KeyTable Enum { get; } = new("an enum", [new("description"), new("members", true)], "was", "retired");

    /// <summary>An entity.</summary>
    public static KeyTable Entity { get; } = new(
        "an entity",
        [new("class"), new("plural"), new("description"), new("member"), new("fields", true), new("unique"), new("indexes")],
        "tenancy", "rules", "lifecycle", "list", "search", "audit", "retention", "softDelete", "mixins", "computed", "owned", "events", "display", "noOverlap", "was", "retired");

    /// <summary>A field of an entity.</summary>
    public static KeyTable Field { get; } = new(
        "a field",
        [
            new("type", true), new("required"), new("default"), new("min"), new("max"), new("pattern"), new("unique"), new("onDelete"), new("onCreate"), new("onUpdate"),
            new("description"), new("example"),
        ],
        "personal", "sensitive", "phi", "financial", "secret", "encrypted", "computed", "writeOnce", "many", "owned", "search", "was", "retired");

    /// <summary>A field of a value.</summary>
    public static KeyTable ValueField { get; } = new(
        "a field of a value",
        [new("type", true), new("required"), new("min"), new("max"), new("pattern"), new("description"), new("example")],
        "personal", "sensitive", "phi", "financial", "secret", "encrypted", "computed", "writeOnce", "was", "retired");

    /// <summary>A capability.</summary>
    public static KeyTable Capability { get; } = new(
        "a capability", [new("description"), new("to", true), new("allow", true)], "when", "because", "audit");

    /// <summary>A grant written as a mapping, which is the form of a later version throughout.</summary>
    public static KeyTable Grant { get; } = new("a grant", [], "where", "fields", "do", "because");

    /// <summary>All tables.</summary>
    public static IReadOnlyList<KeyTable> All { get; } = [Genome, App, Tenancy, Type, Value, Enum, Entity, Field, ValueField, Capability, Grant];
}
