using Archiet.Genome;
using Archiet.Model;
using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>Sealed migrations and what is pending, as a build sees them; an editor sees nothing of either.</summary>
public sealed class HistoryTests
{
    private const string First = "20260101000000_start";
    private const string Code = "code: { type: Code, required: true, unique: true }";

    [Test]
    public void What_is_sealed_is_emitted_and_nothing_is_pending()
    {
        var sources = Test(Genomes.Small, Seal(First, null, Genomes.Small)).Run().Sources;

        Assert.Multiple(() =>
        {
            Assert.That(sources.Keys, Does.Contain("Migrations.00.g.cs").And.Not.Contain("Migration.Pending.g.cs"));
            Assert.That(sources["Migrations.00.g.cs"], Does.Contain("Migration(\"" + First + "\")"));
            Assert.That(sources["Migration.History.g.cs"], Does.Contain("map.Sealed(\"" + First + "\""));
        });
    }

    [Test]
    public void A_field_beyond_the_history_is_pending_and_compiles()
    {
        var sources = Test(Genomes.Small.Replace(Code, Code + "\n      note: { type: text }", StringComparison.Ordinal), Seal(First, null, Genomes.Small)).Run().Sources;

        Assert.That(sources["Migration.Pending.g.cs"], Does.Contain("\"note\"").And.Not.Contain("\"stage\""));
    }

    [Test]
    public void A_dropped_field_is_told_at_its_entity_and_at_no_other_place() =>
        Test(Genomes.Small.Replace("      " + Code + "\n", "", StringComparison.Ordinal).Replace("  Order:\n", "  {|ARC0420:Order|}:\n", StringComparison.Ordinal), Seal(First, null, Genomes.Small)).Run();

    [Test]
    public void A_build_that_refuses_what_is_pending_says_so_at_the_app()
    {
        var genome = Genomes.Small.Replace("\napp:", "\n{|ARC0427:app|}:", StringComparison.Ordinal);

        Test(genome).WithProperty("ArchietPendingMigrations", "refuse").Run();
        Test(Genomes.Small, Seal(First, null, Genomes.Small)).WithProperty("ArchietPendingMigrations", "refuse").Run();
    }

    [TestCase("migrations/", "/app/migrations/more.sql", "{|ARC0418:|}SELECT 1;")]
    [TestCase("migrations/", "/app/cluster/more.sql", "SELECT 1;")]
    [TestCase("migrations/", "/app/migrations/sql/more.sql", "SELECT 1;")]
    [TestCase("../db/history/", "C:\\app\\db\\history\\more.sql", "{|ARC0418:|}SELECT 1;")]
    public void Sql_is_a_step_where_the_history_lies_and_nowhere_else(string folder, string path, string sql) =>
        Test(Genomes.Small, Seal(First, null, Genomes.Small)).WithProperty("ArchietMigrationsFolder", folder).WithFile(path, sql).Run();

    [Test]
    public void An_edited_file_is_told_in_the_file()
    {
        var history = Seal(First, null, Genomes.Small);
        var edited = history.Text.Replace("state  sha256:", "state  {|ARC0408:sha256:", StringComparison.Ordinal);
        edited = edited.Insert(edited.IndexOf('\n', edited.IndexOf("{|", StringComparison.Ordinal)), "|}").Replace("numeric", "numerical", StringComparison.Ordinal).Replace(" name character varying(120)", " name character varying(60)", StringComparison.Ordinal);

        Test(Genomes.Small, history with { Text = edited }).Run();
    }

    [Test]
    public void A_genome_with_an_error_is_told_its_error_and_nothing_of_its_schema() =>
        Test(Genomes.Small.Replace("ship: { type: Address }", "ship: { type: {|ARC0051:Adress|} }", StringComparison.Ordinal), Seal(First, null, Genomes.Small)).WithoutCompiling().Run();

    [Test]
    public void An_editor_runs_none_of_it()
    {
        var run = Test(Genomes.Small.Replace(Code, Code + "\n      note: { type: text }", StringComparison.Ordinal), Seal(First, null, Genomes.Small)).AtDesignTime().Run();

        Assert.Multiple(() =>
        {
            foreach (var step in (string[])[TrackingNames.HistoryFiles, TrackingNames.History, TrackingNames.SealedPlans, TrackingNames.Wish, TrackingNames.Evolution, TrackingNames.EmitSealed, TrackingNames.EmitMigration])
            {
                Assert.That(run.Step(step).Computed, Is.Zero, step);
            }
        });
    }

    [Test]
    public void An_edit_of_the_genome_leaves_what_is_sealed_alone()
    {
        var run = Test(Genomes.Small, Seal(First, null, Genomes.Small)).Run();

        var edited = run.Edit("shop.genome.yaml", Genomes.Small.Replace(Code, Code + "\n      note: { type: text }", StringComparison.Ordinal));

        Assert.Multiple(() =>
        {
            Assert.That(edited.Step(TrackingNames.History).Computed + edited.Step(TrackingNames.SealedPlans).Computed + edited.Step(TrackingNames.EmitSealed).Computed, Is.Zero);
            Assert.That(edited.Step(TrackingNames.EmitMigration).Computed, Is.EqualTo(1));
        });
    }

    private static GeneratorTest Test(string genome, params HistoryFile[] history)
    {
        var test = history.Aggregate(Genomes.Test(genome), static (test, file) => test.WithFile("migrations/" + file.Name, file.Text));
        return history.Length == 0 ? test : test.WithFile("migrations/head", MarkedText.Parse("head", history[^1].Name).Text[..^HistoryFile.SealedEnding.Length] + "\n");
    }

    private static HistoryFile Seal(string id, HistoryFile? before, string genome)
    {
        var bound = GenomeFrontEnd.Compile([new GenomeFile("shop.genome.yaml", genome)]).Genome!;
        var wish = SchemaWish.Of(Lowering.Lower(bound), bound.Approvals);
        var predecessor = before is null ? null : SealedMigration.Read(before.Path, before.Text);
        var delta = SchemaDiff.Between(SchemaState.Empty, wish.State, EquatableArray<SchemaRename>.Empty);
        return new(id + HistoryFile.SealedEnding, SealedMigrationWriter.Write(id, predecessor, delta, [], [], wish.State));
    }
}
