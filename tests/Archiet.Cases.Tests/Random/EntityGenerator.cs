using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Cases.Tests;

/// <summary>
/// Makes up what entities have besides fields of any kind: an ordinary entity has a few fields that conditions, lists, states and constraints can be about, and random choices of those.
/// </summary>
internal static class EntityGenerator
{
    private static readonly string[] Classes = ["personal", "sensitive", "phi", "financial"];

    /// <summary>An ordinary entity with these loose fields, and the rows that it owns, if it owns any.</summary>
    public static Gen<IReadOnlyList<RandomEntity>> Ordinary(string name, IReadOnlyList<string> entities, IReadOnlyList<(string, YamlTree)> loose, YamlTree? description) =>
        from parts in Gen.SubListOf<string>(["softDelete", "lifecycle", "order", "list", "display", "unique", "rules", "overlap", "computed", "many", "owned", "secret", "was", "retired", "small"])
        from mixins in Gen.SubListOf<string>(["Stamped", "Tallied"])
        from condition in Gen.ListOf(ConditionGenerator.OfRows, 2)
        from own in Gen.ListOf(ConditionGenerator.OfColumns, 4)
        from texts in Gen.ListOf(GenomeGenerator.Texts.Where(static text => !string.IsNullOrWhiteSpace(text)), 4)
        from target in Gen.Elements(entities.AsEnumerable())
        from word in Gen.Elements(Classes)
        from least in Gen.Choose(0, 2)
        let has = parts.ToHashSet(StringComparer.Ordinal)
        let child = name + "Row"
        select (IReadOnlyList<RandomEntity>)
        [
            new(name,
            [
                ("description", description),
                ("mixins", mixins.Count == 0 ? null : YamlTree.Words(mixins)),
                ("softDelete", has.Contains("softDelete") ? YamlTree.Of(true) : null),
                ("display", has.Contains("display") ? YamlTree.Text("code") : null),
                ("order", has.Contains("order") ? YamlTree.Words(["-at", "code"]) : null),
                ("list", has.Contains("list") ? YamlTree.Map(("sort", YamlTree.Words(["level", "at"])), ("filter", YamlTree.Words(["size", "level", "flag", "by"]))) : null),
                ("unique", has.Contains("unique") ? Unique(own[0], texts[0]) : null),
                ("rules", Rules(has, condition[0], own[1], texts)),
                ("lifecycle", has.Contains("lifecycle") ? Lifecycle(condition[1], texts[3]) : null),
                ("size", has.Contains("small") ? YamlTree.Text("small") : null),
                ("was", has.Contains("was") ? YamlTree.Text("Former" + name) : null),
                ("x-of", YamlTree.Text(texts[0])),
            ],
            [
                .. Common(has, word),
                ("isOdd", has.Contains("computed") ? Computed("bool", own[2], stored: true) : null),
                ("isLate", has.Contains("computed") ? Computed("bool", own[3], stored: false) : null),
                ("twice", has.Contains("computed") ? Computed("long", "this.level + this.level", stored: true) : null),
                ("links", has.Contains("many") ? YamlTree.Map(("type", YamlTree.Text(target)), ("many", YamlTree.Of(true)), ("was", has.Contains("was") ? YamlTree.Text("oldLinks") : null), ("description", YamlTree.Text(texts[1]))) : null),
                ("rows", has.Contains("owned") ? YamlTree.Map(("type", YamlTree.Text(child)), ("owned", YamlTree.Of(true)), ("min", least == 0 ? null : YamlTree.Of(least)), ("max", YamlTree.Of(7))) : null),
            ],
            loose),
            .. has.Contains("owned") ? [Child(child)] : Enumerable.Empty<RandomEntity>(),
        ];

    private static IEnumerable<(string, YamlTree?)> Common(HashSet<string> has, string word) =>
    [
        ("code", Field("string", ("max", YamlTree.Of(20)), ("required", YamlTree.Of(true)), ("writeOnce", YamlTree.Of(has.Contains("display"))))),
        ("level", Field("int", ("required", YamlTree.Of(true)), ("was", has.Contains("was") ? YamlTree.Text("height") : null))),
        ("rank", Field("int", (word, YamlTree.Of(true)))),
        ("at", Field("timestamp", ("required", YamlTree.Of(true)))),
        ("until", Field("timestamp")),
        ("due", Field("date", ("x-unit", YamlTree.Words(["day"])))),
        ("flag", Field("bool")),
        ("size", Field("Size")),
        ("note", Field("text", (word, YamlTree.Of(true)))),
        ("by", Field("Person", ("onUpdate", has.Contains("rules") ? YamlTree.Text("user") : null))),
        ("pin", has.Contains("secret") ? Field("string", ("max", YamlTree.Of(9)), ("secret", YamlTree.Of(true))) : null),
        ("state", has.Contains("lifecycle") ? Field("State") : null),
        .. has.Contains("retired") ? Retired(has) : [],
    ];

    /// <summary>Fields that only the release before knows: nothing speaks of them but each other.</summary>
    private static IEnumerable<(string, YamlTree?)> Retired(HashSet<string> has)
    {
        (string, YamlTree?) retired = ("retired", YamlTree.Of(true));
        return
        [
            ("oldCode", Field("string", ("max", YamlTree.Of(9)), ("min", YamlTree.Of(2)), ("required", YamlTree.Of(true)), ("unique", YamlTree.Of(true)), retired)),
            ("oldSize", Field("Size", ("default", YamlTree.Text("x1")), ("required", YamlTree.Of(true)), ("writeOnce", YamlTree.Of(true)), retired)),
            ("oldPrice", Field("Money", ("required", YamlTree.Of(has.Contains("unique"))), retired)),
            ("oldBy", Field("Person", ("onUpdate", YamlTree.Text("user")), ("onDelete", YamlTree.Text("setNull")), retired)),
            ("oldLabel", Field("Ledger", retired)),
            ("oldSum", Field("long", ("computed", YamlTree.Text("this.level + this.oldLevel")), ("stored", YamlTree.Of(true)), retired)),
            ("oldLevel", Field("int", ("required", YamlTree.Of(true)), ("was", has.Contains("was") ? YamlTree.Text("olderLevel") : null), retired)),
        ];
    }

    private static YamlTree Field(string type, params IEnumerable<(string, YamlTree?)> words) => YamlTree.Map([("type", YamlTree.Text(type)), .. words]);

    private static YamlTree Computed(string type, string expression, bool stored) =>
        Field(type, ("computed", YamlTree.Text(expression)), ("stored", stored ? YamlTree.Of(true) : null));

    private static YamlTree Unique(string where, string message) => YamlTree.Map(
        ("byCode", YamlTree.Words(["code"])),
        ("some", YamlTree.Map(("fields", YamlTree.Words(["level", "by"])), ("where", YamlTree.Text(where)), ("message", YamlTree.Text(message)))));

    private static YamlTree? Rules(HashSet<string> has, string check, string where, List<string> texts) => has.Contains("rules") || has.Contains("overlap")
        ? YamlTree.Map(
            ("holds", has.Contains("rules") ? YamlTree.Map(("check", YamlTree.Text(check)), ("message", YamlTree.Text(texts[1]))) : null),
            ("small", has.Contains("rules") && has.Contains("owned") ? YamlTree.Map(("check", YamlTree.Text("this.rows.all(row, row.amount < 10000.00)")), ("message", YamlTree.Text(texts[2]))) : null),
            ("apart", has.Contains("overlap") ? YamlTree.Map(("noOverlap", Overlap(where)), ("message", YamlTree.Text(texts[2]))) : null))
        : null;

    private static YamlTree Overlap(string where) => YamlTree.Map(
        ("key", YamlTree.Words(["level"])), ("from", YamlTree.Text("at")), ("to", YamlTree.Text("until")), ("where", YamlTree.Text(where)));

    private static YamlTree Lifecycle(string when, string message) => YamlTree.Map(
        ("field", YamlTree.Text("state")),
        ("initial", YamlTree.Text("open")),
        ("transitions", YamlTree.Map(
            ("start", YamlTree.Map(
                ("from", YamlTree.Text("open")), ("to", YamlTree.Text("busy")), ("when", YamlTree.Text(when)), ("message", YamlTree.Text(message)),
                ("sets", YamlTree.Map(("until", YamlTree.Text("now()")), ("rank", YamlTree.Text("this.level + 1")))))),
            ("finish", YamlTree.Map(("from", YamlTree.Words(["open", "busy"])), ("to", YamlTree.Text("done")), ("description", YamlTree.Text(message)))),
            ("reopen", YamlTree.Map(("from", YamlTree.Text("done")), ("to", YamlTree.Text("open")))))));

    private static RandomEntity Child(string name) => new(
        name,
        [("order", YamlTree.Words(["position"])), ("unique", YamlTree.Map(("once", YamlTree.Words(["position"]))))],
        [
            ("position", Field("int", ("required", YamlTree.Of(true)))),
            ("amount", Field("decimal(9,2)")),
            ("size", Field("Size")),
        ],
        []);
}
