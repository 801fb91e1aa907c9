using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Archiet.Genome.Binding;
using Microsoft.CodeAnalysis;

namespace Archiet.Cases.Tests;

/// <summary>
/// P5: what a genome says comes back as it was said. Texts of the app, of roles and of what someone may reach are in the OpenAPI document, and texts of entities and
/// their fields in the documentation of the emitted types, as the compiler reads it.
/// </summary>
internal static class TextOracle
{
    public static void Check(Subject subject)
    {
        var genome = subject.Genome;
        var document = JsonDocument.Parse(ApiText.Whole(subject.Model)).RootElement;
        Assert.Multiple(() =>
        {
            CheckFrame(genome.Outline.App, document);
            CheckDocument(genome, document);
            foreach (var entity in genome.Entities)
            {
                CheckDocumentation(subject, entity);
            }
        });
    }

    private static void CheckFrame(BoundApp app, JsonElement document)
    {
        var info = document.GetProperty("info");
        Assert.That(info.GetProperty("title").GetString(), Is.EqualTo(app.Name));
        Assert.That(info.GetProperty("version").GetString(), Is.EqualTo(app.Version));
        Assert.That(info.TryGetProperty("description", out var description) ? description.GetString() : "", Is.EqualTo(app.Description));
        foreach (var role in app.Roles)
        {
            Assert.That(document.GetProperty("x-archiet-roles").GetProperty(role.Name).GetString(), Is.EqualTo(role.Description), role.Name);
        }
    }

    private static void CheckDocument(BoundGenome genome, JsonElement document)
    {
        var strings = new HashSet<string>(StringComparer.Ordinal);
        Collect(document, strings);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var entity in genome.Entities.Where(entity => schemas.TryGetProperty(entity.Name, out _)))
        {
            var isCreated = schemas.TryGetProperty(entity.Name + ".Create", out _);
            foreach (var text in TextsOf(entity, isCreated).Where(static text => text.Length > 0))
            {
                Assert.That(strings.Contains(text) || strings.Any(said => said.StartsWith(text + " ", StringComparison.Ordinal)), $"{entity.Name} says nowhere: {text}");
            }
        }
    }

    private static IEnumerable<string> TextsOf(BoundEntity entity, bool isCreated)
    {
        var scalars = entity.Fields.Where(static field => field.Type.Kind != Kind.Value && !field.Classification.HasFlag(Genome.Binding.Classification.Secret)).ToList();
        var texts = scalars.Where(static field => field.Type.Kind is Kind.String or Kind.Text).ToList();
        return [entity.Description, .. scalars.Select(static field => field.Description), .. texts.Select(static field => field.Example ?? ""), .. isCreated ? texts.Select(static field => field.Default ?? "") : []];
    }

    private static void CheckDocumentation(Subject subject, BoundEntity entity)
    {
        var type = subject.App.Compilation.GetTypeByMetadataName(subject.Model.App.ModelNamespace + "." + entity.ClassName)!;
        Assert.That(type, Is.Not.Null, entity.ClassName);
        AssertSummary(type, entity.Description);
        var members = subject.Model.Entities.Single(it => it.Name == entity.Name).Fields;
        foreach (var field in entity.Fields.Where(static field => field is { Computed: null, Type.Kind: not (Kind.Reference or Kind.Value) }))
        {
            var member = members.First(it => it.Name == field.Name && it.Group < 0).Member;
            AssertSummary(type.GetMembers(member).Single(), field.Description);
        }
    }

    private static void AssertSummary(ISymbol symbol, string description)
    {
        if (description.Length == 0)
        {
            return;
        }
        var summary = XElement.Parse(symbol.GetDocumentationCommentXml()!).Element("summary")!;
        Assert.That(summary.Elements(), Is.Empty, symbol.ToDisplayString());
        Assert.That(Words(summary.Value), Is.EqualTo(Words(description)), symbol.ToDisplayString());
    }

    /// <summary>A text as a comment can hold it: blanks are blanks, and what XML cannot carry is one.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            words.Append(rune.Value is 0x85 or 0x2028 or 0x2029 or 0xFEFF or 0xFFFE or 0xFFFF || Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }
        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static void Collect(JsonElement json, HashSet<string> strings)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                strings.Add(json.GetString()!);
                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Collect(item, strings);
                }
                break;
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    strings.Add(member.Name);
                    Collect(member.Value, strings);
                }
                break;
            default:
                break;
        }
    }
}
