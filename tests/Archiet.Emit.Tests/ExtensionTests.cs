using System.Text.Json;
using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>The user's own keys stand in the document where what they are about stands, as they were written.</summary>
public sealed class ExtensionTests
{
    private const string Genome = """
        genome: "1.0"
        x-root: { b: [1, 2.50, null, true], a: "text \u2028 \"quoted\" @schemas/X" }
        app: { name: Notes, namespace: Notes, x-app: app }
        roles:
          clerk: { description: Keeps the notes., x-role: role }
        tenancy: { tenant: Firm }
        types:
          Code: { base: string, max: 9, x-type: of the type, x-both: type }
        enums:
          Status:
            x-enum: enum
            members: { open: { x-member: member, stored: OPEN }, shut: Closed. }
        values:
          Place: { x-value: value, fields: { street: { type: string, max: 80, required: true, x-part: part } } }
        entities:
          Firm: { fields: { name: { type: string, max: 80, required: true } } }
          Note:
            x-entity: entity
            display: title
            list: { sort: [title], x-list: list }
            fields:
              title: { type: string, max: 80, required: true, x-field: field }
              code: { type: Code, x-both: field }
              place: { type: Place }
              status: { type: Status }
              length: { type: int }
              lines: { type: Line, owned: true, x-children: children }
              others: { type: Note, many: true, x-link: link }
            unique:
              byTitle: { fields: [title], x-unique: unique }
            rules:
              long: { check: this.length > 0, message: A note is not empty., x-rule: rule }
            lifecycle:
              field: status
              initial: open
              x-lifecycle: lifecycle
              transitions:
                close: { from: open, to: shut, x-transition: transition }
          Line: { x-line: line, fields: { text: { type: text, x-text: text } } }
        capabilities:
          keep:
            to: [clerk]
            x-capability: capability
            allow: { Note: { do: [list, read, create, update, close], x-grant: grant } }
        """;

    private static readonly Lazy<GenomeModel> Model = new(() =>
    {
        var compiled = GenomeFrontEnd.Compile([new("notes.genome.yaml", Genome)]);
        Assert.That(compiled.Diagnostics.Select(found => found.Descriptor.Id + " " + found.Message), Is.Empty);
        return Lowering.Lower(compiled.Genome!);
    });

    private static readonly Lazy<JsonDocument> Document = new(() => JsonDocument.Parse(OpenApiDocument.Write(Model.Value)));

    [TestCase("x-app", "app")]
    [TestCase("x-archiet-role-extensions/clerk/x-role", "role")]
    [TestCase("x-archiet-capability-extensions/keep/x-capability", "capability")]
    [TestCase("x-archiet-capability-extensions/keep/allow/Note/x-grant", "grant")]
    [TestCase("components/schemas/Status/x-enum", "enum")]
    [TestCase("components/schemas/Status/x-archiet-members/OPEN/x-member", "member")]
    [TestCase("components/schemas/Place/x-value", "value")]
    [TestCase("components/schemas/Place/properties/street/x-part", "part")]
    [TestCase("components/schemas/Note/x-entity", "entity")]
    [TestCase("components/schemas/Note/x-archiet-display", "title")]
    [TestCase("components/schemas/Note/properties/title/x-field", "field")]
    [TestCase("components/schemas/Note.Create/properties/title/x-field", "field")]
    [TestCase("components/schemas/Note/properties/code/x-type", "of the type")]
    [TestCase("components/schemas/Note/properties/code/x-both", "field")]
    [TestCase("components/schemas/Note/properties/lines/x-children", "children")]
    [TestCase("components/schemas/Line/x-line", "line")]
    [TestCase("components/schemas/Line/properties/text/x-text", "text")]
    [TestCase("paths/~api~notes~{id}~others/x-link", "link")]
    [TestCase("paths/~api~notes~{id}~others~{target}/x-link", "link")]
    [TestCase("components/schemas/Note/x-archiet-unique-extensions/byTitle/x-unique", "unique")]
    [TestCase("components/schemas/Note/x-archiet-rules/0/x-rule", "rule")]
    [TestCase("components/schemas/Note/x-archiet-lifecycle/x-lifecycle", "lifecycle")]
    [TestCase("components/schemas/Note/x-archiet-lifecycle/transitions/0/x-transition", "transition")]
    [TestCase("paths/~api~notes/get/x-list", "list")]
    [TestCase("paths/~api~notes~{id}~close/post/x-transition", "transition")]
    public void A_key_stands_where_its_owner_does(string path, string expected)
    {
        var at = Document.Value.RootElement;
        foreach (var name in path.Split('/').Select(part => part.Replace('~', '/')))
        {
            at = at.ValueKind == JsonValueKind.Array ? at[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : at.GetProperty(name);
        }

        Assert.That(at.GetString(), Is.EqualTo(expected));
    }

    [Test]
    public void A_value_of_any_shape_is_carried()
    {
        var root = Document.Value.RootElement.GetProperty("x-root");

        Assert.That(JsonSerializer.Serialize(root), Is.EqualTo(JsonSerializer.Serialize(JsonDocument.Parse("""{"a":"text \u2028 \"quoted\" @schemas/X","b":[1,2.50,null,true]}"""))));
    }

    [Test]
    public void An_app_with_them_compiles() => Assert.That(EmittedApp.Of(GenomeFrontEnd.Compile([new("notes.genome.yaml", Genome)]).Genome!).Diagnostics, Is.Empty);
}
