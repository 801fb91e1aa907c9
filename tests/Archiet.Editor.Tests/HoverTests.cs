using Archiet.Editor.Tests.LanguageServer;

namespace Archiet.Editor.Tests;

/// <summary>What an editor says of the word under the pointer: the description that the schema has for it.</summary>
internal sealed class HoverTests
{
    [TestCase("entit¦ies:\n  Shop:\n    fields:\n      name: { type: text }\n", "tables, classes and resources")]
    [TestCase("entities:\n  Shop:\n    uni¦que: { byName: [name] }\n    fields:\n      name: { type: email }\n", "unique together within a tenant")]
    [TestCase("entities:\n  Shop:\n    fields:\n      name: { type: text, requ¦ired: true }\n", "always has a value")]
    [TestCase("entities:\n  Shop:\n    fields:\n      owner: { type: Shop, onDe¦lete: cascade }\n", "delete")]
    [TestCase("entities:\n  Shop:\n    fields:\n      name: { type: dura¦tion }\n", "length of time")]
    [TestCase("capabilities:\n  sell:\n    t¦o: [owner]\n    allow: { Shop: [list] }\n", "roles")]
    public async Task A_word_is_explained(string body, string explanation)
    {
        var (path, text, line, column) = Documents.WithCursor(body);
        await YamlServerFixture.Server.OpenAsync(path, text);

        var hover = await YamlServerFixture.Server.AskAtAsync("textDocument/hover", path, line, column);

        Assert.That(hover?["contents"]?["value"]?.GetValue<string>(), Does.Contain(explanation).IgnoreCase);
    }
}
