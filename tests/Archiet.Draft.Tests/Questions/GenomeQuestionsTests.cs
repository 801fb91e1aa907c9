using Archiet.Draft.Questions;
using Archiet.Genome;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Tests.Questions;

public sealed class GenomeQuestionsTests
{
    private const string Shop = """
        genome: "1.0"
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        roles: { clerk: Sells. }
        enums:
          Stage: [open, packed]
        entities:
          Store:
            fields:
              name: { type: string, max: 80, required: true }
          Customer:
            fields:
              name: { type: string, max: 80, required: true }
              code: { type: string, max: 10 }
          Order:
            fields:
              customer: { type: Customer }
              title: { type: text }
              total: { type: "decimal(12,2)" }
              pickUp: { type: time }
              stage: { type: Stage }
            lifecycle:
              field: stage
              initial: open
              transitions:
                pack: { from: open, to: packed }
          Note:
            fields: { words: { type: string, max: 80 } }
        capabilities:
          sell: { to: [clerk], allow: { Order: [list, read, create, update, pack], Customer: [list, read, create, delete], Note: [list, read] } }
        """;

    [TestCase("CARD", "Customer", 17, 7)]
    [TestCase("BRANCH", "Order.stage", 25, 7)]
    [TestCase("REGIME", "Customer", 13, 7)]
    [TestCase("VERB", "Note", 27, 3)]
    [TestCase("RULE", "Customer.code", 14, 7)]
    [TestCase("LIMITS", "Order.title", 18, 7)]
    [TestCase("FIELDS", "", 19, 7)]
    [TestCase("LIMITS", "", 20, 7)]
    public void A_rule_asks_at_the_place_of_what_it_is_about(string code, string about, int line, int column)
    {
        var question = Ask(Shop).Questions.Single(known => known.Question.Code == code && known.Question.About == about);

        Assert.That((question.Span.Path, question.Span.Line, question.Span.Column), Is.EqualTo(("shop.genome.yaml", line, column)));
    }

    [Test]
    public void What_the_genome_has_as_a_question_is_not_asked_again()
    {
        var text = Shop.ReplaceLineEndings("\n") + "\n";
        var all = Ask(text).Questions;
        var answered = text + "questions:\n" + string.Concat(all.Select(static question => $"  {question.Question.Key}: {{ ask: Asked., answer: Answered. }}\n"));

        Assert.That(all, Has.Count.EqualTo(8));
        Assert.That(Ask(answered).Questions, Is.Empty);
    }

    [Test]
    public void What_is_said_is_not_asked()
    {
        var said = Shop.Replace("customer: { type: Customer }", "customer: { type: Customer, onDelete: restrict }", StringComparison.Ordinal)
            .Replace("code: { type: string, max: 10 }", "code: { type: string, max: 10, unique: true }", StringComparison.Ordinal)
            .Replace("title: { type: text }", "title: { type: text, max: 400 }", StringComparison.Ordinal).Replace("packed", "closed", StringComparison.Ordinal)
            .Replace("pickUp: { type: time }", "currency: { type: string, max: 3 }", StringComparison.Ordinal).Replace("Note: [list, read]", "Note: [list, read, create]", StringComparison.Ordinal);

        Assert.That(Ask(said).Questions.Select(static question => question.Question.Code), Is.EqualTo(new[] { "REGIME" }));
    }

    [Test]
    public void A_genome_with_a_mistake_is_not_asked_about()
    {
        var asked = Ask(Shop.Replace("type: Customer", "type: Custmer", StringComparison.Ordinal));

        Assert.That(asked.Questions, Is.Empty);
        Assert.That(asked.Errors, Is.Not.Empty);
    }

    [Test]
    public void Questions_are_written_into_a_file_that_is_laid_out_and_change_nothing_else()
    {
        var file = new GenomeFile("shop.genome.yaml", GenomeFormatter.Format([new("shop.genome.yaml", Shop.ReplaceLineEndings("\n") + "\n")])[0].Text!);

        var written = GenomeQuestions.Write(file, [.. GenomeQuestions.Ask([file]).Questions.Select(static question => question.Question)]);

        Assert.That(written, Does.StartWith(file.Text));
        Assert.That(GenomeQuestions.Ask([file with { Text = written! }]).Questions, Is.Empty);
    }

    [Test]
    public void A_file_of_another_layout_stays_as_it_is()
    {
        var file = new GenomeFile("shop.genome.yaml", Shop.Replace("  Store:", "  Store :", StringComparison.Ordinal));

        Assert.That(GenomeQuestions.Write(file, [.. GenomeQuestions.Ask([file]).Questions.Select(static question => question.Question)]), Is.Null);
    }

    [Test]
    public void A_key_is_of_what_is_asked_and_not_of_its_words() => Assert.Multiple(() =>
    {
        Assert.That(QuestionKeys.Of("CARD", "Order.customer", "delete"), Is.EqualTo(QuestionKeys.Of("CARD", "Order.customer", "delete")));
        Assert.That(QuestionKeys.Of("CARD", "Order.customer", "delete"), Does.Match("^card[0-9a-f]{8}$"));
        Assert.That(QuestionKeys.Of("CARD", "Order.customer", "required"), Is.Not.EqualTo(QuestionKeys.Of("CARD", "Order.customer", "delete")));
    });

    private static AskedGenome Ask(string text) => GenomeQuestions.Ask([new("shop.genome.yaml", text.ReplaceLineEndings("\n"))]);
}
