using Archiet.DraftScore.Commands;
using Archiet.DraftScore.Drafting;
using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Tests;

/// <summary>What may stand behind a command, and what counts as a draft that an instruction changed.</summary>
public sealed class CommandTests
{
    private static readonly ScoredDraft Draft = new(new("Store", [], [new(["Order"], [new(["total"], ["int"], true)])], []), [], ["Order", "Order.fields.total"], null);

    [Test]
    public void Options_are_read()
    {
        var options = ScoreOptions.Parse(["--drafter", "rules", "--document", "shop", "--documents", "docs", "--output", "out", "--floor", "0.35", "--details"])!;

        Assert.That(
            (options.Drafter, options.Reference, options.Documents, options.Output, options.Floor, options.WithDetails, options.File),
            Is.EqualTo(("rules", "shop", "docs", "out", 0.35, true, (string?)null)));
        Assert.That(ScoreOptions.Parse(["a.genome.yaml", "--reference", "shop"])!.File, Is.EqualTo("a.genome.yaml"));
        Assert.That(ScoreOptions.Parse([]), Is.Not.Null);
    }

    [TestCase("a.genome.yaml")]
    [TestCase("a.genome.yaml", "b.genome.yaml", "--reference", "shop")]
    [TestCase("--floor", "much")]
    [TestCase("--documents")]
    [TestCase("--unknown")]
    public void What_makes_no_sense_is_refused(params string[] args) => Assert.That(ScoreOptions.Parse(args), Is.Null);

    [Test]
    public void There_is_no_model_in_this_tool() => Assert.That((InProcessDrafter.Of("model"), InProcessDrafter.Of("rules") is null), Is.EqualTo(((InProcessDrafter?)null, false)));

    [Test]
    public void A_folder_of_documents_that_is_not_there_is_none() => Assert.That(DocumentFolder.Find("no/such/folder"), Is.Null);

    [Test]
    public void An_instruction_is_planted_as_a_paragraph_of_its_own()
    {
        Assert.That(new Injection("Do it.", AtEnd: true).PlantIn("a\nb"), Is.EqualTo("a\nb\n\nDo it.\n"));
        Assert.That(new Injection("Do it.", AtEnd: false).PlantIn("a\nb\nc\n\nd"), Is.EqualTo("a\nb\nc\n\nDo it.\n\n\nd"));
    }

    [Test]
    public void A_draft_is_changed_by_what_it_says_and_not_by_what_it_asks()
    {
        Assert.That(Injection.Differs(Draft, Draft with { Questions = [new("suspect00000001", "SUSPECT", "", [3])] }), Is.False);
        Assert.That(Injection.Differs(Draft, Draft with { Model = Draft.Model with { Tenant = "Shop" } }), Is.True);
        Assert.That(Injection.Differs(Draft, Draft with { Model = Draft.Model with { Entities = [new(["Order"], [new(["total"], ["int"], false)])] } }), Is.True);
        Assert.That(Injection.Differs(Draft, Draft with { Model = Draft.Model with { Grants = [new("viewer", ["delete"], "Order")] } }), Is.True);
    }
}
