using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Cases.Tests;

/// <summary>Makes up genomes that have a meaning, whatever they are about.</summary>
internal static class GenomeGenerator
{
    private static readonly string[] EntityNames = ["Order", "User", "Table", "HTTPRoute", "FieldSet", "A", "Category", "Box", "Analyze", "LongNameOfAnEntityWithManyWords12345"];

    private static readonly string[] FieldNames =
    [
        "total", "class", "event", "value", "from", "select", "user", "order", "string", "field", "record", "a", "aB", "hTTP", "x1", "it", "json", "true", "null", "now", "limit",
        "anotherNameThatIsLongAndHas1234567",
    ];

    private static readonly string[] Signs =
    [
        "a", "B", " ", "9", "\"", "'", "\\", "{", "}", "{0}", "<", "&", "</summary>", "*/", "//", "\n", "#", ": ", ", ", "- ", "%", "$(x)", "--", ";", "\u0001", "\u0085", "\u2028", "\ufeff",
        "\u00e9", "\u0130", "\u05d0", "\U0001f3ea", "\u202e", "?", "|", "`", "@",
    ];

    /// <summary>Texts of all kinds of signs, the empty one among them.</summary>
    public static Gen<string> Texts { get; } = Gen.Elements(Signs).ListOf().Select(static parts => string.Concat(parts));

    /// <summary>Genomes that have a meaning.</summary>
    public static Arbitrary<RandomGenome> Genomes { get; } = Arb.From(
        from names in Gen.Shuffle(EntityNames)
        from count in Gen.Choose(1, 3)
        let ordinary = names.Take(count).ToList()
        from head in Head()
        from vocabulary in Vocabulary()
        from entities in Gen.CollectToList(ordinary, name => Entity(name, ordinary))
        from tenant in Loose("Store", ordinary)
        from operations in Operations(ordinary)
        from seed in Seed()
        let all = (IReadOnlyList<RandomEntity>)
        [
            new("Store", [], [("name", YamlTree.Map(("type", YamlTree.Text("text"))))], tenant),
            new("Person", [("member", YamlTree.Of(true))], [("name", YamlTree.Map(("type", YamlTree.Text("text")), ("personal", YamlTree.Of(true))))], []),
            Label,
            Ledger,
            .. entities.SelectMany(static it => it),
        ]
        from capabilities in GrantGenerator.Of(all, [.. operations.Select(static it => it.Name)])
        from reason in Texts
        let approve = ("approve", "drop Ledger.colour", YamlTree.Text("Nobody chose one. " + reason))
        select new RandomGenome(head, [.. vocabulary, .. operations, .. seed, approve], all, capabilities),
        static genome => genome.Smaller());

    private static RandomEntity Label => new(
        "Label",
        [],
        [
            ("title", YamlTree.Map(("type", YamlTree.Text("text")), ("required", YamlTree.Of(true)))),
            ("parent", YamlTree.Map(("type", YamlTree.Text("Label")))),
            ("size", YamlTree.Map(("type", YamlTree.Text("Size")))),
            ("price", YamlTree.Map(("type", YamlTree.Text("Money")))),
        ],
        []);

    /// <summary>An entity of which only the table is left.</summary>
    private static RandomEntity Ledger => new(
        "Ledger",
        [("retired", YamlTree.Of(true)), ("was", YamlTree.Text("Journal")), ("unique", YamlTree.Map(("once", YamlTree.Words(["title", "label"]))))],
        [
            ("title", YamlTree.Map(("type", YamlTree.Text("string")), ("max", YamlTree.Of(30)), ("required", YamlTree.Of(true)))),
            ("label", YamlTree.Map(("type", YamlTree.Text("Label")), ("required", YamlTree.Of(true)))),
            ("parent", YamlTree.Map(("type", YamlTree.Text("Ledger")))),
            ("price", YamlTree.Map(("type", YamlTree.Text("Money")))),
        ],
        []);

    private static Gen<IReadOnlyList<(string, YamlTree)>> Head() =>
        from description in Texts
        from role in Texts
        select (IReadOnlyList<(string, YamlTree)>)
        [
            ("genome", YamlTree.Text("1.0")),
            ("app", YamlTree.Map(("name", YamlTree.Text("Shop")), ("namespace", YamlTree.Text("Acme.Shop")), ("description", YamlTree.Text(description)), ("x-team", YamlTree.Text(description)))),
            ("tenancy", YamlTree.Map(("tenant", YamlTree.Text("Store")))),
            ("roles", YamlTree.Map(("clerk", YamlTree.Text(role)), ("owner", YamlTree.Map(("description", YamlTree.Text(role)), ("x-level", YamlTree.Of(1)))))),
        ];

    private static Gen<IReadOnlyList<(string Kind, string Name, YamlTree Value)>> Vocabulary() =>
        from text in Texts
        from example in Texts
        from stored in Gen.Shuffle(["S", "it's", "{0}", "--", "\u00e9 \u05d0"])
        from members in Gen.Shuffle(["small", "IN_STOCK", "in_transit", "class", "x1"])
        select (IReadOnlyList<(string, string, YamlTree)>)
        [
            ("types", "Note", YamlTree.Map(("base", YamlTree.Text("text")), ("description", YamlTree.Text(text)), ("example", YamlTree.Text(example)), ("sensitive", YamlTree.Of(true)))),
            ("types", "Percent", YamlTree.Map(("base", YamlTree.Text("decimal(5,2)")), ("min", YamlTree.Of(0)), ("max", YamlTree.Of(100)))),
            ("values", "Money", YamlTree.Map(("description", YamlTree.Text(text)), ("fields", YamlTree.Map(
                ("amount", YamlTree.Map(("type", YamlTree.Text("int")), ("required", YamlTree.Of(true)))),
                ("currency", YamlTree.Map(("type", YamlTree.Text("Size")), ("was", YamlTree.Text("unit")), ("description", YamlTree.Text(text)))),
                ("rate", YamlTree.Map(("type", YamlTree.Text("Percent")), ("required", YamlTree.Of(true)), ("retired", YamlTree.Of(true)))))))),
            ("enums", "Size", YamlTree.Map(("members", YamlTree.Map(members.Select((name, at) =>
                (name, (YamlTree?)(at % 2 == 0 ? YamlTree.Map(("description", YamlTree.Text(text)), ("stored", YamlTree.Text(stored[at])), ("was", YamlTree.Text("former_" + name))) : YamlTree.Text(text)))))))),
            ("enums", "State", YamlTree.Words(["open", "busy", "done"])),
            ("mixins", "Stamped", YamlTree.Map(("description", YamlTree.Text(text)), ("fields", YamlTree.Map(
                ("stampedAt", YamlTree.Map(("type", YamlTree.Text("timestamp")), ("onCreate", YamlTree.Text("now()")))),
                ("stampedBy", YamlTree.Map(("type", YamlTree.Text("Person")), ("onCreate", YamlTree.Text("user")), ("onDelete", YamlTree.Text("setNull")))))),
                ("indexes", YamlTree.Map(("byStamp", YamlTree.Words(["stampedAt"])))))),
            ("mixins", "Tallied", YamlTree.Map(
                ("fields", YamlTree.Map(("counted", YamlTree.Map(("type", YamlTree.Text("int")), ("required", YamlTree.Of(true)))))),
                ("rules", YamlTree.Map(("counts", YamlTree.Map(("check", YamlTree.Text("this.counted > 0")), ("message", YamlTree.Text("Counts " + text)))))))),
        ];

    private static Gen<IReadOnlyList<RandomEntity>> Entity(string name, IReadOnlyList<string> entities) =>
        from loose in Loose(name, entities)
        from description in Texts
        from bodies in EntityGenerator.Ordinary(name, entities, loose, description.Length == 0 ? null : YamlTree.Text(description))
        select bodies;

    private static Gen<IReadOnlyList<(string, YamlTree)>> Loose(string name, IReadOnlyList<string> entities) =>
        from names in Gen.Shuffle(FieldNames)
        from count in Gen.Choose(1, 5)
        from fields in Gen.CollectToList(names.Where(it => !string.Equals(it, name, StringComparison.OrdinalIgnoreCase)).Take(count), field => Field(field, name, entities))
        select (IReadOnlyList<(string, YamlTree)>)[.. fields];

    private static Gen<IReadOnlyList<(string Kind, string Name, YamlTree Value)>> Operations(IReadOnlyList<string> entities) =>
        from names in Gen.SubListOf<string>(["moveAll", "run", "tellIt"])
        from bodies in Gen.CollectToList(names, name =>
            from description in Texts
            from input in Message(entities)
            from output in Message(entities)
            select ("operations", name, YamlTree.Map(("description", YamlTree.Text(description)), ("input", input), ("output", output), ("x-cost", YamlTree.Of(2)))))
        select (IReadOnlyList<(string, string, YamlTree)>)[.. bodies];

    private static Gen<YamlTree?> Message(IReadOnlyList<string> entities) =>
        from names in Gen.SubListOf<string>(["what", "value", "class", "cancel", "caller"])
        from fields in Gen.CollectToList(names, name =>
            from definition in Gen.OneOf(Plain(), Reference("Store", entities), Gen.Elements("Note", "Percent", "Size").Select(static type => new (string, YamlTree?)[] { ("type", YamlTree.Text(type)) }))
            from required in Gen.Elements(true, false)
            from description in Texts
            select (name, (YamlTree?)YamlTree.Map([.. definition, ("required", YamlTree.Of(required)), ("description", YamlTree.Text(description))])))
        select fields.Count == 0 ? (YamlTree?)null : YamlTree.Map(fields);

    private static Gen<IReadOnlyList<(string Kind, string Name, YamlTree Value)>> Seed() =>
        from titles in Gen.ListOf(Texts)
        let rows = titles.Take(4).Select(static (title, at) => ("k" + at, (YamlTree?)YamlTree.Map(
            ("title", YamlTree.Text(title)), ("parent", at == 0 ? null : YamlTree.Text("k" + (at - 1))), ("size", at == 1 ? YamlTree.Text("x1") : null),
            ("price", at == 2 ? YamlTree.Map(("amount", YamlTree.Of(at)), ("currency", YamlTree.Text("class"))) : null)))).ToList()
        select (IReadOnlyList<(string, string, YamlTree)>)(rows.Count == 0 ? [] : [("seed", "Label", YamlTree.Map(rows))]);

    private static Gen<(string, YamlTree)> Field(string name, string owner, IReadOnlyList<string> entities) =>
        from definition in Gen.OneOf(Texted(), Number(), Plain(), Named(), Reference(owner, entities))
        from required in Gen.Elements(true, false)
        from description in Texts
        let type = ((YamlLeaf)definition[0].Item2!).Value
        // Rows that need each other first could not be made: a row needs those of entities before its own.
        let canBeRequired = !entities.Contains(type) || entities.TakeWhile(it => it != owner).Contains(type) && owner != "Store"
        select (name, YamlTree.Map(
        [
            .. definition,
            ("required", required && canBeRequired ? YamlTree.Of(true) : null),
            ("description", description.Length == 0 ? null : YamlTree.Text(description)),
        ]));

    private static Gen<(string, YamlTree?)[]> Texted() =>
        from value in Texts
        from kind in Gen.Elements("string", "text")
        from given in Gen.Elements("default", "example")
        let length = value.EnumerateRunes().Count()
        from least in Gen.Choose(0, length)
        from more in Gen.Choose(1, 50)
        select new (string, YamlTree?)[] { ("type", YamlTree.Text(kind)), ("min", least == 0 ? null : YamlTree.Of(least)), ("max", YamlTree.Of(length + more)), (given, YamlTree.Text(value)) };

    private static Gen<(string, YamlTree?)[]> Number() =>
        from kind in Gen.Elements("int", "long", "decimal(9,3)")
        from value in Gen.Choose(-99999, 99999)
        from below in Gen.Choose(0, 5)
        from above in Gen.Choose(0, 5)
        select new (string, YamlTree?)[] { ("type", YamlTree.Text(kind)), ("min", YamlTree.Of(value - below)), ("max", YamlTree.Of(value + above)), ("default", YamlTree.Of(value)) };

    private static Gen<(string, YamlTree?)[]> Plain() =>
        Gen.Elements("bool", "date", "time", "timestamp", "duration", "uuid", "email", "url", "json", "bytes").Select(static kind => new (string, YamlTree?)[] { ("type", YamlTree.Text(kind)) });

    private static Gen<(string, YamlTree?)[]> Named() =>
        Gen.Elements("Note", "Percent", "Money", "Size").Select(static name => new (string, YamlTree?)[] { ("type", YamlTree.Text(name)), ("default", name == "Size" ? YamlTree.Text("x1") : null) });

    private static Gen<(string, YamlTree?)[]> Reference(string owner, IReadOnlyList<string> entities) =>
        from target in Gen.Elements(entities.AsEnumerable())
        from action in Gen.Elements("restrict", "cascade", null)
        select new (string, YamlTree?)[] { ("type", YamlTree.Text(target)), ("onDelete", action is null || owner == "Store" ? null : YamlTree.Text(action)) };
}
