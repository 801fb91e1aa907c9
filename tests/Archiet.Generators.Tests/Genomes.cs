using Archiet.Testing;

namespace Archiet.Generators.Tests;

/// <summary>Tests of the generator, by what they start from.</summary>
internal static class Genomes
{
    /// <summary>The Program.cs that a user writes.</summary>
    public const string Program = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddArchiet();
        var app = builder.Build();
        app.MapArchiet();
        app.Run();
        """;

    /// <summary>A small genome: the tenant, the member, an enum, a value, a named type and an entity that uses them all.</summary>
    public const string Small = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop.Api }
        tenancy: { tenant: Company }
        roles: { owner: Runs the company., clerk: Keeps the books. }
        types:
          Code: { base: string, max: 20, pattern: '^[A-Z]+$', example: ABC }
        values:
          Address: { street: { type: string, max: 200, required: true }, city: { type: string, max: 80 } }
        enums:
          Stage: [draft, open, closed]
        entities:
          Company:
            fields:
              name: { type: string, max: 120, required: true, example: Example and Sons }
          Employee:
            member: true
            fields:
              name: { type: string, max: 120, required: true, example: Kim Example }
          Order:
            fields:
              code: { type: Code, required: true, unique: true }
              stage: { type: Stage, required: true, default: draft }
              ship: { type: Address }
              seller: { type: Employee, onDelete: setNull }
              placedAt: { type: timestamp, onCreate: now() }
        capabilities:
          sell:
            to: [owner, clerk]
            allow:
              Order: [list, read, create, update, delete]

        """;

    /// <summary>A project with one genome file, marked, and the user's Program.cs.</summary>
    public static GeneratorTest Test(string genome, string path = "shop.genome.yaml") =>
        new GeneratorTest(static () => new GenomeGenerator()).WithFile(path, genome).WithSource(Program);

    /// <summary>The synthetic genome of a number of entities.</summary>
    public static GeneratorTest Synthetic(int entities) =>
        new GeneratorTest(static () => new GenomeGenerator()).WithFile(SyntheticGenome.Path, SyntheticGenome.Text(entities)).WithoutTracking();
}
