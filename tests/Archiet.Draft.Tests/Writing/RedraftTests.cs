using Archiet.Draft.Items;
using Archiet.Draft.Tests.Pipeline;

namespace Archiet.Draft.Tests.Writing;

/// <summary>A draft that is there already: answers and edits stay, what nobody edited becomes what the new draft says, and a reviewed genome is never written.</summary>
public sealed class RedraftTests
{
    [Test]
    public async Task Edits_and_comments_stay_and_the_rest_follows_the_document()
    {
        var first = await Drafts.MakeAsync(Prd.Document, Prd.Items);
        var edited = Drafts.Genome(first)
            .Replace("      number: { type: string, required: true, max: 20, unique: true }", "      # Printed on paper.\n      number: { type: string, required: true, max: 12, unique: true }", StringComparison.Ordinal)
            .Replace("    description: \"A customer of ours.\"\n", "", StringComparison.Ordinal);
        Assert.That(edited, Does.Contain("# Printed on paper."));
        var items = Prd.Items.Select(static item => item is FieldItem { Name: "quantity" } field ? field with { Type = "long" } : item is FieldItem { Name: "number" } number ? number with { Max = "30" } : item).ToList();

        var second = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = edited, Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(items));

        var (genome, report) = (Drafts.Genome(second), Drafts.Text(second, ".report.md"));
        Assert.Multiple(() =>
        {
            Assert.That(genome, Does.Contain("      # Printed on paper.\n      number: { type: string, required: true, max: 12, unique: true }"));
            Assert.That(genome, Does.Contain("quantity: { type: long }"));
            Assert.That(genome, Does.Not.Contain("A customer of ours."));
            Assert.That(report, Does.Contain("Order.fields.number was edited by hand and stays as it is; the new draft has another text of it"));
            Assert.That(report, Does.Contain("OrderLine.fields.quantity changed"));
            Assert.That(Drafts.Text(second, ".base.yaml"), Does.Contain("max: 30"));
            Assert.That(Drafts.Faults(genome), Is.Empty);
        });
    }

    [Test]
    public async Task Drafting_again_changes_no_byte()
    {
        var first = await Drafts.MakeAsync(Prd.Document, Prd.Items);

        var second = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = Drafts.Genome(first), Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(Prd.Items));

        Assert.That(Drafts.Genome(second), Is.EqualTo(Drafts.Genome(first)));
        Assert.That(Drafts.Text(second, ".report.md"), Does.Contain("- nothing changed"));
    }

    [Test]
    public async Task Answers_are_applied_and_stay()
    {
        var first = await Drafts.MakeAsync(Prd.Document, Prd.Items);
        var question = first.Questions.Single(static question => question is { Code: "CARD", About: "Customer" } && question.Options.Contains("they are deleted too"));
        var answered = Drafts.Answered(Drafts.Genome(first), [question], static _ => "They are deleted too");

        var second = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = answered, Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(Prd.Items));

        Assert.That(Drafts.Genome(second), Does.Contain("customer: { type: Customer, required: true, onDelete: cascade }"));
        Assert.That(second.Questions.Single(known => known.Key == question.Key).Answer, Is.EqualTo("They are deleted too"));
    }

    [Test]
    public async Task An_answer_in_own_words_stays_and_the_report_says_that_it_decides_nothing()
    {
        var first = await Drafts.MakeAsync(Prd.Document, Prd.Items);
        var question = first.Questions.Single(static question => question is { Code: "CARD", About: "Customer" } && question.Options.Contains("they are deleted too"));

        var second = await DraftPipeline.RunAsync(
            new("orders", Prd.Document) { Draft = Drafts.Answered(Drafts.Genome(first), [question], static _ => "We have to ask legal."), Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(Prd.Items));

        Assert.That(Drafts.Genome(second), Does.Contain("answer: \"We have to ask legal.\"").And.Contain("onDelete: restrict"));
        Assert.That(Drafts.Text(second, ".report.md"), Does.Contain($"## Answers that decide nothing: they are none of the options\n\n- `{question.Key}`\n"));
    }

    [TestCase("TENANT", "tenancy.tenant", "customer", "  tenant: Customer\n")]
    [TestCase("RULE", "Order.words", "this.total < 500", "check: \"this.total < 500\"")]
    [TestCase("FIELDS", "Order", "note: string", "note: { type: string, max: 200 }")]
    [TestCase("CARD", "Order", "note, total", "note: { type: text, required: true }")]
    [TestCase("LIMITS", "", "80 characters", "name: { type: string, required: true, max: 80, personal: true }")]
    public async Task An_answer_in_own_words_decides_where_the_catalogue_says_so(string code, string about, string answer, string expected)
    {
        DraftItem[] items =
        [
            .. Prd.Items.Where(static item => item is not EntityItem { Name: "Store" }),
            new RuleItem("Order", "words", "", "The total is never negative.", Basis.Stated, Prd.At("The total is never")),
        ];
        var first = await Drafts.MakeAsync(Prd.Document, items);
        var likely = first.Questions.Where(question => question.Code == code && question.About == about).ToList();
        var answered = Drafts.Answered(Drafts.Genome(first), likely, _ => answer);

        var second = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = answered, Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(items));

        Assert.That(likely, Is.Not.Empty);
        Assert.That(Drafts.Genome(second), Does.Contain(expected));
        Assert.That(Drafts.Faults(Drafts.Genome(second)), Is.Empty);
    }

    [Test]
    public async Task A_genome_that_is_no_draft_is_never_written_over()
    {
        var genome = await Drafts.AnswerAllAsync(Prd.Document, Prd.Items);

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = genome }, new ScriptedModel(Prd.Items));

        Assert.That(result.Files, Is.Empty);
        Assert.That(result.Findings.Select(static finding => finding.Id), Is.EqualTo(new[] { "ARC6011" }));
    }

    [Test]
    public async Task Beside_a_reviewed_genome_only_the_draft_and_the_report_are_written()
    {
        var reviewed = (await Drafts.AnswerAllAsync(Prd.Document, Prd.Items)).Replace("max: 20", "max: 40", StringComparison.Ordinal);

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Reviewed = reviewed }, new ScriptedModel(Prd.Items));

        Assert.That(result.Files.Select(static file => file.Name), Is.EqualTo(new[] { "orders.draft.report.md", "orders.draft.genome.yaml" }));
        Assert.That(Drafts.Text(result, ".report.md"), Does.Contain("- Order.fields.number differs"));
        Assert.That(result.Questions, Has.None.Matches<Draft.Questions.DraftQuestion>(static question => question.Answer is null), "What was answered once is not asked again.");
    }

    [Test]
    public async Task An_edited_draft_that_is_no_yaml_stays_as_it_is()
    {
        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = "genome: \"1.0\"\nstatus: [draft\n" }, new ScriptedModel(Prd.Items));

        Assert.That(result.Files, Is.Empty);
        Assert.That(result.Findings.Select(static finding => finding.Id), Is.EqualTo(new[] { "ARC6013" }));
    }

    [Test]
    public async Task Edits_that_the_new_draft_breaks_stop_it_from_being_written()
    {
        var first = await Drafts.MakeAsync(Prd.Document, Prd.Items);
        // A rule of a person's own speaks of a field that the document no longer has.
        var edited = Drafts.Genome(first).Replace("    rules:\n", "    rules:\n      short: { check: \"size(this.note) < 100\", message: A note is short. }\n", StringComparison.Ordinal);
        var items = Prd.Items.Where(static item => item is not FieldItem { Name: "note" }).ToList();

        var second = await DraftPipeline.RunAsync(new("orders", Prd.Document) { Draft = edited, Base = Drafts.Text(first, ".base.yaml") }, new ScriptedModel(items));

        Assert.That(second.Findings.Select(static finding => (finding.Id, finding.IsError)), Is.EqualTo(new[] { ("ARC6014", false) }));
        Assert.That(second.Files.Select(static file => file.Name), Is.EqualTo(new[] { "orders.draft.report.md" }));
    }
}
