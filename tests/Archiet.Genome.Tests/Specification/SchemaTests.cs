using System.Text.Json;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Tests.Specification;

/// <summary>spec/genome.schema.json says what the checker says.</summary>
public sealed class SchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(SpecificationFiles.Schema)).RootElement;

    private static IEnumerable<TestCaseData> Tables =>
    [
        new TestCaseData(LanguageKeys.Genome, "").SetArgDisplayNames("genome"),
        new TestCaseData(LanguageKeys.App, "app").SetArgDisplayNames("app"),
        new TestCaseData(LanguageKeys.Tenancy, "tenancy").SetArgDisplayNames("tenancy"),
        new TestCaseData(LanguageKeys.Role, "role").SetArgDisplayNames("role"),
        new TestCaseData(LanguageKeys.Type, "type").SetArgDisplayNames("type"),
        new TestCaseData(LanguageKeys.Value, "describedValue").SetArgDisplayNames("value"),
        new TestCaseData(LanguageKeys.Enum, "describedEnum").SetArgDisplayNames("enum"),
        new TestCaseData(LanguageKeys.EnumMember, "enumMember").SetArgDisplayNames("enumMember"),
        new TestCaseData(LanguageKeys.Mixin, "mixin").SetArgDisplayNames("mixin"),
        new TestCaseData(LanguageKeys.Entity, "entity").SetArgDisplayNames("entity"),
        new TestCaseData(LanguageKeys.Field, "field").SetArgDisplayNames("field"),
        new TestCaseData(LanguageKeys.ValueField, "valueField").SetArgDisplayNames("valueField"),
        new TestCaseData(LanguageKeys.OperationField, "operationField").SetArgDisplayNames("operationField"),
        new TestCaseData(LanguageKeys.List, "list").SetArgDisplayNames("list"),
        new TestCaseData(LanguageKeys.Unique, "unique").SetArgDisplayNames("unique"),
        new TestCaseData(LanguageKeys.Rule, "rule").SetArgDisplayNames("rule"),
        new TestCaseData(LanguageKeys.Overlap, "overlap").SetArgDisplayNames("overlap"),
        new TestCaseData(LanguageKeys.Lifecycle, "lifecycle").SetArgDisplayNames("lifecycle"),
        new TestCaseData(LanguageKeys.Transition, "transition").SetArgDisplayNames("transition"),
        new TestCaseData(LanguageKeys.Capability, "capability").SetArgDisplayNames("capability"),
        new TestCaseData(LanguageKeys.Grant, "grant").SetArgDisplayNames("grant"),
        new TestCaseData(LanguageKeys.FieldList, "fieldList").SetArgDisplayNames("fieldList"),
        new TestCaseData(LanguageKeys.Operation, "operation").SetArgDisplayNames("operation"),
        new TestCaseData(LanguageKeys.Question, "question").SetArgDisplayNames("question"),
    ];

    [TestCaseSource(nameof(Tables))]
    public void Keys_are_those_of_the_checker(KeyTable table, string definition)
    {
        var schema = Definition(definition);

        Assert.That(schema.GetProperty("properties").EnumerateObject().Select(static property => property.Name), Is.EqualTo(table.Keys.Select(static key => key.Name)));
        Assert.That(Required(schema), Is.EquivalentTo(table.Keys.Where(static key => key.Required).Select(static key => key.Name)));
        Assert.That(schema.GetProperty("additionalProperties").GetBoolean(), Is.False);
        Assert.That(schema.GetProperty("patternProperties").TryGetProperty("^x-", out _), Is.True);
    }

    [Test]
    public void Every_table_is_compared() => Assert.That(Tables.Select(static test => test.Arguments[0]), Is.EquivalentTo(LanguageKeys.All));

    [TestCaseSource(nameof(Tables))]
    public void Every_key_has_a_text_to_hover_over(KeyTable table, string definition)
    {
        foreach (var property in Definition(definition).GetProperty("properties").EnumerateObject())
        {
            var target = property.Value.TryGetProperty("$ref", out var reference) ? Definition(reference.GetString()!["#/definitions/".Length..]) : property.Value;
            Assert.That(target.TryGetProperty("description", out _), $"{table.Owner}: {property.Name}");
        }
    }

    [Test]
    public void Words_are_those_of_the_checker()
    {
        var field = Definition("field").GetProperty("properties");

        Assert.That(Words(field.GetProperty("onDelete")), Is.EqualTo(LanguageWords.DeleteActions));
        Assert.That(Words(field.GetProperty("onCreate")), Is.EqualTo(LanguageWords.ServerValues));
        Assert.That(Words(field.GetProperty("onUpdate")), Is.EqualTo(LanguageWords.ServerValues));
        Assert.That(Words(Definition("entity").GetProperty("properties").GetProperty("size")), Is.EqualTo(LanguageWords.Sizes));
        Assert.That(Words(Schema.GetProperty("properties").GetProperty("status")), Is.EqualTo(LanguageWords.Statuses));
        Assert.That(Words(Definition("scalar").GetProperty("anyOf")[0]), Is.EqualTo(LanguageWords.ScalarTypes.Where(static type => type != "decimal")));
        Assert.That(
            Words(Definition("grant").GetProperty("properties").GetProperty("do").GetProperty("items").GetProperty("anyOf")[0]),
            Is.EqualTo(LanguageWords.OperationNames));
    }

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void The_samples_are_valid(string sample)
    {
        foreach (var file in Samples.Files(sample))
        {
            Assert.That(Faults(file.Text), Is.Empty, file.Path);
        }
    }

    [TestCaseSource(typeof(SpecificationFiles), nameof(SpecificationFiles.Remedies))]
    public void What_a_page_recommends_is_valid(string id, string genome) => Assert.That(Faults(genome), Is.Empty, id);

    [TestCase("ARC0020")]
    [TestCase("ARC0022")]
    [TestCase("ARC0023")]
    [TestCase("ARC0024")]
    [TestCase("ARC0025")]
    [TestCase("ARC0033")]
    [TestCase("ARC0050")]
    [TestCase("ARC0057")]
    [TestCase("ARC0266")]
    [TestCase("ARC0267")]
    public void What_an_editor_can_see_is_invalid(string id) =>
        Assert.That(Faults(SpecificationFiles.Examples.Single(example => (string)example.Arguments[0]! == id).Arguments[1]!.ToString()!), Is.Not.Empty);

    private static List<string> Faults(string genome)
    {
        var node = YamlReader.Read(genome, new FindingList());
        return new SchemaValidator(Schema).Validate(JsonDocument.Parse(JsonText.Of(node!)!).RootElement);
    }

    private static JsonElement Definition(string name) => name.Length == 0 ? Schema : Schema.GetProperty("definitions").GetProperty(name);

    private static IEnumerable<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(static name => name.GetString()!) : [];

    private static IEnumerable<string> Words(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(static word => word.GetString()!);
}
