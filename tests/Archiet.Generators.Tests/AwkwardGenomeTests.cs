using System.Text;
using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>What the language allows compiles without a warning, however awkward: names that mean something to C#, to the runtime or to PostgreSQL, and texts that end comments.</summary>
public sealed class AwkwardGenomeTests
{
    private const string Head = """
        genome: "1.0"
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true } } }

        """;

    private static readonly string[] AwkwardFields =
    [
        "class", "event", "string", "value", "field", "record", "it", "json", "row", "values", "known", "findings", "from", "select", "default", "namespace", "object", "table",
        "blank", "read", "write", "bind", "validate", "map", "tenant", "account", "order", "user", "group", "limit", "end", "name", "create", "fields", "names", "position",
        "text", "version2", "a", "aB", "x1", "hTTP", "uRL", "dateTime", "guid", "global", "archiet", "system", "shop", "acme", "partial", "required", "init", "get", "set",
    ];

    private static readonly string[] AwkwardEntities =
    [
        "Findings", "Parameters", "FieldReader", "RowWriter", "FieldSet", "EntityTable", "Field", "Caller", "Choices", "IEntity", "EntityContext", "DbSet", "DbContext", "ModelBuilder",
        "Migration", "MigrationBuilder", "JsonElement", "NpgsqlCommand", "GeneratedCode", "Archiet", "System", "Microsoft", "Acme", "Shop", "Model", "Order", "User", "Group",
        "Table", "Select", "Npgsql", "Expression", "ShopContext", "ShopApp", "ShopModel", "Global", "Keyless", "EntityTypeBuilder", "DeleteBehavior",
    ];

    [Test]
    public void Awkward_fields_compile()
    {
        var genome = new StringBuilder(Head).Append("  Order:\n    fields:\n");
        foreach (var field in AwkwardFields.Where(static name => name != "order"))
        {
            genome.Append("      ").Append(field).Append(": { type: string, max: 9 }\n");
        }
        Compile(genome.ToString());
    }

    [Test]
    public void Awkward_references_compile()
    {
        var genome = new StringBuilder(Head).Append("  Order:\n    fields:\n");
        foreach (var field in AwkwardFields.Where(static name => name is not ("order" or "tenant")))
        {
            genome.Append("      ").Append(field).Append(": { type: Store }\n");
        }
        Compile(genome.ToString());
    }

    [Test]
    public void Awkward_entities_compile()
    {
        var genome = new StringBuilder(Head);
        foreach (var entity in AwkwardEntities)
        {
            genome.Append("  ").Append(entity).Append(": { fields: { title: { type: string, max: 9, required: true }, parent: { type: ").Append(entity).Append(" } } }\n");
        }
        Compile(genome.ToString());
    }

    [TestCaseSource(nameof(AwkwardEntities))]
    public void An_awkward_value_enum_or_type_compiles(string name)
    {
        Compile(Head + $"  Line: {{ fields: {{ it: {{ type: {name} }} }} }}\nvalues: {{ {name}: {{ a: {{ type: int, required: true }} }} }}\n");
        Compile(Head + $"  Line: {{ fields: {{ it: {{ type: {name}, default: b_c }} }} }}\nenums: {{ {name}: [a, b_c, default, New, CLASS, x1] }}\n");
        Compile(Head + $"  Line: {{ fields: {{ it: {{ type: {name}, required: true }} }} }}\ntypes: {{ {name}: {{ base: string, max: 9 }} }}\n");
    }

    [TestCase("*/ } </summary> \\\" \\\"\\\"\\\" {0} {{ $ // \\\\")]
    [TestCase("line\\nline\\r\\nline\\u2028line\\u0085line")]
    [TestCase("#pragma warning disable\\n#endif\\n}")]
    [TestCase("\\U0001F3EA <script>&amp;]]> -- ; DROP TABLE x; '")]
    public void A_text_is_a_text_wherever_it_goes(string text) => Compile($$"""
        genome: "1.0"
        app: { name: Shop, namespace: Acme.Shop, description: "{{text}}", version: "{{text}}" }
        tenancy: { tenant: Store }
        roles: { owner: "{{text}}" }
        types: { Note: { base: text, description: "{{text}}", example: "{{text}}" } }
        values: { Point: { description: "{{text}}", fields: { x: { type: int, required: true, description: "{{text}}" } } } }
        enums: { Size: { description: "{{text}}", members: { small: "{{text}}" } } }
        entities:
          Store:
            description: "{{text}}"
            fields:
              name: { type: text, required: true, description: "{{text}}", default: "{{text}}", example: "{{text}}" }
              note: { type: Note, default: "{{text}}" }
              data: { type: json, default: { a: "{{text}}" } }
              at: { type: Point }
              size: { type: Size, default: small }
        capabilities:
          sell: { description: "{{text}}", to: [owner], allow: { Store: [list, read, update] } }
        """);

    private static void Compile(string genome) => new GeneratorTest(static () => new GenomeGenerator()).WithFile("shop.genome.yaml", genome).Run();
}
