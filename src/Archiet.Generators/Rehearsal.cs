using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Generators;

/// <summary>
/// A run over a small genome on another thread, while the compiler's own reads the real one. In a compiler that has just started half of the time goes into compiling
/// our methods and loading their types, one after another as the real run comes to them; the rehearsal, which has next to nothing to read, comes to each of them first. It is made once a
/// process, nobody waits for it, and nothing of what it makes is used.
/// </summary>
internal static class Rehearsal
{
    /// <summary>The words that most genomes have. A method that only rarer words need is compiled when they come.</summary>
    internal const string Genome = """
        genome: "1.0"
        app: { name: Rehearsal, namespace: Rehearsal, description: Never built., version: "1.0" }
        tenancy: { tenant: House }
        roles: { director: Leads the house., stagehand: Sets the stage. }
        types:
          Phone: { base: string, max: 20, pattern: '\+?[0-9][0-9 -]{4,18}', example: "+44 20 7946 0018", personal: true, description: A number to call. }
        values:
          Address:
            fields:
              street: { type: string, max: 200, required: true }
              city: { type: string, max: 80 }
        enums:
          Stage: [planned, running, closed]
          Voice:
            soprano: The highest.
            bass: The lowest.
        entities:
          House:
            description: A theatre.
            fields:
              name: { type: string, max: 120, required: true, example: The Globe }
              address: { type: Address }
              phone: { type: Phone }
          Player:
            member: true
            display: name
            fields:
              name: { type: string, min: 1, max: 200, required: true, example: Kim Example, personal: true }
              email: { type: email, required: true, unique: true, example: kim@example.org }
              voice: { type: Voice, required: true, default: bass }
          Play:
            description: What is put on.
            display: title
            order: [title]
            fields:
              title: { type: string, max: 200, required: true }
              code: { type: string, max: 20, pattern: '^[A-Z0-9-]{3,20}$', example: AB-1, description: As the box office has it. }
              note: { type: text }
              stage: { type: Stage, required: true, default: planned }
              open: { type: bool, required: true, default: true }
              seats: { type: int, min: 0, max: 5000, default: 0 }
              sold: { type: long, min: 0 }
              price: { type: "decimal(12,2)", min: 0 }
              firstNight: { type: date, required: true }
              lastNight: { type: date }
              curtain: { type: time, default: "19:30:00" }
              contact: { type: email }
              page: { type: url }
              lead: { type: Player, onDelete: setNull, description: Who plays the lead. }
              createdBy: { type: Player, onCreate: user, onDelete: setNull }
              createdAt: { type: timestamp, onCreate: now() }
              updatedAt: { type: timestamp, onUpdate: now() }
            unique:
              byCode: [code, firstNight]
            indexes:
              byStage: [stage, firstNight]
            rules:
              inOrder: { check: this.firstNight <= this.lastNight, message: The first night comes first. }
          Cue:
            fields:
              play: { type: Play, required: true, onDelete: cascade }
              text: { type: string, max: 200, required: true }
        capabilities:
          lead:
            to: [director]
            allow:
              House: [list, read, update]
              Player: [list, read, create, update, delete]
              Play: [list, read, create, update, delete]
              Cue: [list, read, create, update, delete]
          help:
            to: [stagehand]
            allow:
              Play: [list, read, update]
              Cue: [list, read]

        """;

    private static readonly Lazy<Task> Once = new(static () => Task.Run(Run));

    /// <summary>Begins it, if nobody has.</summary>
    public static void Begin() => _ = Once.Value;

    /// <summary>Runs every stage that a build runs.</summary>
    /// <returns>What it would have handed to the compiler.</returns>
    internal static IReadOnlyList<GeneratedFile> Run()
    {
        var genome = GenomeFrontEnd.Compile([new GenomeFile("rehearsal.genome.yaml", Genome)]).Genome ?? throw new InvalidOperationException("The genome of the rehearsal has a mistake.");
        var model = Lowering.Lower(genome);
        var wish = SchemaWish.Of(model, EquatableArray<BoundApproval>.Empty);
        var evolution = SchemaEvolution.Of(SchemaHistory.Of([], null, []), wish, EquatableArray<HistoryFile>.Empty);
        return [.. GenomeEmitter.Emit(model, evolution.Plan!)];
    }
}
