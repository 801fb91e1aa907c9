using System.Globalization;
using Archiet.Testing;

namespace Archiet.Benchmarks.Migrations;

/// <summary>
/// What a history costs the compiler: user processor time over a program that has the context alone. Not over the whole app, whose compilation takes so long that the
/// difference would be its noise.
/// </summary>
internal static class HistoryCompile
{
    private const int Tables = 100, Few = 10, Many = 100;
    private const int Rounds = 15;
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
        var emitted = EmittedApp.Sources(history.Genome, history.Files.Select(file => new GenomeText(file.Text, file.Path)))
            .Where(source => source.Name.StartsWith("Migration", StringComparison.Ordinal)).ToList();
        Console.WriteLine($"{migrations} migrations of {Tables} tables: {emitted.Sum(source => source.Text.Count(c => c == '\n'))} lines");
        (string Name, string Text)[] rest =
        [
            ("Program.cs", HandWrittenApp.EmptyProgram), ("Rest.cs", Rest), (ImplicitUsings.FileName, ImplicitUsings.Web),
        ];
        var home = Directory.CreateDirectory(Path.Combine(folder, migrations.ToString(CultureInfo.InvariantCulture)));
        return (Write(home.CreateSubdirectory("with"), [.. rest, .. emitted]), Write(home.CreateSubdirectory("without"), rest));
    }

    private static string[] Write(DirectoryInfo folder, (string Name, string Text)[] sources)
    {
        foreach (var (name, text) in sources)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        }
        return [.. sources.Select(source => Path.Combine(folder.FullName, source.Name))];
    }
}
