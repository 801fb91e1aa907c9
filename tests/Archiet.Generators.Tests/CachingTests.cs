using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Generators.Tests;

/// <summary>What an edit costs, by the names of the steps: a real model of 37 entities in nine files.</summary>
public sealed class CachingTests
{
    private const string Edited = "sales.genome.yaml";

    private GeneratorRun crm = null!;

    private static string Sales => SampleGenomes.Files("Crm").Single(file => file.Name == Edited).Text;

    [OneTimeSetUp]
    public void RunTheCrm() => crm = SampleGenomes.Test("Crm").Run();

    [Test]
    public void A_field_edited_in_one_entity_parses_that_entity_and_emits_its_shard_and_what_is_about_all_tables()
    {
        var run = crm.Edit(Edited, Replace(Sales, "lastName: { type: string, max: 100, required: true,", "lastName: { type: string, max: 120, required: true,", first: true));

        Assert.Multiple(() =>
        {
            Assert.That(run.Step(TrackingNames.Split).Computed, Is.EqualTo(1), "files");
            Assert.That(run.Step(TrackingNames.Parse).Computed, Is.EqualTo(1), "sections");
            Assert.That(run.Step(TrackingNames.Declare).Computed, Is.Zero, "what sections declare");
            Assert.That(run.Step(TrackingNames.Reach).Computed, Is.EqualTo(1), "what expressions lead to");
            Assert.That(run.Step(TrackingNames.Bind).Computed, Is.EqualTo(1), "entities checked");
            Assert.That(run.Step(TrackingNames.Lower).Computed, Is.EqualTo(1), "entities lowered");
            Assert.That(run.Step(TrackingNames.Outline).Changed, Is.Zero, "the outline");
            Assert.That(run.Step(TrackingNames.App).Computed, Is.Zero, "the app");
            Assert.That(run.Step(TrackingNames.Shard).Changed, Is.EqualTo(1), "shards");
            Assert.That(run.Step(TrackingNames.EmitEntities).Computed, Is.EqualTo(1), "shards emitted");
            Assert.That(run.Step(TrackingNames.EmitOpenApi).Computed, Is.EqualTo(1), "parts of the OpenAPI document emitted");
            Assert.That(run.Step(TrackingNames.EmitApp).Computed, Is.Zero, "what lists all entities");
            Assert.That(run.Step(TrackingNames.EmitContext).Computed + run.Step(TrackingNames.EmitVocabulary).Computed, Is.Zero, "context and vocabulary");
            Assert.That(run.Emitted().Changed, Is.EqualTo(4), "entities, OpenAPI, the schema's hash, migration");
        });
    }

    [Test]
    public void A_description_edited_in_one_entity_leaves_schema_and_migration_alone()
    {
        var run = crm.Edit(Edited, Replace(Sales, "description: A line of business.", "description: A trade."));

        Assert.That(run.Emitted().Changed, Is.EqualTo(2), "entities and OpenAPI of one shard");
    }

    [Test]
    public void A_comment_emits_nothing()
    {
        var run = crm.Edit(Edited, Replace(Sales, "    description: A line of business.", "    # Kept short.\n    description: A line of business."));

        Assert.Multiple(() =>
        {
            Assert.That(run.Step(TrackingNames.Parse).Computed, Is.EqualTo(1));
            Assert.That(run.Step(TrackingNames.Lower).Computed, Is.Zero);
            Assert.That(run.Emitted().Computed, Is.Zero);
        });
    }

    [Test]
    public void A_line_before_everything_reads_and_emits_nothing()
    {
        var run = crm.Edit(Edited, "# Moved.\n" + Sales);

        Assert.Multiple(() =>
        {
            Assert.That(run.Step(TrackingNames.Parse).Computed, Is.Zero);
            Assert.That(run.Emitted().Computed, Is.Zero);
        });
    }

    [Test]
    public void An_entity_moved_within_its_file_emits_nothing()
    {
        var at = Sales.IndexOf("  IndustryType:", StringComparison.Ordinal);
        var end = Sales.IndexOf("  Contact:", at, StringComparison.Ordinal);
        var run = crm.Edit(Edited, Sales.Remove(at, end - at).TrimEnd() + "\n\n" + Sales[at..end].TrimEnd() + "\n");

        Assert.Multiple(() =>
        {
            Assert.That(run.Diagnostics, Is.Empty);
            Assert.That(run.Emitted().Computed, Is.Zero);
        });
    }

    [Test]
    public void A_new_entity_leaves_the_others_unread()
    {
        var run = crm.Edit(Edited, Replace(Sales, "  Contact:\n", "  Meeting:\n    fields:\n      title: { type: string, max: 100, required: true }\n\n  Contact:\n"));

        Assert.Multiple(() =>
        {
            Assert.That(run.Diagnostics, Is.Empty);
            Assert.That(run.Step(TrackingNames.Parse).Computed, Is.LessThanOrEqualTo(3), "itself, and its neighbours in its bucket");
        });
    }

    [Test]
    public void A_Csharp_edit_runs_none_of_our_steps()
    {
        var edited = crm.EditSource("Program.cs", Genomes.Program + "\n// Later.\n");
        var added = edited.EditSource("More.cs", "internal static class More { public static int Answer => 42; }\n");

        Assert.Multiple(() =>
        {
            edited.AssertNothingRan();
            added.AssertNothingRan();
        });
    }

    [Test]
    public void An_edit_that_is_undone_gives_the_same_bytes_again() =>
        Assert.That(crm.Edit(Edited, Sales.Replace("max: 100", "max: 90", StringComparison.Ordinal)).Edit(Edited, Sales).Sources, Is.EqualTo(crm.Sources));

    private static string Replace(string text, string old, string with, bool first = false)
    {
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.That(at, Is.GreaterThanOrEqualTo(0), $"The sample no longer has: {old}");
        Assert.That(first || text.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"The sample has this more than once: {old}");
        return text.Remove(at, old.Length).Insert(at, with);
    }
}
