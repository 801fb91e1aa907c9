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
        from count in Gen.Choose(0, 4)
        let entities = names.Take(count).Prepend("Store").ToList()
        from head in Head()
        from vocabulary in Vocabulary()
        from bodies in Gen.CollectToList(entities, name => Entity(name, entities))
        from capabilities in Gen.CollectToList(Enumerable.Range(0, 2), _ => Capability(entities))
        select new RandomGenome(head, vocabulary, [.. bodies], [.. capabilities.Select(static (it, at) => ("may" + (char)('A' + at), it))]),
        static genome => genome.Smaller());

    private static Gen<IReadOnlyList<(string, YamlTree)>> Head() =>
        from description in Texts
        from role in Texts
        select (IReadOnlyList<(string, YamlTree)>)
        [
            ("genome", YamlTree.Text("1.0")),
            ("app", YamlTree.Map(("name", YamlTree.Text("Shop")), ("namespace", YamlTree.Text("Acme.Shop")), ("description", YamlTree.Text(description)))),
            ("tenancy", YamlTree.Map(("tenant", YamlTree.Text("Store")))),
            ("roles", YamlTree.Map(("clerk", YamlTree.Text(role)), ("owner", YamlTree.Text("")))),
        ];

    private static Gen<IReadOnlyList<(string, string, YamlTree)>> Vocabulary() =>
        from text in Texts
        from example in Texts
        from members in Gen.Shuffle(["small", "IN_STOCK", "in_transit", "class", "x1"])
        select (IReadOnlyList<(string, string, YamlTree)>)
        [
            ("types", "Note", YamlTree.Map(("base", YamlTree.Text("text")), ("description", YamlTree.Text(text)), ("example", YamlTree.Text(example)))),
            ("types", "Percent", YamlTree.Map(("base", YamlTree.Text("decimal(5,2)")), ("min", YamlTree.Of(0)), ("max", YamlTree.Of(100)))),
            ("values", "Money", YamlTree.Map(("description", YamlTree.Text(text)), ("fields", YamlTree.Map(
                ("amount", YamlTree.Map(("type", YamlTree.Text("int")), ("required", YamlTree.Of(true)))),
                ("currency", YamlTree.Map(("type", YamlTree.Text("Size")), ("description", YamlTree.Text(text)))))))),
            ("enums", "Size", YamlTree.Words(members)),
        ];

    private static Gen<RandomEntity> Entity(string name, IReadOnlyList<string> entities) =>
        from names in Gen.Shuffle(FieldNames)
        from count in Gen.Choose(1, 7)
        from description in Texts
        from indexed in Gen.Choose(0, 2)
        from fields in Gen.CollectToList(names.Where(it => !string.Equals(it, name, StringComparison.OrdinalIgnoreCase)).Take(count), field => Field(field, name, entities))
        let first = fields.FirstOrDefault(static it => IsIndexable(it.Item2)).Item1
        select new RandomEntity(
            name,
            [
                ("description", description.Length == 0 ? null : YamlTree.Text(description)),
                (indexed == 1 ? "unique" : "indexes", indexed == 0 || first is null ? null : YamlTree.Map(("byIt", YamlTree.Words([first])))),
            ],
            [.. fields]);

    private static bool IsIndexable(YamlTree field) => ((YamlMap)field).Entries.Any(static entry => entry is ("type", YamlLeaf { Value: "string" or "int" or "long" or "date" or "uuid" or "Size" }));

    private static Gen<(string, YamlTree)> Field(string name, string owner, IReadOnlyList<string> entities) =>
        from definition in Gen.OneOf(Texted(), Number(), Plain(), Named(), Reference(owner, entities))
        from required in Gen.Elements(true, false)
        from description in Texts
        let isReference = entities.Contains(((YamlLeaf)definition[0].Item2!).Value)
        select (name, YamlTree.Map(
        [
            .. definition,
            ("required", required && (!isReference || owner != "Store") ? YamlTree.Of(true) : null),
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

    private static Gen<YamlTree> Capability(IReadOnlyList<string> entities) =>
        from to in Gen.Elements(new[] { "clerk" }, ["clerk", "owner"], ["owner"])
        from granted in Gen.SubListOf(entities.AsEnumerable())
        from verbs in Gen.Elements(new[] { "list" }, ["read", "list"], ["update", "read"], ["read", "update", "list"])
        select YamlTree.Map(("to", YamlTree.Words(to)), ("allow", YamlTree.Map(granted.Select(entity => (entity, (YamlTree?)YamlTree.Words(verbs))))));
}
