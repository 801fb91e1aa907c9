using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Generators;

/// <summary>
/// A run over a small genome on another thread, while the compiler's own reads the real one. In a compiler that has just started half of the time goes into compiling
/// our methods and loading their types, one after another as the real run comes to them; the rehearsal, which has next to nothing to read, comes to each of them first. An act is made once a
/// process, nobody waits for it, and nothing of what it makes is used.
/// </summary>
internal sealed class Rehearsal
{
    /// <summary>The words that nearly all genomes have, for every stage that a build runs.</summary>
    public static readonly Rehearsal Overture = new("""
        genome: "1.0"
        app: { name: Rehearsal, namespace: Rehearsal, description: Never built., version: "1.0" }
        tenancy: { tenant: House }
        roles: { director: Leads the house., stagehand: Sets the stage. }
        types:
          Phone: { base: string, max: 20, pattern: '\+?[0-9][0-9 -]{4,18}', example: "+44 20 7946 0018", personal: true, description: A number to call. }
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
              phone: { type: Phone }
          Player:
            member: true
            fields:
              name: { type: string, min: 1, max: 200, required: true, example: Kim Example, personal: true }
              email: { type: email, required: true, unique: true, example: kim@example.org }
              voice: { type: Voice, required: true, default: bass }
          Play:
            description: What is put on.
            fields:
              title: { type: string, max: 200, required: true }
              code: { type: string, max: 20, pattern: '^[A-Z0-9-]{3,20}$', example: AB-1, description: As the box office has it. }
              note: { type: text }
              stage: { type: Stage, required: true, default: planned }
              open: { type: bool, required: true, default: true }
              seats: { type: int, min: 0, max: 5000, default: 0 }
              price: { type: "decimal(12,2)", min: 0 }
              firstNight: { type: date, required: true }
              lastNight: { type: date }
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

        """);

    /// <summary>Values, conditions, and what many genomes have beside them: the language of expressions by itself is as much to compile as an eighth of the engine.</summary>
    public static readonly Rehearsal Rules = new("""
        genome: "1.0"
        app: { name: Rehearsal, namespace: Rehearsal, description: Never built., version: "1.0" }
        tenancy: { tenant: House }
        roles: { director: Leads the house. }
        values:
          Address:
            fields:
              street: { type: string, max: 200, required: true }
              city: { type: string, max: 80 }
        entities:
          House:
            display: name
            order: [name]
            fields:
              name: { type: string, max: 120, required: true, example: The Globe }
              address: { type: Address }
              sold: { type: long, min: 0 }
              curtain: { type: time, default: "19:30:00" }
              opens: { type: date }
              closes: { type: date }
            rules:
              inOrder: { check: this.opens <= this.closes, message: A house opens before it closes. }
        capabilities:
          lead:
            to: [director]
            allow:
              House: [list, read, update]

        """, Overture);

    private readonly Lazy<Task> once;

    private Rehearsal(string genome, Rehearsal? before = null)
    {
        Genome = genome;
        once = new(() => (before?.once.Value ?? Task.CompletedTask).ContinueWith(_ => Run(), TaskScheduler.Default));
    }

    /// <summary>What is rehearsed: a genome without a mistake.</summary>
    internal string Genome { get; }

    /// <summary>Begins it, if nobody has.</summary>
    public void Begin() => _ = once.Value;

    /// <summary>Begins what a text needs beyond the overture. Where it merely looks so, a little is compiled that nobody calls.</summary>
    /// <param name="text">A file of a genome.</param>
    public static void BeginFor(string text)
    {
        if (text.IndexOf(" rules:", StringComparison.Ordinal) >= 0 || text.IndexOf("values:", StringComparison.Ordinal) >= 0)
        {
            Rules.Begin();
        }
    }

    /// <summary>Runs every stage that a build runs.</summary>
    /// <returns>What it would have handed to the compiler.</returns>
    internal IReadOnlyList<GeneratedFile> Run()
    {
        var genome = GenomeFrontEnd.Compile([new GenomeFile("rehearsal.genome.yaml", Genome)]).Genome ?? throw new InvalidOperationException("The genome of the rehearsal has a mistake.");
        var model = Lowering.Lower(genome);
        var wish = SchemaWish.Of(model, EquatableArray<BoundApproval>.Empty);
        var evolution = SchemaEvolution.Of(SchemaHistory.Of([], null, []), wish, EquatableArray<HistoryFile>.Empty);
        return [.. GenomeEmitter.Emit(model, evolution.Plan!)];
    }
}
