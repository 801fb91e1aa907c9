using System.Globalization;

namespace Archiet.Benchmarks.Migrations;

/// <summary>
/// What a history costs the compiler: user processor time over the same app without its migrations. An app has them through partial methods, so that what is left compiles.
/// </summary>
internal static class HistoryCompile
{
    private const int Tables = 100, Few = 10, Many = 100;
    private const int Rounds = 5;
    private const double Goal = 0.3, RatioGoal = 1.5;

    /// <summary>Measures ten and a hundred migrations of a hundred tables.</summary>
    public static void Measure(Measures measures)
    {
        var folder = Directory.CreateTempSubdirectory("archiet-history-").FullName;
        try
        {
            var (few, many) = (Write(folder, Few), Write(folder, Many));
            Compiler.Compile(few.Without, []);
            for (var round = 1; round <= Rounds; round++)
            {
                var fewCost = Compiler.Compile(few.With, []) - Compiler.Compile(few.Without, []);
                var manyCost = Compiler.Compile(many.With, []) - Compiler.Compile(many.Without, []);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {Few} migrations {fewCost:0.00} s, {Many} migrations {manyCost:0.00} s"));
                measures.Add("migrations.compile.100.s", manyCost, Goal);
                measures.Add("migrations.compile.100-to-10", manyCost / fewCost, RatioGoal);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (string[] With, string[] Without) Write(string folder, int migrations)
    {
        var history = SyntheticHistory.Of(Tables, migrations);
        var sources = EmittedApp.Sources(history.Genome, history.Files.Select(file => new GenomeText(file.Text, file.Path)))
            .Append(("Program.cs", HandWrittenApp.GeneratedProgram)).Append(("ImplicitUsings.g.cs", HandWrittenApp.ImplicitUsings)).ToList();
        var home = Directory.CreateDirectory(Path.Combine(folder, migrations.ToString(CultureInfo.InvariantCulture)));
        var (with, without) = (home.CreateSubdirectory("with").FullName, home.CreateSubdirectory("without").FullName);
        foreach (var (name, text) in sources)
        {
            File.WriteAllText(Path.Combine(with, name), text);
            if (!name.StartsWith("Migration", StringComparison.Ordinal))
            {
                File.WriteAllText(Path.Combine(without, name), text);
            }
        }
        var lines = sources.Where(source => source.Item1.StartsWith("Migration", StringComparison.Ordinal)).Sum(source => source.Item2.Count(c => c == '\n'));
        Console.WriteLine($"{migrations} migrations of {Tables} tables: {lines} lines");
        return (Directory.GetFiles(with), Directory.GetFiles(without));
    }
}
