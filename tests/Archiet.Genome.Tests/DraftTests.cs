using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Tests;

/// <summary>Genomes that are not decided yet.</summary>
public sealed class DraftTests
{
    private const string Draft = """
        status: draft
        entities:
          Order: { fields: { number: { type: int, required: true } } }
        questions:
          who: { ask: Who sells?, about: Order, source: "docs/prd.md:34 S0012", options: [a clerk, the owner] }
          when: { ask: When?, answer: Today. }

        """;

    [Test]
    public void A_draft_and_its_open_questions_are_errors_at_their_places() => GenomeCheck.Findings(Draft
        .Replace("status: draft", "status: {|ARC6002:draft|}", StringComparison.Ordinal).Replace("who:", "{|ARC6001:who|}:", StringComparison.Ordinal));

    [Test]
    public void An_open_question_names_its_source() => Assert.That(
        GenomeCheck.Compile(Draft).Diagnostics.Single(static found => found.Descriptor == GenomeDiagnostics.OpenQuestion).Message,
        Is.EqualTo("The question 'who' about Order (docs/prd.md:34 S0012) is open: Who sells? (a clerk, the owner) Decide, and write the answer under 'answer'."));

    [Test]
    public void Neither_the_status_nor_a_source_reaches_what_is_compiled()
    {
        var decided = Draft.Replace("status: draft\n", "", StringComparison.Ordinal).Replace("owner] }", "owner], answer: a clerk }", StringComparison.Ordinal);

        Assert.That(GenomeCheck.Compile(Draft).Genome, Is.Null);
        Assert.That(Compile(Draft).Genome, Is.EqualTo(GenomeCheck.Bind(decided)).And.EqualTo(GenomeCheck.Bind(decided[..decided.IndexOf("questions:", StringComparison.Ordinal)])));
    }

    [Test]
    public void Who_looks_at_a_draft_sees_its_questions()
    {
        var questions = Compile(Draft).Questions;

        Assert.That(questions.Select(static question => (question.Name, question.Ask, question.About, question.Source, question.Answer, question.Span.Line)), Is.EqualTo(
            [("who", "Who sells?", "Order", "docs/prd.md:34 S0012", null, 5), ("when", "When?", "", "", (string?)"Today.", 6)]));
        Assert.That(questions[0].Options, Is.EqualTo(EquatableArray.Of("a clerk", "the owner")));
    }

    [Test]
    public void A_mistake_in_a_draft_is_one() => Assert.That(Compile(Draft.Replace("int", "integer", StringComparison.Ordinal)).Genome, Is.Null);

    private static CompiledGenome Compile(string text) => GenomeFrontEnd.CompileDraft([new("base.genome.yaml", GenomeCheck.Base), new("test.genome.yaml", text)]);
}
