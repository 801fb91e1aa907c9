using System.Text.Json.Nodes;
using Archiet.Editor.Tests.LanguageServer;

namespace Archiet.Editor.Tests;

/// <summary>What an editor underlines by the schema alone, before any compiler runs.</summary>
internal sealed class ValidationTests
{
    [TestCaseSource(typeof(Documents), nameof(Documents.Samples))]
    public async Task Nothing_is_wrong_with_a_sample(string sample)
    {
        var path = Documents.PathOf(sample);

        Assert.That((await YamlServerFixture.Server.OpenAsync(path, await File.ReadAllTextAsync(path))).Select(Describe), Is.Empty);
    }

    [TestCase("entites:\n  Shop: {}\n", 1, "entites")]
    [TestCase("entities:\n  Shop:\n    fields:\n      name: { type: string, maxx: 3 }\n", 4, "maxx")]
    [TestCase("entities:\n  Shop:\n    fields:\n      name: { type: string, max: [80] }\n", 4, "number")]
    [TestCase("entities:\n  Shop:\n    fields:\n      name: { type: string, max: 80, required: maybe }\n", 4, "boolean")]
    [TestCase("entities:\n  Shop:\n    fields:\n      owner: { type: Shop, onDelete: casade }\n", 4, "cascade")]
    [TestCase("entities:\n  shop:\n    fields:\n      name: { type: text }\n", 2, "shop")]
    [TestCase("entities:\n  Shop:\n    description: No fields.\n", 2, "fields")]
    [TestCase("roles: [owner]\n", 1, "Roles")]
    public async Task A_mistake_is_underlined_on_its_line(string body, int line, string word)
    {
        var (path, text, _, _) = Documents.WithCursor(body);

        var found = await YamlServerFixture.Server.OpenAsync(path, text);

        Assert.That(found.Select(Describe), Has.Some.StartsWith($"{line}: ").And.Some.Contains(word).IgnoreCase);
    }

    /// <summary>Lines count without the first, which names the schema.</summary>
    private static string Describe(JsonNode finding) => $"{finding["range"]!["start"]!["line"]}: {finding["message"]}";
}
