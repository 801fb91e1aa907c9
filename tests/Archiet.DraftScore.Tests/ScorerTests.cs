using Archiet.DraftScore.Model;
using Archiet.DraftScore.Reading;
using Archiet.DraftScore.Scoring;

namespace Archiet.DraftScore.Tests;

/// <summary>Scores of a small draft, reckoned by hand.</summary>
public sealed class ScorerTests
{
    private const string ReferenceText = """
        reference: shop
        document: shop.md
        prefixes: [crm]
        tenant: Store
        roles: { manager: { aliases: [boss] }, clerk: {}, guest: { optional: true } }
        entities:
          Store: { fields: { name: string } }
          Order:
            aliases: [Purchase]
            fields:
              number: string/int!
              total|amount: decimal!
              note: text?
              paidAt: timestamp? optional
          OrderLine: { aliases: [LineItem], fields: { quantity: int } }
          Customer: { fields: { name: string } }
          Payment: { fields: { amount: decimal } }
          Basket: { optional: true, fields: {} }
        relationships:
          Order - Customer: reference
          OrderLine - Order: owned
          Payment - Order: reference
          Order - Basket: reference optional
          Order - Store: reference
        permissions:
          manager: { Order: [view, create, delete/remove] }
          clerk: { Order: [view] }
        mayPermit:
          clerk: { Order: [create] }
        rules:
          - { entity: Order, kind: check, expression: "this.total > 0" }
          - { entity: Order, kind: unique, fields: [number] }
          - { entity: Order, kind: transition, name: pay, from: open, to: paid }
          - { entity: Customer, kind: unique, optional: true }
        screens:
          - { name: Order list|Orders, entity: Order, kind: list }
          - { name: Dashboard, kind: dashboard }
        compliance:
          - { name: gdpr }
          - { name: soc2 }
        ambiguities:
          - { id: A1, lines: [3], codes: [CARD], path: Order > Customer, why: one or many }
          - { id: A2, lines: [5], codes: [FIELDS], path: Order.fields.total, why: which currency }
          - { id: A3, lines: [7], codes: [LIMITS], path: Payment, why: fast }
          - { id: A4, lines: [9], codes: [BRANCH], path: Order.lifecycle, why: no way back }
          - { id: A5, lines: [11], codes: [ACTOR], path: roles.manager, why: who }
        """;

    private const string DraftText = """
        genome: "1.0"
        status: draft
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        roles: { boss: Runs it., guest: Looks., robot: Works. }
        enums: { State: [open, paid] }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true } } }
          CrmPurchase:
            fields:
              number: { type: int, required: true, unique: true }
              total: { type: "decimal(12,2)", min: 0 }
              purchaseNote: { type: text, required: true }
              paidAt: { type: timestamp }
              color: { type: text }
              state: { type: State }
              customer: { type: Customer, required: true }
              basket: { type: Basket }
              store: { type: Warehouse }
            rules: { positive: { check: "this.total > 0", message: Positive. } }
            lifecycle: { field: state, initial: open, transitions: { settle: { from: open, to: paid } } }
          LineItem: { fields: { quantity: { type: int, min: 1 }, purchase: { type: CrmPurchase } } }
          Customer: { fields: { fullName: { type: text } } }
          Basket: { fields: { name: { type: text } } }
          Warehouse: { fields: { name: { type: text } } }
        capabilities:
          run: { to: [boss], allow: { CrmPurchase: [list, read, create, update, settle] } }
          look: { to: [guest], allow: { CrmPurchase: [read] } }
          work: { to: [robot], allow: { CrmPurchase: [read] } }
        questions:
          card00000001: { ask: How many?, about: CrmPurchase.customer, source: "shop.md:3 S0002" }
          fields00000002: { ask: Which?, about: Customer }
          actor00000003: { ask: Who?, source: "shop.md:11 S0004", answer: The manager. }

        """;

    private const string SidecarText = """
        sources: "1.0"
        document: shop.md
        sha256: 00ff
        sentences:
          S0001: { line: 1, hash: a0, text: Shop }
          S0002: { line: 3, hash: a1, text: A customer places orders. }
          S0003: { line: 5, hash: a2, text: A purchase has a total. }
          S0004: { line: 11, hash: a3, text: The boss runs it. }
          S0005: { line: 13, hash: a4, text: Nobody needs this. }
        elements:
          CrmPurchase: [S0003]
          CrmPurchase.fields.total: [S0003]
          Customer: [S0002]
          Basket: [S0002]
          roles.boss: [S0004]
        dismissed: { S0001: heading }
        screens:
          Orders: { entity: CrmPurchase, kind: list, sentences: [S0002] }
          Start page: { kind: other }
        compliance: { "SOC 2": { sentences: [S0003] }, hipaa: {} }

        """;

    private DraftScores scores = null!;

    [OneTimeSetUp]
    public void Score() => scores = Scorer.Score(
        ReferenceReader.Read("shop.yaml", ReferenceText), DraftReader.Read(new("shop.draft.genome.yaml", DraftText), new("shop.draft.sources.yaml", SidecarText)));

    [Test]
    public void Entities_are_found_by_name_alias_and_without_prefix_and_optional_ones_score_neither_way()
    {
        // Store, Order by its alias behind a prefix, OrderLine by its alias, Customer; Payment is left out, Warehouse made up, Basket optional.
        Assert.That(scores.Entities.Counts, Is.EqualTo(new Counts(4, 1, 1)));
        Assert.That((scores.Entities.Missed[0], scores.Entities.Invented[0]), Is.EqualTo(("Payment", "Warehouse")));
    }

    [Test]
    public void Fields_are_those_of_entities_found()
    {
        // Store.name; Order: number, total, note under its owner's name; OrderLine.quantity. Customer.name left out. Made up: color, state, fullName. paidAt is optional.
        Assert.That(scores.Fields.Names.Counts, Is.EqualTo(new Counts(5, 1, 3)));
        // All five types are right. Of number, total and note, number is required as it should be; total should be and is not, note should not be and is.
        Assert.That(scores.Fields.Types, Is.EqualTo(new Share(5, 5)));
        Assert.That(scores.Fields.Required, Is.EqualTo(new Share(1, 3)));
    }

    [Test]
    public void Relationships_are_pairs_and_the_tenant_is_none()
    {
        // Found: Order-Customer, OrderLine-Order. Left out: Payment-Order. Made up: CrmPurchase-Warehouse. Order-Basket is optional, Order-Store is tenancy.
        Assert.That(scores.Relationships.EndToEnd.Counts, Is.EqualTo(new Counts(2, 1, 1)));
        // Given the entities that both have, Payment and Warehouse are out.
        Assert.That(scores.Relationships.Given.Counts, Is.EqualTo(new Counts(2, 0, 0)));
        // OrderLine should be owned and refers.
        Assert.That(scores.Relationships.Cardinality, Is.EqualTo(new Share(1, 2)));
    }

    [Test]
    public void Roles_are_found_by_alias() => Assert.That(scores.Roles.Counts, Is.EqualTo(new Counts(1, 1, 1)), "manager as boss; clerk left out; robot made up; guest optional");

    [Test]
    public void Permissions_are_triples()
    {
        // manager views and creates. Left out: manager deletes, clerk views. Made up: manager updates and settles, robot views. What the guest may is not judged.
        Assert.That(scores.Permissions.Counts, Is.EqualTo(new Counts(2, 2, 3)));
    }

    [Test]
    public void Rules_are_pairs_of_entity_and_kind()
    {
        // Found: the check, the unique number, a transition by another name. Made up: limits of total and quantity.
        Assert.That(scores.Rules.Kinds.Counts, Is.EqualTo(new Counts(3, 0, 2)));
        Assert.That(scores.Rules.Exact, Is.EqualTo(new Share(3, 3)));
    }

    [Test]
    public void Screens_and_regimes_are_found_by_name()
    {
        Assert.That(scores.Screens.Counts, Is.EqualTo(new Counts(1, 1, 1)));
        Assert.That(scores.Compliance.Counts, Is.EqualTo(new Counts(1, 1, 1)));
    }

    [Test]
    public void Ambiguities_are_asked_or_guessed()
    {
        var ambiguity = scores.Ambiguity!;

        Assert.That(ambiguity.AskedIds, Is.EqualTo(["A1", "A5"]));
        // The total has a type and nobody asks, and so has the lifecycle; of payments the draft says nothing.
        Assert.That(ambiguity.Silent, Is.EqualTo(["A2", "A4"]));
        Assert.That((ambiguity.Asked, ambiguity.SilentGuesses, ambiguity.WorthAsking), Is.EqualTo((new Share(2, 5), new Share(2, 5), new Share(2, 3))));
    }

    [Test]
    public void What_a_draft_says_has_a_sentence_or_a_question()
    {
        var provenance = scores.Provenance!;

        // Five paths have sentences; CrmPurchase.customer and all fields of Customer are asked about. All: 3 roles, 3 grants, 6 entities, 9 + 2 + 4 fields, a rule, a transition.
        Assert.That(provenance.Traced, Is.EqualTo(new Share(7, 3 + 3 + 6 + 15 + 2)));
        // No word of Basket stands in S0002.
        Assert.That(provenance.Supported, Is.EqualTo(new Share(4, 5)));
        Assert.That(provenance.Covered, Is.EqualTo(new Share(4, 5)));
        Assert.That(provenance.Cited, Is.EqualTo(new Share(3, 5)));
    }

    [TestCase("FIELDS", "Order", "Order.fields.total", true)]
    [TestCase("CARD", "Order", "Order.fields.total", false)]
    [TestCase("CARD", "Order.total", "Order.fields.total", true)]
    [TestCase("ACTOR", "Order.pay", "Order.lifecycle.transitions.pay", true)]
    [TestCase("VERB", "Order", "capabilities.sell.allow.Order", true)]
    [TestCase("CARD", "Order", "capabilities.sell.allow.Order", false)]
    [TestCase("VERB", "Order", "capabilities.sell.allow.BackOrder", false)]
    [TestCase("TENANT", "", "Order", false)]
    public void A_question_stands_for_what_it_is_about(string code, string about, string element, bool stands)
    {
        var draft = new ScoredDraft(new("Store", [], [], []), [new("q", code, about, [])], [element], new("shop.md", "", default, default, default));

        Assert.That(ProvenanceScorer.Score(draft)!.Traced, Is.EqualTo(new Share(stands ? 1 : 0, 1)));
    }

    [Test]
    public void A_reference_scores_nothing_but_ones_against_itself()
    {
        var reference = ReferenceReader.Read("shop.yaml", ReferenceText);
        var model = reference.Model;
        var draft = new ScoredDraft(
            model with { Grants = [.. model.Grants.Where(static grant => !grant.IsOptional)], Rules = [.. model.Rules.Where(static rule => !rule.IsOptional)] },
            [.. reference.Ambiguities.Select(static ambiguity => new ScoredQuestion("q", ambiguity.Codes[0], "", ambiguity.Lines))], [], null);

        var perfect = Scorer.Score(reference, draft);

        foreach (var (name, score) in Output.ScoreTable.Categories(perfect))
        {
            Assert.That((score.Counts.F1, score.Counts.F2), Is.EqualTo((1.0, 1.0)), name);
        }
        Assert.That((perfect.Fields.Types.Value, perfect.Relationships.Cardinality.Value, perfect.Rules.Exact.Value), Is.EqualTo((1.0, 1.0, 1.0)));
        Assert.That((perfect.Ambiguity!.Asked.Value, perfect.Ambiguity.SilentGuesses.Value, perfect.Ambiguity.WorthAsking.Value), Is.EqualTo((1.0, 0.0, 1.0)));
    }

    [TestCase(3, 1, 2, 0.6, 0.75, 2.0 / 3, 0.714285714)]
    [TestCase(0, 1, 1, 0, 0, 0, 0)]
    [TestCase(2, 0, 0, 1, 1, 1, 1)]
    public void Figures_follow_from_counts(int hits, int missed, int invented, double precision, double recall, double f1, double f2)
    {
        var counts = new Counts(hits, missed, invented);

        Assert.That(new[] { counts.Precision, counts.Recall, counts.F1, counts.F2 }, Is.EqualTo(new[] { precision, recall, f1, f2 }).Within(1e-6));
    }

    [Test]
    public void Of_nothing_there_is_no_figure()
    {
        Assert.That(Counts.None.F1, Is.NaN);
        Assert.That(Output.ScoreTable.Two(Counts.None.F1), Is.EqualTo("-"));
    }

    [Test]
    public void Tables_have_a_line_for_each_category_and_add_documents_up()
    {
        var table = Output.ScoreTable.Write("both", [scores, scores]);

        Assert.That(table, Does.Contain("\n| entities | 0.80 | 0.80 | 0.80 | 0.80 | 8 | 2 | 2 | 0 |\n").And.Contain("\n| ambiguities asked | 0.40 | 10 |\n"));
        Assert.That(Output.ScoreTable.WriteSummary([("shop", scores)]), Does.EndWith("| shop | 0.80 | 0.71 | 0.67 | 1.00 | 0.50 | 0.44 | 0.75 | 0.50 | 0.50 | 3 | 0.40 | 0.40 |\n\n"));
    }

    [Test]
    public void A_draft_with_mistakes_is_not_scored() => Assert.That(
        () => DraftReader.Read(new("a.genome.yaml", "genome: \"1.0\"\n"), null), Throws.TypeOf<FormatException>().With.Message.StartsWith("a.genome.yaml(1,1): ARC"));
}
