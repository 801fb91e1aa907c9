namespace Archiet.Schema.Tests;

/// <summary>Schemas of genomes.</summary>
internal static class States
{
    /// <summary>The samples, by name.</summary>
    public static IEnumerable<string> Samples { get; } =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "samples")).Where(static folder => Files(folder).Length > 0).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    /// <summary>The model of a sample.</summary>
    public static GenomeModel Sample(string name) =>
        Compile([.. Files(Path.Combine(Repository.Root, "samples", name)).Select(static path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)))]);

    /// <summary>The schema of entities, given as YAML below <c>entities:</c> and what may stand beside it.</summary>
    public static SchemaState Of(string entities, string beside = "", int partitions = 0) => Of(Model(entities, beside, partitions));

    /// <summary>The schema of a model.</summary>
    public static SchemaState Of(GenomeModel model) => SchemaStates.Of(model);

    /// <summary>The model of entities.</summary>
    public static GenomeModel Model(string entities, string beside = "", int partitions = 0) => Compile(
    [
        new GenomeFile("test.genome.yaml", $$"""
            genome: "1.0"
            app: { name: Shop, namespace: Test.Shop }
            tenancy: { tenant: Firm{{(partitions > 0 ? $", partitions: {partitions}" : "")}} }
            roles: { owner: Runs it. }
            capabilities: { run: { to: [owner], allow: { Firm: [read] } } }
            {{beside}}
            entities:
              Firm: { fields: { name: { type: string, max: 80, required: true } } }
            {{string.Join('\n', entities.ReplaceLineEndings("\n").Split('\n').Select(static line => "  " + line))}}
            """),
    ]);

    private static GenomeModel Compile(IReadOnlyList<GenomeFile> files)
    {
        var compiled = GenomeFrontEnd.Compile(files);
        Assert.That(compiled.Diagnostics.Select(static found => $"{found.Span.Line}: {found.Descriptor.Id} {found.Message}"), Is.Empty);
        return Lowering.Lower(compiled.Genome!);
    }

    private static string[] Files(string folder) => Directory.GetFiles(folder, "*.genome.yaml");
}
