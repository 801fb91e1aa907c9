using Archiet.Genome;
using Archiet.Model;

namespace Archiet.Emit.Tests.Evolution;

/// <summary>The two migrations of a case: one makes the schema before, the other changes it.</summary>
internal sealed class EvolutionSchema
{
    public const string Start = "20260101000000_start";
    public const string Change = "20260102000000_change";

    public EvolutionSchema(EvolutionCase evolution, int number, bool isSmall)
    {
        Namespace = $"Case{number}{(isSmall ? "Small" : "Large")}";
        var (before, _) = Read(evolution.Before, evolution.BesideBefore, isSmall);
        (After, var genome) = Read(evolution.After, evolution.BesideAfter, isSmall);
        App = Lowering.Lower(genome).App;
        Plans =
        [
            MigrationPlanner.Plan(Model.SchemaState.Empty, SchemaDiff.Between(Model.SchemaState.Empty, before, EquatableArray<SchemaRename>.Empty), Start, EquatableArray<HistoryFile>.Empty),
            MigrationPlanner.Plan(
                before,
                SchemaDiff.Between(before, After, SchemaDiff.RenamesOf(before, SchemaStates.RenamesOf(Lowering.Lower(genome)))),
                Change,
                evolution.Step.Length > 0 ? EquatableArray.Of(new HistoryFile("pending.1.sql", evolution.Step)) : EquatableArray<HistoryFile>.Empty),
        ];
    }

    public string Namespace { get; }

    public AppModel App { get; }

    public Model.SchemaState After { get; }

    public IReadOnlyList<MigrationPlan> Plans { get; }

    /// <summary>The migrations as C#, and a context for them that has no entities: no step asks the model.</summary>
    public IEnumerable<string> Sources =>
    [
        MigrationEmitter.Sealed(App, 0, Plans).Text,
        $$"""
        namespace {{Namespace}};

        internal sealed class ShopContext(Microsoft.EntityFrameworkCore.DbContextOptions<ShopContext> options) : Microsoft.EntityFrameworkCore.DbContext(options);
        """,
    ];

    private (Model.SchemaState State, Archiet.Genome.Binding.BoundGenome Genome) Read(string entities, string beside, bool isSmall)
    {
        var compiled = GenomeFrontEnd.Compile(
        [
            new GenomeFile("shop.genome.yaml", $$"""
                genome: "1.0"
                app: { name: Shop, namespace: {{Namespace}} }
                tenancy: { tenant: Firm }
                roles: { owner: Runs it. }
                capabilities: { run: { to: [owner], allow: { Firm: [read] } } }
                {{beside}}
                entities:
                  Firm: { fields: { name: { type: string, max: 80, required: true } } }
                {{string.Join('\n', entities.ReplaceLineEndings("\n").Split('\n').Select(static line => "  " + line))}}
                """),
        ]);
        Assert.That(compiled.Diagnostics.Select(static found => $"{found.Span.Line}: {found.Descriptor.Id} {found.Message}"), Is.Empty);
        var state = SchemaStates.Of(Lowering.Lower(compiled.Genome!));
        return (state with { Tables = state.Tables.Select(table => table with { IsSmall = isSmall }).ToEquatableArray() }, compiled.Genome!);
    }
}
