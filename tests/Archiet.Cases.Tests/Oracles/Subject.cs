using System.Reflection;
using Archiet.Emit;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Cases.Tests;

/// <summary>A genome that is to be held to everything that must be true of any: its files, what they mean, and what is made of them, each made once.</summary>
internal sealed class Subject
{
    private readonly Lazy<BoundGenome> genome;
    private readonly Lazy<EmittedApp> app;
    private readonly Lazy<Assembly> assembly;
    private readonly Lazy<string> schema;

    private Subject(IReadOnlyList<GenomeFile> files)
    {
        Files = files;
        genome = new(() => FrontEndOracle.Bind(files));
        app = new(() => EmittedApp.Of(genome.Value, Handlers.Of(Lowering.Lower(genome.Value).App)));
        assembly = new(() => app.Value.Load());
        schema = new(() => SchemaText.Of(this));
    }

    public IReadOnlyList<GenomeFile> Files { get; }

    public BoundGenome Genome => genome.Value;

    public EmittedApp App => app.Value;

    public GenomeModel Model => App.Model;

    /// <summary>What the compiler makes of it; a warning fails whoever asks for it.</summary>
    public Assembly Assembly => assembly.Value;

    /// <summary>The statements that make its schema.</summary>
    public string Schema => schema.Value;

    public static Subject Of(IReadOnlyList<GenomeFile> files) => new(files);

    /// <summary>Everything that is emitted for a genome, each text with its name.</summary>
    public static IReadOnlyList<string> Emit(BoundGenome genome)
    {
        var model = Lowering.Lower(genome);
        return [.. GenomeEmitter.Emit(model).Select(static file => file.HintName + "\n" + file.Text), System.Text.Encoding.UTF8.GetString(ApiText.Whole(model))];
    }
}
