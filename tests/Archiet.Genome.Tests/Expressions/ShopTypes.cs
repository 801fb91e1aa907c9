using System.Text;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Tests.Expressions;

/// <summary>A genome's types for tests of expressions: orders with lines, customers and clerks.</summary>
internal sealed class ShopTypes : IExpressionTypes
{
    private static readonly Dictionary<string, EntityShape> Entities = new[]
    {
        Entity("Store", Field("name", FieldKind.String, required: true), Field("opensAt", FieldKind.Time)),
        Entity("Clerk", Field("name", FieldKind.String, required: true), Reference("supervisor", "Clerk")),
        Entity("Customer", Field("name", FieldKind.String, required: true), Reference("clerk", "Clerk"), Field("email", FieldKind.Email)),
        Entity(
            "Order",
            Field("number", FieldKind.String, required: true),
            Field("note", FieldKind.Text),
            Field("paid", FieldKind.Bool, required: true),
            Field("express", FieldKind.Bool),
            Field("count", FieldKind.Int, required: true),
            Field("weight", FieldKind.Long),
            new("net", new(FieldKind.Decimal, null, 12, 2), true),
            new("tax", new(FieldKind.Decimal, null, 12, 4), false),
            new("huge", new(FieldKind.Decimal, null, 28, 0), false),
            Field("due", FieldKind.Date),
            Field("placedAt", FieldKind.Timestamp, required: true),
            Field("shippedAt", FieldKind.Timestamp),
            Field("takes", FieldKind.Duration),
            Field("code", FieldKind.Uuid),
            Field("data", FieldKind.Json),
            new("status", new(FieldKind.Enum, "Status"), true),
            new("priority", new(FieldKind.Enum, "Priority"), false),
            new("address", new(FieldKind.Value, "Address"), false),
            Reference("customer", "Customer", required: true),
            Reference("takenBy", "Clerk"),
            new("lines", new(FieldKind.Reference, "OrderLine"), false, FieldMultiplicity.OwnedChildren),
            new("tags", new(FieldKind.Reference, "Tag"), false, FieldMultiplicity.Many),
            new("total", new(FieldKind.Decimal, null, 14, 2), false, FieldMultiplicity.One, FieldOrigin.ComputedOnRead),
            new("gross", new(FieldKind.Decimal, null, 14, 4), false, FieldMultiplicity.One, FieldOrigin.ComputedColumn),
            new("broken", null, false)),
        Entity("OrderLine", Field("quantity", FieldKind.Int, required: true), new("price", new(FieldKind.Decimal, null, 10, 2), false), Field("text", FieldKind.Text)),
    }.ToDictionary(static entity => entity.Name);

    public BoundVocabulary Vocabulary { get; } = new(
        [],
        EquatableArray.Of(new BoundValueType("Address", "", EquatableArray.Of(Part("street", required: true), Part("city", required: false)))),
        EquatableArray.Of(Enum("Priority", "low", "high"), Enum("Status", "requested", "confirmed", "cancelled")));

    public string TenantEntity => "Store";

    public string? MemberEntity { get; init; } = "Clerk";

    public EntityShape? FindEntity(string name) => Entities.GetValueOrDefault(name);

    /// <summary>Checks an expression over an order.</summary>
    public static CheckedExpression Check(string text, ExpressionPurpose purpose = ExpressionPurpose.RowCondition) =>
        ExpressionChecker.Check(text, new(purpose, "Order"), new ShopTypes());

    /// <summary>An expression over an order that has no faults.</summary>
    public static Expression Bind(string text, ExpressionPurpose purpose = ExpressionPurpose.RowCondition)
    {
        var result = Check(text, purpose);
        Assert.That(Describe(result), Is.Empty, text);
        return result.Expression!;
    }

    /// <summary>Asserts that exactly the marked faults come out, at exactly their places: <c>this.{|ARC0206:nmae|}</c>.</summary>
    public static CheckedExpression Faults(string marked, ExpressionPurpose purpose = ExpressionPurpose.RowCondition)
    {
        var (text, expected) = Unmark(marked);
        var result = Check(text, purpose);
        Assert.That(result.Faults.Select(static fault => $"{fault.Descriptor.Id} {fault.Start}+{fault.Length}"), Is.EqualTo(expected), $"{text}\n{Describe(result)}");
        Assert.That(result.Expression, Is.Null);
        return result;
    }

    public static string Describe(CheckedExpression result) => string.Join('\n', result.Faults.Select(static fault => $"{fault.Descriptor.Id} at {fault.Start}: {fault.Message}"));

    private static (string Text, List<string> Expected) Unmark(string marked)
    {
        var text = new StringBuilder();
        var expected = new List<string>();
        for (var at = 0; at < marked.Length;)
        {
            if (string.CompareOrdinal(marked, at, "{|ARC", 0, 5) != 0)
            {
                text.Append(marked[at++]);
                continue;
            }
            var close = marked.IndexOf("|}", at, StringComparison.Ordinal);
            var inner = marked[(at + 10)..close];
            expected.Add($"{marked.Substring(at + 2, 7)} {text.Length}+{inner.Length}");
            text.Append(inner);
            at = close + 2;
        }
        return (text.ToString(), expected);
    }

    private static EntityShape Entity(string name, params FieldShape[] fields) => new(name, fields.ToEquatableArray());

    private static FieldShape Field(string name, FieldKind kind, bool required = false) => new(name, new(kind), required);

    private static FieldShape Reference(string name, string entity, bool required = false) => new(name, new(FieldKind.Reference, entity), required);

    private static BoundEnum Enum(string name, params string[] members) =>
        GenomeCheck.Bind($"enums: {{ {name}: [{string.Join(", ", members)}] }}\n").Outline.Vocabulary.Enums[0];

    private static BoundField Part(string name, bool required) =>
        GenomeCheck.Field($"{name}: {{ type: string, max: 80, required: {(required ? "true" : "false")} }}");
}
