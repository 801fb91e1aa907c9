using Archiet.Genome;
using Archiet.Genome.Binding;
using static Archiet.Emit.Tests.Genomes;
using Kind = Archiet.Genome.Binding.FieldKind;
using Server = Archiet.Genome.Binding.ServerValue;

namespace Archiet.Emit.Tests;

/// <summary>A genome with every kind, required and not, with defaults and constraints, and with every name and text that could break a literal.</summary>
internal static class Everything
{
    private const string Hostile = "Quotes \" ' \"\"\" and {braces} {{twice}}, a back\\slash,\nlines, <tags> & */ // \u0001 \u2028 ünïcödé 😀";

    private static readonly Kind[] Plain =
    [
        Kind.String, Kind.Text, Kind.Bool, Kind.Int, Kind.Long, Kind.Decimal, Kind.Date, Kind.Time, Kind.Timestamp, Kind.Duration, Kind.Uuid, Kind.Email, Kind.Url,
        Kind.Json, Kind.Bytes,
    ];

    public static BoundGenome Genome { get; } = Genomes.Make(
        "Every",
        new BoundVocabulary(
            EquatableArray.Of(
                new BoundScalarType("Code", Hostile, new FieldType(Kind.String, "Code"), new FieldConstraints(MinLength: 2, MaxLength: 10, Pattern: "[A-Z\"{}\\\\]+"), "AB"),
                new BoundScalarType("Percent", "", new FieldType(Kind.Int, "Percent"), new FieldConstraints(Minimum: "0", Maximum: "100"), null)),
            EquatableArray.Of(new BoundValueType("Money", Hostile, EquatableArray.Of(
                Field("amount", new FieldType(Kind.Decimal, Precision: 12, Scale: 2), required: true),
                Field("currency", new FieldType(Kind.Enum, "Currency"), required: true, defaultValue: "czk"),
                Field("code", new FieldType(Kind.String, "Code"), constraints: new FieldConstraints(MinLength: 2, MaxLength: 10, Pattern: "[A-Z\"{}\\\\]+")),
                Field("money", new FieldType(Kind.Text), constraints: new FieldConstraints(MaxLength: 40))))),
            EquatableArray.Of(
                Enum("Currency", Hostile, "czk", "EUR", "NOT_STARTED", "notStarted", "it's"),
                Enum("Verbs", "Hides one of the runtime's types.", "a", "b"),
                Enum("Status", "Named like the member that has it.", "on"))),
        [
            Entity("Field", EntityRole.Ordinary, "Hides one of the runtime's types.", [Field("fieldSet", new FieldType(Kind.String), constraints: new FieldConstraints(MaxLength: 5))]),
            Entity("Kinds", EntityRole.Ordinary, Hostile, [.. Kinds()],
                uniques: [new BoundIndex("aVeryLongNameThatWillNotFitIntoSixtyThreeBytesOfAnIdentifierWhateverItSays", EquatableArray.Of("requiredString", "optionalUuid"))],
                indexes: [new BoundIndex("byStatus", EquatableArray.Of("status", "code"))]),
            Entity("Owner", EntityRole.Member, "", [Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 50), example: Hostile)]),
            Entity("Place", EntityRole.Tenant, "",
            [
                Field("name", new FieldType(Kind.String), required: true, constraints: new FieldConstraints(MaxLength: 50)),
                Field("price", new FieldType(Kind.Value, "Money"), required: true),
                Field("head", new FieldType(Kind.Reference, "Owner", OnDelete: DeleteAction.SetNull)),
            ]),
            Entity("class", EntityRole.Ordinary, "A keyword, and nothing that a request can set.",
            [
                Field("madeAt", new FieldType(Kind.Timestamp), required: true, onCreate: Server.Now),
                Field("madeBy", new FieldType(Kind.Reference, "Owner"), onCreate: Server.User),
            ]),
            Entity("Wide", EntityRole.Ordinary, "More columns than one bigint has bits.",
                [.. Enumerable.Range(0, 100).Select(at => Field("column" + at, new FieldType(Kind.Int)))]),
        ],
        [Capability("everything", ["owner", "guest"], ("Kinds", (Operations)31), ("Field", Operations.Read), ("Wide", (Operations)31), ("Place", Operations.Update), ("class", (Operations)31))],
        "owner", "guest");

    private static IEnumerable<BoundField> Kinds()
    {
        foreach (var kind in Plain)
        {
            var type = new FieldType(kind, Precision: kind == Kind.Decimal ? 10 : 0, Scale: kind == Kind.Decimal ? 3 : 0);
            var constraints = kind == Kind.String ? new FieldConstraints(MinLength: 1, MaxLength: 30, Pattern: "[^\"{}\\\\]*") : FieldConstraints.None;
            yield return Field("required" + kind, type, required: true, constraints, description: Hostile);
            yield return Field("optional" + kind, type, constraints: constraints);
            yield return Field("default" + kind, type, required: true, constraints: Bounds(kind), defaultValue: Default(kind));
        }
        yield return Field("status", new FieldType(Kind.Enum, "Status"), required: true);
        yield return Field("currency", new FieldType(Kind.Enum, "Currency"), defaultValue: "notStarted");
        yield return Field("verbs", new FieldType(Kind.Enum, "Verbs"));
        yield return Field("code", new FieldType(Kind.String, "Code"), required: true, constraints: new FieldConstraints(2, 10, Pattern: "[A-Z\"{}\\\\]+"));
        yield return Field("otherCode", new FieldType(Kind.String, "Code"), defaultValue: "AB", constraints: new FieldConstraints(2, 5, Pattern: "[A-Z\"{}\\\\]+"));
        yield return Field("percent", new FieldType(Kind.Int, "Percent"), constraints: new FieldConstraints(Minimum: "0", Maximum: "100"));
        yield return Field("price", new FieldType(Kind.Value, "Money"), description: Hostile);
        yield return Field("money", new FieldType(Kind.Value, "Money"), required: true);
        yield return Field("parent", new FieldType(Kind.Reference, "Kinds", OnDelete: DeleteAction.Cascade));
        yield return Field("owner", new FieldType(Kind.Reference, "Owner"), required: true);
        yield return Field("class", new FieldType(Kind.Reference, "class", OnDelete: DeleteAction.SetNull));
        yield return Field("kinds", new FieldType(Kind.Bool));
        yield return Field("version", new FieldType(Kind.Int));
        yield return Field("equals", new FieldType(Kind.Int));
        yield return Field("fieldKind", new FieldType(Kind.Int));
        yield return Field("select", new FieldType(Kind.Int));
    }

    private static FieldConstraints Bounds(Kind kind) => kind switch
    {
        Kind.Int or Kind.Long or Kind.Decimal => new FieldConstraints(Minimum: "-5", Maximum: "2000"),
        Kind.Date => new FieldConstraints(Minimum: "1900-01-01", Maximum: "2100-12-31"),
        Kind.Time => new FieldConstraints(Minimum: "06:00:00"),
        Kind.Timestamp => new FieldConstraints(Minimum: "2000-01-01T00:00:00Z"),
        Kind.Duration => new FieldConstraints(Maximum: "P1D"),
        Kind.Text => new FieldConstraints(1, 400),
        Kind.Bytes => new FieldConstraints(1, 16),
        _ => FieldConstraints.None,
    };

    private static string Default(Kind kind) => kind switch
    {
        Kind.Bool => "true",
        Kind.Int => "-5",
        Kind.Long => "1999",
        Kind.Decimal => "1.500",
        Kind.Date => "2024-02-29",
        Kind.Time => "09:30:00",
        Kind.Timestamp => "2024-02-29T12:00:00.250Z",
        Kind.Duration => "PT1H30M0.5S",
        Kind.Uuid => "0195f1a0-0000-7000-8000-000000000001",
        Kind.Email => "a@b.example",
        Kind.Url => "https://example.com/?q=\"{}",
        Kind.Json => "{\"a\":[1,\"\\\"\"]}",
        Kind.Bytes => "AQID",
        _ => Hostile.Replace("\u0001", "", StringComparison.Ordinal),
    };
}
