using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>A small app whose migrations are sealed one behind another, in memory.</summary>
internal sealed class CitusHistory
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    private readonly List<SealedMigration> files = [];
    private SchemaState state = SchemaState.Empty;

    /// <summary>The genome of an app with boxes.</summary>
    /// <param name="entity">An entity beside them.</param>
    /// <param name="fields">The fields of a box.</param>
    public static string Genome(string entity, string fields) => $$"""
        genome: "1.0"
        app: { name: Depot, namespace: Depot }
        tenancy: { tenant: House }
        roles: { keeper: Keeps it. }
        entities:
          House: { fields: { name: { type: string, max: 40 } } }
          {{entity}}
          Box: { plural: Boxes, fields: { {{fields}} } }
        """;

    /// <summary>The schema of a genome.</summary>
    public static SchemaState State(string genome) => SchemaStates.Of(Model(genome));

    /// <summary>Seals what leads to a genome.</summary>
    public void Seal(string name, string genome)
    {
        var model = Model(genome);
        var after = SchemaStates.Of(model);
        var delta = SchemaDiff.Between(state, after, SchemaDiff.RenamesOf(state, SchemaStates.RenamesOf(model)));
        var id = $"2026010100000{files.Count}_{name}";
        files.Add(SealedMigration.Read($"migrations/{id}.schema", SealedMigrationWriter.Write(id, files.LastOrDefault(), delta, [], [], after)));
        state = after;
    }

    /// <summary>The scripts of all of them.</summary>
    public IEnumerable<MigrationScript> Scripts()
    {
        var history = SchemaHistory.Of(files, new HistoryFile("migrations/head", files[^1].Id + "\n"), []);
        Assert.That(history.Findings, Is.Empty);
        return MigrationScripts.Of(history, ScriptTarget.Citus);
    }

    private static GenomeModel Model(string genome)
    {
        var compiled = GenomeFrontEnd.Compile([new("depot.genome.yaml", genome)]);
        Assert.That(compiled.Genome, Is.Not.Null, string.Join('\n', compiled.Diagnostics.Select(static found => found.Message)));
        return Lowering.Lower(compiled.Genome!);
    }
}
