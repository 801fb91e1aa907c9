using Archiet.Genome;
using System.Globalization;
using Archiet.Draft.Items;
using Archiet.Draft.Merging;
using Archiet.Draft.Prose;
using Archiet.Draft.Writing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>What holds of a draft whatever a reader makes of a document.</summary>
[TestFixture(false)]
[TestFixture(true)]
public sealed class DraftPropertyTests(bool isTalkative)
{
    private const int Tries = 150;

    [Test]
    public void A_draft_compiles_but_for_being_one_whatever_is_found() => ForAll(items =>
        Assert.That(Drafts.Faults(Drafts.Genome(Make(items))), Is.Empty));

    [Test]
    public void Every_order_of_arrival_gives_the_same_bytes() => ForAll(items =>
    {
        var result = Make(items);
        Assert.That(Make([.. items.Reverse()]).Files, Is.EqualTo(result.Files));
    });

    [Test]
    public void Every_element_has_a_sentence_or_a_question() => ForAll(items =>
    {
        var draft = Merged(items);
        var asked = draft.Questions.SelectMany(static question => question.Paths.Append(question.About)).ToList();
        var unaccounted = ElementEvidence.Of(draft).Where(element => element.Evidence.Count == 0 && !asked.Exists(path => path.Length > 0 && (element.Path + ".").StartsWith(path + ".", StringComparison.Ordinal)))
            .Select(static element => element.Path);
        Assert.That(unaccounted, Is.Empty);
    });

    [Test]
    public void First_options_make_a_genome_without_any_finding() => ForAll(items =>
    {
        var genome = Drafts.AnswerAllAsync(Document, items).GetAwaiter().GetResult();
        Assert.That(Archiet.Genome.GenomeFrontEnd.Compile([new("orders.genome.yaml", genome)]).Diagnostics.Select(static found => found.Descriptor.Id + ": " + found.Message), Is.Empty);
    }, 60);

    [Test]
    public void A_draft_is_laid_out_already() => ForAll(items =>
    {
        var genome = Drafts.Genome(Make(items));
        Assert.That(Archiet.Genome.Formatting.GenomeFormatter.Format([new("orders.draft.genome.yaml", genome)])[0].Text, Is.EqualTo(genome));
    }, 100);

    /// <summary>What is tried is worth trying: drafts of all kinds of elements come of it.</summary>
    [Test]
    public void Items_become_much()
    {
        var drafts = Gen.Sample(ItemGenerator.Items, 60, new Rnd(20261122, 1), 120).Select(items => DraftMerge.Merge("talk", ItemGenerator.Talkative, items, Draft.Questions.Answers.None, new Dictionary<string, string>())).ToList();
        var entities = drafts.SelectMany(static draft => draft.Entities).ToList();
        var fields = entities.SelectMany(static entity => entity.Fields).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(entities, Has.Count.GreaterThan(300));
            Assert.That(entities.Count(static entity => entity.Lifecycle is not null), Is.GreaterThan(5));
            Assert.That(entities.Count(static entity => entity.Rules.Count > 0), Is.GreaterThan(5));
            Assert.That(fields.Count(static field => field.Owned), Is.GreaterThan(0));
            Assert.That(fields.Count(static field => field.Many), Is.GreaterThan(3));
            Assert.That(drafts.SelectMany(static draft => draft.Enums).Count(), Is.GreaterThan(30));
            Assert.That(drafts.SelectMany(static draft => draft.Grants).Count(static grant => grant.Where.Length > 0), Is.GreaterThan(5));
        });
    }

    [Test]
    public void No_culture_changes_a_byte()
    {
        var files = Make(Prd.Items).Files;
        foreach (var culture in new[] { "tr-TR", "ar-SA", "de-DE", "fa-IR", "th-TH" })
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            try
            {
                Assert.That(Make(Prd.Items).Files, Is.EqualTo(files), culture);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    /// <summary>One in which little of what is found is said, or one in which all of it is.</summary>
    private ProseDocument Document => isTalkative ? ItemGenerator.Talkative : Prd.Document;

    private DraftResult Make(IReadOnlyList<DraftItem> items) => Drafts.MakeAsync(Document, items).GetAwaiter().GetResult();

    private MergedDraft Merged(IReadOnlyList<DraftItem> items) => DraftMerge.Merge("orders", Document, items, Draft.Questions.Answers.None, new Dictionary<string, string>());

    private static void ForAll(Action<DraftItem[]> holds, int tries = Tries) => Prop.ForAll(ItemGenerator.Items.ToArbitrary(), holds).Check(
        Config.QuickThrowOnFailure.WithMaxTest(tries).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261122, 1), FSharpOption<int>.None))));
}
