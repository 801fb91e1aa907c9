using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>An entity as JSON, from the checked examples of its required fields: what development makes its tenants and members from.</summary>
internal static class Examples
{
    public static string Of(BoundEntity entity, OutlineIndex index) => Object(entity.Fields.Where(field => field.Name != entity.Lifecycle?.Field), index);

    private static string Object(IEnumerable<BoundField> fields, OutlineIndex index) =>
        "{" + string.Join(", ", fields.Where(NeedsValue).Select(field => JsonLiteral.Text(field.Name) + ": " + Value(field, index))) + "}";

    private static bool NeedsValue(BoundField field) =>
        field is { Required: true, IsServerSet: false, Computed: null, Default: null } && field.Type.Kind != FieldKind.Reference;

    private static string Value(BoundField field, OutlineIndex index) => field.Type.Kind switch
    {
        FieldKind.Value => Object(index.Value(field.Type.Name!).Fields, index),
        FieldKind.Enum => JsonLiteral.Text(Choice(index.Enum(field.Type.Name!), field.Example)),
        _ => JsonLiteral.Of(field.Type.Kind, field.Example ?? index.Type(field.Type.Name)?.Example ?? Usual(field)),
    };

    private static string Choice(EnumModel choice, string? name) => name is null ? choice.Members[0].Name : EnumLowering.StoredOf(choice, name);

    // The genome demands an example only where none can be guessed: a pattern, or a name that people will read.
    private static string Usual(BoundField field) => field.Type.Kind switch
    {
        FieldKind.Bool => "false",
        FieldKind.Int or FieldKind.Long or FieldKind.Decimal => field.Constraints.Minimum ?? "0",
        FieldKind.Date => field.Constraints.Minimum ?? "2026-01-31",
        FieldKind.Time => field.Constraints.Minimum ?? "09:00:00",
        FieldKind.Timestamp => field.Constraints.Minimum ?? "2026-01-31T09:00:00Z",
        FieldKind.Duration => field.Constraints.Minimum ?? "PT1H",
        FieldKind.Uuid => "00000000-0000-7000-8000-000000000001",
        FieldKind.Email => "someone@example.com",
        FieldKind.Url => "https://example.com/",
        FieldKind.Json => "{}",
        FieldKind.Bytes => "",
        _ => Naming.Pascal(field.Name),
    };
}
