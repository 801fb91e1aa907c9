using Archiet.Draft.Items;

namespace Archiet.Draft.Wire.Shapes;

/// <summary>The words in which choices go over the wire.</summary>
internal static class ItemWords
{
    public const string Unknown = "unknown";

    public static IReadOnlyList<string> Bases { get; } = ["stated", "implied", "assumed"];

    public static IReadOnlyList<string> Certainties { get; } = ["yes", "no", Unknown];

    public static IReadOnlyList<string> Relationships { get; } = ["reference", "ownedBy", "manyToMany", Unknown];

    /// <summary>The types of the language without their arguments, which the draft asks for or takes from what else is said.</summary>
    public static IReadOnlyList<string> Types { get; } =
        ["string", "text", "bool", "int", "long", "decimal", "date", "time", "timestamp", "duration", "uuid", "email", "url", "json", "bytes", "enum", Unknown];

    public static IReadOnlyList<string> Classifications { get; } = ["none", "personal", "sensitive", "phi", "financial", "secret"];

    public static IReadOnlyList<string> Screens { get; } = ["list", "form", "detail", "dashboard", "other"];

    public static string Of(Basis basis) => basis switch
    {
        Basis.Stated => "stated",
        Basis.Implied => "implied",
        _ => "assumed",
    };

    public static string Of(Certainty certainty) => certainty switch
    {
        Certainty.Yes => "yes",
        Certainty.No => "no",
        _ => Unknown,
    };

    public static string Of(RelationshipKind kind) => kind switch
    {
        RelationshipKind.Reference => "reference",
        RelationshipKind.OwnedBy => "ownedBy",
        RelationshipKind.ManyToMany => "manyToMany",
        _ => Unknown,
    };
}
