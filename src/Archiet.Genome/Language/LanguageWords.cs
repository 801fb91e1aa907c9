using Archiet.Genome.Binding;

namespace Archiet.Genome.Language;

/// <summary>The words of the language that are not keys.</summary>
public static class LanguageWords
{
    /// <summary>The version of the language.</summary>
    public const string Version = "1.0";

    /// <summary>The scalar types, as the genome spells them; <c>decimal</c> takes its precision and scale in parentheses.</summary>
    public static IReadOnlyList<string> ScalarTypes { get; } =
    [
        "string", "text", "bool", "int", "long", "decimal", "date", "time", "timestamp", "duration", "uuid", "email", "url", "json", "bytes",
    ];

    /// <summary>The operations that entities have by themselves, in the order of their bits.</summary>
    public static IReadOnlyList<string> OperationNames { get; } = ["list", "read", "create", "update", "delete", "restore"];

    /// <summary>What becomes of a row when the row it refers to is deleted.</summary>
    public static IReadOnlyList<string> DeleteActions { get; } = ["restrict", "cascade", "setNull"];

    /// <summary>What the server can set.</summary>
    public static IReadOnlyList<string> ServerValues { get; } = ["now()", "user"];

    /// <summary>The kinds of data that a field can be said to hold, in the order of their bits.</summary>
    public static IReadOnlyList<string> Classifications { get; } = ["personal", "sensitive", "phi", "financial", "secret"];

    /// <summary>What can be approved of a change, in the order of <see cref="ApprovalVerb"/>.</summary>
    public static IReadOnlyList<string> ApprovalVerbs { get; } = ["drop", "narrow", "retype", "require", "remove", "lock"];

    /// <summary>What can be said of a whole genome: that it is a draft.</summary>
    public static IReadOnlyList<string> Statuses { get; } = ["draft"];

    /// <summary>How large a table may grow.</summary>
    public static IReadOnlyList<string> Sizes { get; } = ["small", "large"];

    internal static FieldKind? ScalarKind(string name) => name switch
    {
        "string" => FieldKind.String,
        "text" => FieldKind.Text,
        "bool" => FieldKind.Bool,
        "int" => FieldKind.Int,
        "long" => FieldKind.Long,
        "decimal" => FieldKind.Decimal,
        "date" => FieldKind.Date,
        "time" => FieldKind.Time,
        "timestamp" => FieldKind.Timestamp,
        "duration" => FieldKind.Duration,
        "uuid" => FieldKind.Uuid,
        "email" => FieldKind.Email,
        "url" => FieldKind.Url,
        "json" => FieldKind.Json,
        "bytes" => FieldKind.Bytes,
        _ => null,
    };

    internal static Operations? Operation(string name) => name switch
    {
        "list" => Operations.List,
        "read" => Operations.Read,
        "create" => Operations.Create,
        "update" => Operations.Update,
        "delete" => Operations.Delete,
        "restore" => Operations.Restore,
        _ => null,
    };
}
