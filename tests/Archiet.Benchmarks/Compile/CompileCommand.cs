using Archiet.Testing;

namespace Archiet.Benchmarks;

/// <summary>
/// What an entity costs the compiler, in user processor time over an empty project: as the generator emits it, and written by hand in the style of Entity
/// Framework, DTOs and endpoint lambdas. Once as a build compiles it (the web SDK's analyzers and generators, ours among them), once the bare C#.
/// </summary>
internal sealed class CompileCommand : ICommand
{
    private const int Entities = 100;
    private const int Rounds = 3;
    private const double Goal = 0.35;

    /// <inheritdoc/>
    public string Name => "compile";

    /// <inheritdoc/>
    public string Purpose => "user processor time of the compiler an entity, emitted against written by hand with Entity Framework and lambdas";

    /// <inheritdoc/>
    public Task<int> RunAsync(string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("archiet-compile-").FullName;
        try
        {
            var genome = Path.Combine(folder, SyntheticGenome.Path);
            File.WriteAllText(genome, SyntheticGenome.Text(Entities));
            var nothing = Write(folder, "nothing", [("Program.cs", HandWrittenApp.EmptyProgram)]);
            var byHand = Write(folder, "hand", HandWrittenApp.Sources(Entities));
            var emitted = Write(folder, "emitted", [("Program.cs", HandWrittenApp.GeneratedProgram), .. EmittedApp.Sources(SyntheticGenome.Text(Entities))]);
            var program = Write(folder, "program", [("Program.cs", HandWrittenApp.GeneratedProgram)]);
            Console.WriteLine($"{Entities} entities, {Rounds} rounds; lines emitted {Lines(emitted)}, by hand {Lines(byHand)}; compiler of {CompilerHost.Folder}");

            var measures = new Measures();
            Compiler.Compile(nothing, CompilerInputs.WebSdk);
            for (var round = 0; round < Rounds; round++)
            {
                AddRound(measures, "build", Compiler.Compile(nothing, CompilerInputs.WebSdk), Compiler.Compile(program, CompilerInputs.ArchietSdk(genome)), Compiler.Compile(byHand, CompilerInputs.WebSdk));
                AddRound(measures, "bare", Compiler.Compile(nothing, []), Compiler.Compile(emitted, []), Compiler.Compile(byHand, []));
            }
            measures.Print();
            return Task.FromResult(0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void AddRound(Measures measures, string kind, double empty, double emitted, double byHand)
    {
        Console.WriteLine($"{kind}: empty {empty:0.00} s, emitted {emitted:0.00} s, by hand {byHand:0.00} s");
        var emittedEach = (emitted - empty) / Entities * 1000;
        var byHandEach = (byHand - empty) / Entities * 1000;
        measures.Add($"compile.{kind}.emitted.ms-an-entity", emittedEach, byHandEach * Goal);
        measures.Add($"compile.{kind}.ratio", emittedEach / byHandEach, Goal);
    }

    private static string[] Write(string folder, string name, IEnumerable<(string Name, string Text)> sources)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var paths = new List<string>();
        foreach (var (file, text) in sources.Append((ImplicitUsings.FileName, ImplicitUsings.Web)))
        {
            paths.Add(Path.Combine(home, file));
            File.WriteAllText(paths[^1], text);
        }
        return [.. paths];
    }

    private static int Lines(string[] paths) => paths.Sum(path => File.ReadLines(path).Count());
}
