using System.Globalization;
using Archiet.Testing;

namespace Archiet.Benchmarks.Migrations;

/// <summary>
/// What a history costs the compiler: user processor time over a program that has the context alone. Not over the whole app, whose compilation takes so long that the
/// difference would be its noise. The measure is the difference of two medians: compilations of one program are a tenth of a second and more apart, as the runtime of the
/// compiler compiles methods anew or does not, and the difference of two single ones is worth nothing.
/// </summary>
internal static class HistoryCompile
{
    private const int Tables = 100, Few = 10, Many = 100;
    private const int Rounds = 25;
    private const double Goal = 0.3, RatioGoal = 1.5;

    /// <summary>What the migrations name of the rest of the app, with a table, so that the compiler has read what any context makes it read.</summary>
    private const string Rest = """
        namespace Synthetic;

        using Microsoft.EntityFrameworkCore;

        internal sealed class SyntheticContext : DbContext
        {
            protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity("Row", row =>
            {
                row.Property<Guid>("Id").HasColumnName("id").HasColumnType("uuid");
                row.Property<string>("Name").HasColumnName("name").HasMaxLength(80).IsRequired(false);
                row.ToTable("rows", table => table.HasCheckConstraint("ck_rows_name", "name <> ''")).HasKey("Id").HasName("pk_rows");
                row.HasIndex("Name").IsUnique().HasDatabaseName("uq_rows_name");
            });
        }

        internal sealed partial class SyntheticApp
        {
            internal static void Describe(Archiet.HistoryMap map) => DescribeHistory(map);

            static partial void DescribeHistory(Archiet.HistoryMap map);
        }

        """;

    /// <summary>Measures ten and a hundred migrations of a hundred tables.</summary>
    public static void Measure(Measures measures)
    {
        var folder = Directory.CreateTempSubdirectory("archiet-history-");
        try
        {
            var alone = new Program("the context alone", Write(folder.CreateSubdirectory("alone"), RestOfTheApp));
            var few = Of(Few, folder);
            var many = Of(Many, folder);
            // The program that both others are held against is compiled as often as they are together; every other round goes backwards.
            Program[] round = [alone, few, many, alone];
            foreach (var program in round)
            {
                Compiler.Compile(program.Sources, []);
            }
            for (var number = 0; number < Rounds; number++)
            {
                foreach (var program in number % 2 == 0 ? round : round.Reverse())
                {
                    program.Seconds.Add(Compiler.Compile(program.Sources, []));
                }
            }
            alone.Print();
            few.Print();
            many.Print();
            measures.Add("migrations.compile.100.s", many.Median - alone.Median, Goal);
            measures.Add("migrations.compile.100-to-10", (many.Median - alone.Median) / (few.Median - alone.Median), RatioGoal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (string Name, string Text)[] RestOfTheApp =>
        [("Program.cs", HandWrittenApp.EmptyProgram), ("Rest.cs", Rest), (ImplicitUsings.FileName, ImplicitUsings.Web)];

    private static Program Of(int migrations, DirectoryInfo folder)
    {
        var history = SyntheticHistory.Of(Tables, migrations);
        var emitted = EmittedApp.Sources(history.Genome, history.Files.Select(file => new GenomeText(file.Text, file.Path)))
            .Where(source => source.Name.StartsWith("Migration", StringComparison.Ordinal)).ToList();
        var name = string.Create(CultureInfo.InvariantCulture, $"{migrations} migrations of {Tables} tables");
        Console.WriteLine($"{name}: {emitted.Sum(source => source.Text.Count(c => c == '\n'))} lines");
        return new Program(name, Write(folder.CreateSubdirectory(migrations.ToString(CultureInfo.InvariantCulture)), [.. RestOfTheApp, .. emitted]));
    }

    private static string[] Write(DirectoryInfo folder, (string Name, string Text)[] sources)
    {
        foreach (var (name, text) in sources)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        }
        return [.. sources.Select(source => Path.Combine(folder.FullName, source.Name))];
    }

    private sealed record Program(string Name, string[] Sources)
    {
        public List<double> Seconds { get; } = [];

        public double Median => Measures.Median(Seconds);

        public void Print()
        {
            var (lower, upper) = Measures.Quartiles(Seconds);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: {Seconds.Count} compilations, median {Median:0.000} s, half of them {lower:0.000} to {upper:0.000}, least {Seconds.Min():0.000}"));
        }
    }
}
