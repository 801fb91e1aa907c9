using Archiet.Draft.Items;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>What goes wrong between a document and its draft.</summary>
public sealed class FailureTests
{
    [Test]
    public async Task A_request_whose_answer_was_too_long_is_asked_in_halves()
    {
        var model = new ScriptedModel(Prd.Items) { Before = static request => Refuse(request.Sentences.Count > 6 || request.Entities.Count > 2 && request.Pass == DraftPass.Fields) };

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document), model);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(Drafts.Genome(result), Is.EqualTo(Drafts.Genome(await Drafts.MakeAsync(Prd.Document, Prd.Items))));
    }

    [Test]
    public async Task What_stays_too_long_is_named_and_nothing_is_written()
    {
        var model = new ScriptedModel(Prd.Items) { Before = static request => Refuse(request.Sentences.Any(static sentence => sentence.Headings.Contains("Access"))) };

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document), model);

        Assert.That(result.Files, Is.Empty);
        Assert.That(result.Findings.Select(static finding => finding.Id), Is.EqualTo(new[] { "ARC6030", "ARC6012" }));
        Assert.That(result.Findings[1].Message, Does.Contain("'Access'"));
    }

    [Test]
    public async Task A_document_without_a_sentence_gives_no_draft()
    {
        var result = await DraftPipeline.RunAsync(new("empty", ProseReader.Read("docs/empty.md", "\n\n")), new ScriptedModel([]));

        Assert.That(result.Files, Is.Empty);
        Assert.That(result.Findings.Select(static finding => finding.Id), Is.EqualTo(new[] { "ARC6010" }));
    }

    [Test]
    public async Task A_part_that_no_request_holds_is_named()
    {
        var document = ProseReader.Read("docs/long.md", "# Long\n\n- " + string.Join(' ', Enumerable.Repeat("word", 2000)) + "\n");

        var result = await DraftPipeline.RunAsync(new("long", document) { ChunkTokens = 100 }, new ScriptedModel([]));

        Assert.That(result.Findings.Select(static finding => (finding.Id, finding.Line)), Is.EqualTo(new[] { ("ARC6012", 3) }));
        Assert.That(result.Findings[0].Message, Does.Contain("'Long'"));
    }

    [Test]
    public void Cancelling_ends_it_in_every_pass([Values] DraftPass pass)
    {
        using var cancel = new CancellationTokenSource();
        var items = Prd.Items.Append(Broken).ToList();
        var model = new ScriptedModel(items) { Before = request => CancelAt(request, pass, cancel) };

        Assert.That(async () => await DraftPipeline.RunAsync(new("orders", Prd.Document), model, null, cancel.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Only_what_was_refused_is_sent_for_repair_and_a_repair_is_taken()
    {
        var model = new ScriptedModel([.. Prd.Items, Broken])
        {
            Repair = static request => [.. request.Refused.OfType<RuleItem>().Select(static rule => rule with { Expression = "this.total < 1000" })],
        };

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document), model);

        var repair = model.Requests.Single(static request => request.Pass == DraftPass.Repair);
        Assert.Multiple(() =>
        {
            Assert.That(repair.Refused, Is.EqualTo(new[] { Broken }));
            Assert.That(repair.Errors.Single(), Does.StartWith("Order.rules.totalIsSmall: ARC0206: "));
            Assert.That(repair.Sentences.Select(static sentence => sentence.Id), Is.EqualTo(Broken.Evidence));
            Assert.That(Drafts.Genome(result), Does.Contain("check: \"this.total < 1000\""));
        });
    }

    [Test]
    public async Task What_no_repair_mends_is_left_out_with_a_question()
    {
        var model = new ScriptedModel([.. Prd.Items, Broken]) { Repair = static request => request.Refused };

        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document), model);

        Assert.Multiple(() =>
        {
            Assert.That(model.Requests.Count(static request => request.Pass == DraftPass.Repair), Is.EqualTo(1), "The errors did not become fewer.");
            Assert.That(Drafts.Genome(result), Does.Not.Contain("totalIsSmall:"));
            Assert.That(result.Questions, Has.Some.Matches<Draft.Questions.DraftQuestion>(static question => question is { Code: "RULE", About: "Order.totalIsSmall" }));
            Assert.That(Drafts.Faults(Drafts.Genome(result)), Is.Empty);
        });
    }

    [Test]
    public async Task A_repair_that_drops_what_it_was_asked_for_drops_nothing_in_silence()
    {
        var result = await DraftPipeline.RunAsync(new("orders", Prd.Document), new ScriptedModel([.. Prd.Items, Broken]));

        Assert.That(result.Questions, Has.Some.Matches<Draft.Questions.DraftQuestion>(static question => question is { Code: "RULE", About: "Order.totalIsSmall" }));
    }

    [Test]
    public async Task Rules_are_not_asked_to_repair()
    {
        var model = new ScriptedModel([.. Prd.Items, Broken]) { Name = "rules 1" };

        await DraftPipeline.RunAsync(new("orders", Prd.Document), model);

        Assert.That(model.Requests.Select(static request => request.Pass), Has.None.EqualTo(DraftPass.Repair));
    }

    private static RuleItem Broken { get; } = new("Order", "total is small", "this.totl < 1000", "The total is small.", Basis.Stated, Prd.At("The total is never"));

    private static void Refuse(bool isTooLong)
    {
        if (isTooLong)
        {
            throw new DraftModelException("ARC6030", "The answer was cut.") { IsTooLong = true };
        }
    }

    private static void CancelAt(PassRequest request, DraftPass pass, CancellationTokenSource cancel)
    {
        if (request.Pass == pass)
        {
            cancel.Cancel();
        }
    }
}
