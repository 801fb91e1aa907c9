using System.Text.Json.Nodes;
using Archiet.Editor.Tests.LanguageServer;
using Archiet.Genome.Language;

namespace Archiet.Editor.Tests;

/// <summary>What an editor offers: every key of the language where it may stand, with what it means, and the words that a value can be.</summary>
internal sealed class CompletionTests
{
    /// <summary>A place below which the keys of a table stand.</summary>
    private static IEnumerable<TestCaseData> Tables =>
    [
        Place("genome", "¦\n", LanguageKeys.Genome),
        Place("app", "app:\n  ¦\n", LanguageKeys.App),
        Place("tenancy", "tenancy:\n  ¦\n", LanguageKeys.Tenancy),
        Place("role", "roles:\n  owner:\n    ¦\n", LanguageKeys.Role),
        Place("value", "values:\n  Address:\n    ¦\n", LanguageKeys.Value),
        Place("enum", "enums:\n  Size:\n    ¦\n", LanguageKeys.Enum),
        Place("member of an enum", "enums:\n  Size:\n    members:\n      small:\n        ¦\n", LanguageKeys.EnumMember),
        Place("mixin", "mixins:\n  Audited:\n    ¦\n", LanguageKeys.Mixin),
        Place("list", "entities:\n  Shop:\n    list:\n      ¦\n", LanguageKeys.List),
        Place("unique set", "entities:\n  Shop:\n    unique:\n      byName:\n        ¦\n", LanguageKeys.Unique),
        Place("rule", "entities:\n  Shop:\n    rules:\n      sane:\n        ¦\n", LanguageKeys.Rule),
        Place("overlap", "entities:\n  Shop:\n    rules:\n      once:\n        noOverlap:\n          ¦\n", LanguageKeys.Overlap),
        Place("lifecycle", "entities:\n  Shop:\n    lifecycle:\n      ¦\n", LanguageKeys.Lifecycle),
        Place("transition", "entities:\n  Shop:\n    lifecycle:\n      transitions:\n        open:\n          ¦\n", LanguageKeys.Transition),
        Place("grant", "capabilities:\n  sell:\n    allow:\n      Shop:\n        ¦\n", LanguageKeys.Grant),
        Place("fields of a grant", "capabilities:\n  sell:\n    allow:\n      Shop:\n        fields:\n          ¦\n", LanguageKeys.FieldList),
        Place("operation", "operations:\n  close:\n    ¦\n", LanguageKeys.Operation),
        Place("question", "questions:\n  who:\n    ¦\n", LanguageKeys.Question),
        Place("type", "types:\n  Code:\n    ¦\n", LanguageKeys.Type),
        Place("entity", "entities:\n  Shop:\n    ¦\n", LanguageKeys.Entity),
        Place("field", "entities:\n  Shop:\n    fields:\n      name:\n        ¦\n", LanguageKeys.Field),
        Place("value field", "values:\n  Address:\n    street:\n      ¦\n", LanguageKeys.ValueField),
        Place("operation field", "operations:\n  close:\n    input:\n      day:\n        ¦\n", LanguageKeys.OperationField),
        Place("capability", "capabilities:\n  sell:\n    ¦\n", LanguageKeys.Capability),
    ];

    [TestCaseSource(nameof(Tables))]
    public async Task Every_key_is_offered_with_what_it_means(string body, KeyTable table)
    {
        var offers = await OffersAsync(body);

        Assert.That(offers.Keys, Is.SupersetOf(table.Keys.Select(static key => key.Name)));
        Assert.That(table.Keys.Where(key => string.IsNullOrWhiteSpace(offers[key.Name])).Select(static key => key.Name), Is.Empty, "keys without a description");
    }

    [Test]
    public void Every_table_of_the_language_has_a_place() => Assert.That(Tables.Select(static place => place.Arguments[1]), Is.EquivalentTo(LanguageKeys.All));

    [Test]
    public async Task A_key_that_is_there_is_not_offered_again()
    {
        var offers = await OffersAsync("entities:\n  Shop:\n    description: A shop.\n    ¦\n");

        Assert.That(offers.Keys, Does.Contain("fields").And.Not.Contain("description"));
    }

    [Test]
    public async Task Scalar_types_are_offered() =>
        Assert.That((await OffersAsync("entities:\n  Shop:\n    fields:\n      name:\n        type: ¦\n")).Keys, Is.SupersetOf(LanguageWords.ScalarTypes.Where(static type => type != "decimal")));

    [TestCase("owner:\n        type: Shop\n        onDelete: ¦\n")]
    [TestCase("owner: { type: Shop, onDelete: c¦ }\n")]
    [TestCase("owner: { type: Shop, onDelete: ¦}\n")]
    public async Task Words_of_onDelete_are_offered(string field) =>
        Assert.That((await OffersAsync("entities:\n  Shop:\n    fields:\n      " + field)).Keys, Is.EquivalentTo(LanguageWords.DeleteActions));

    [Test]
    public async Task Operations_are_offered() =>
        Assert.That((await OffersAsync("capabilities:\n  sell:\n    to: [owner]\n    allow:\n      Shop:\n        - ¦\n")).Keys, Is.SupersetOf(LanguageWords.OperationNames));

    private static TestCaseData Place(string name, string body, KeyTable table) => new TestCaseData(body, table).SetArgDisplayNames(name);

    /// <summary>What is offered at the cursor, by label, with its documentation.</summary>
    private static async Task<Dictionary<string, string>> OffersAsync(string body)
    {
        var (path, text, line, column) = Documents.WithCursor(body);
        await YamlServerFixture.Server.OpenAsync(path, text);
        var answer = await YamlServerFixture.Server.AskAtAsync("textDocument/completion", path, line, column);
        var offers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in answer!["items"]!.AsArray())
        {
            offers.TryAdd(item!["label"]!.GetValue<string>(), Documentation(item["documentation"]));
        }
        return offers;
    }

    private static string Documentation(JsonNode? documentation) =>
        documentation is JsonObject markup ? markup["value"]!.GetValue<string>() : documentation?.GetValue<string>() ?? "";
}
