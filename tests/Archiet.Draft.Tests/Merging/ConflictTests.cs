using Archiet.Draft.Items;
using Archiet.Draft.Merging;
using Archiet.Draft.Questions;
using Archiet.Draft.Tests.Pipeline;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Merging;

/// <summary>What contradicts itself is asked about with both sentences, and the last word wins nothing.</summary>
public sealed class ConflictTests
{
    [Test]
    public void Two_types_are_a_question_that_cites_both_sentences()
    {
        var draft = Merge(Field("total", "int", "An order has"), Field("total", "decimal(12,2)", "The total is never"));

        var question = draft.Questions.Single(static question => question is { Code: "FIELDS", About: "Order.total" });
        Assert.Multiple(() =>
        {
            Assert.That(question.Options, Is.EqualTo(new[] { "int", "decimal(12,2)" }));
            Assert.That(question.Evidence, Is.EqualTo(Prd.At("An order has").Concat(Prd.At("The total is never"))));
            Assert.That(Find(draft, "Order", "total").Type, Is.EqualTo("int"));
        });
    }

    [Test]
    public void An_answer_settles_it()
    {
        DraftItem[] items = [Field("total", "int", "An order has"), Field("total", "decimal(12,2)", "The total is never")];
        var key = Merge(items).Questions.Single(static question => question is { Code: "FIELDS", About: "Order.total" }).Key;

        var answered = Merge(Answers.Of([KeyValuePair.Create(key, "decimal(12,2)")]), items);

        Assert.That(Find(answered, "Order", "total").Type, Is.EqualTo("decimal(12,2)"));
        Assert.That(answered.Questions.Single(question => question.Key == key).Answer, Is.EqualTo("decimal(12,2)"));
    }

    [Test]
    public void Two_cardinalities_are_a_question()
    {
        var draft = Merge(
            Entity("Order"), Entity("Customer"), new RelationshipItem("Order", "Customer", RelationshipKind.Reference, "", Certainty.Yes, Basis.Stated, Prd.At("Each order belongs")),
            new RelationshipItem("Order", "Customer", RelationshipKind.ManyToMany, "", Certainty.Unknown, Basis.Stated, Prd.At("A clerk sees only their own customers")));

        var question = draft.Questions.Single(static question => question is { Code: "CARD", About: "Order.customer" });
        Assert.That(question.Evidence, Has.Count.EqualTo(2));
        Assert.That(question.Options, Is.EqualTo(new[] { "an Order has at most one Customer", "an Order has any number of Customer, and a Customer any number of Order" }));
    }

    [Test]
    public void Names_that_mean_one_thing_are_one_entity() =>
        Assert.That(Merge(Entity("orders"), Entity("ORDER"), Field("total", "int", "An order has")).Entities.Count(static entity => entity.Name.StartsWith("Order", StringComparison.Ordinal)), Is.EqualTo(1));

    [Test]
    public void An_alias_that_is_declared_too_is_asked_about()
    {
        var draft = Merge(Entity("Customer"), Entity("Order") with { Aliases = EquatableArray.Of("customer") });

        Assert.That(draft.Questions.Single(static question => question.Code == "MERGE").Options[0], Does.StartWith("one thing: "));
    }

    [Test]
    public void What_no_cited_sentence_speaks_of_is_asked_and_not_taken()
    {
        var draft = Merge(new EntityItem("Spaceship", "", Certainty.No, Certainty.No, Basis.Stated, Prd.At("An order has")), Entity("Order"));

        Assert.Multiple(() =>
        {
            Assert.That(draft.Entities.Select(static entity => entity.Name), Has.None.EqualTo("Spaceship"));
            Assert.That(draft.Questions, Has.Some.Matches<DraftQuestion>(static question => question is { Code: "KIND", About: "Spaceship" }));
            Assert.That(draft.LeftOut, Has.Some.Matches<LeftOut>(static absent => absent.What == "Spaceship"));
        });
    }

    [Test]
    public void What_no_name_can_be_made_of_is_left_out_and_asked_about()
    {
        var draft = Merge(Entity("Order"), Field("日本語", "int", "An order has"), Field("total", "int", "An order has"), new RoleItem("店員", "", Basis.Stated, Prd.At("A clerk can create")));

        Assert.Multiple(() =>
        {
            Assert.That(draft.Questions.Where(static question => question.Ask.Contains("No name of letters", StringComparison.Ordinal)).Select(static question => question.Code), Is.EquivalentTo(new[] { "FIELDS", "ACTOR" }));
            Assert.That(draft.Entities.Single(static entity => entity.Name == "Order").Fields.Select(static field => field.Name), Is.EqualTo(new[] { "total" }));
        });
    }

    [TestCase("их собственные")]
    [TestCase("published")]
    public void Words_that_nobody_can_read_as_a_condition_grant_nothing(string condition)
    {
        var draft = Merge(
            Entity("Order"), new RoleItem("clerk", "", Basis.Stated, Prd.At("A clerk can create")), new RoleItem("manager", "", Basis.Stated, Prd.At("A manager can delete")),
            new PermissionItem("manager", "manage", "Order", "", Basis.Stated, Prd.At("A manager can delete")),
            new PermissionItem("clerk", "read", "Order", condition, Basis.Stated, Prd.At("A clerk can create")));

        Assert.That(draft.Grants.Where(static grant => grant.Role == "clerk"), Is.Empty);
        Assert.That(draft.Questions.Single(static question => question.Code == "ACCESS").Options[0], Is.EqualTo("none, until somebody says"));
    }

    [Test]
    public void A_sentence_without_a_condition_does_not_widen_one_that_has_it()
    {
        var draft = Merge(
            Entity("Order"), new RoleItem("clerk", "", Basis.Stated, Prd.At("A clerk can create")),
            new PermissionItem("clerk", "edit", "Order", "", Basis.Stated, Prd.At("A clerk can create")),
            new PermissionItem("clerk", "read", "Order", "their own", Basis.Stated, Prd.At("A clerk places")));

        Assert.That(draft.Grants.Where(static grant => grant.Entity == "Order").Select(static grant => grant.Where), Is.EqualTo(new[] { "this.createdBy == user" }));
        Assert.That(draft.Questions.Single(static question => question.Options.Contains("only with those that they see")).Evidence, Has.Count.EqualTo(2));
    }

    [Test]
    public void Sentences_that_are_not_there_are_no_evidence() =>
        Assert.That(Merge(Entity("Order") with { Evidence = EquatableArray.Of("S9999") }).Entities.Select(static entity => entity.Name), Has.None.EqualTo("Order"));

    private static MergedDraft Merge(params DraftItem[] items) => Merge(Answers.None, items);

    private static MergedDraft Merge(Answers answers, params DraftItem[] items) => DraftMerge.Merge("orders", Prd.Document, items, answers, new Dictionary<string, string>());

    private static MergedField Find(MergedDraft draft, string entity, string field) => draft.Entities.Single(known => known.Name == entity).Fields.Single(known => known.Name == field);

    private static EntityItem Entity(string name) => new(name, "", Certainty.No, Certainty.No, Basis.Stated, Prd.At("Each order belongs"));

    private static FieldItem Field(string name, string type, string words) =>
        new("Order", name, type, Certainty.Unknown, EquatableArray<string>.Empty, "", "", Basis.Stated, Prd.At(words));
}
