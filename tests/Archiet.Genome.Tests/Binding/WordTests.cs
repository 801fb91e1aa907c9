using Archiet.Genome.Binding;

namespace Archiet.Genome.Tests.Binding;

/// <summary>What becomes of the words that a genome says beyond fields and their types.</summary>
public sealed class WordTests
{
    private const string Shop = """
        genome: "1.0"
        app: { name: Shop, namespace: Shop, x-team: { b: 1, a: [true, ~] } }
        tenancy: { tenant: Store }
        x-top: 1
        roles: { clerk: { description: Sells., x-color: red } }
        types:
          Token: { base: string, max: 30, secret: true }
        enums:
          Status:
            members:
              open: Not yet paid.
              paid: { description: Paid in full., stored: PAID }
              gone: Gone.
        mixins:
          Audited:
            fields:
              createdAt: { type: timestamp, onCreate: now() }
              number: { type: int, required: true, unique: true }
              twice: { type: long, computed: this.number * 2, stored: true }
            indexes: { byCreated: [createdAt] }
            rules: { positive: { check: this.number > 0, message: Positive. } }
        entities:
          Store: { fields: { name: { type: string, max: 80, required: true } } }
          Clerk: { member: true, fields: { name: { type: string, max: 80, required: true } } }
          Tag: { fields: { name: { type: string, max: 40, required: true, unique: true }, parent: { type: Tag } } }
          Line:
            order: [at]
            fields: { at: { type: int, required: true }, amount: { type: "decimal(12,2)", required: true } }
          Order:
            mixins: [Audited]
            display: code
            order: [-placedAt, code]
            softDelete: true
            list: { sort: [placedAt], filter: [status, seller] }
            x-order: { y: 2 }
            fields:
              code: { type: string, max: 20, required: true, writeOnce: true, personal: true }
              net: { type: "decimal(12,2)", required: true }
              sum: { type: "decimal(28,2)", computed: "this.lines.sum(l, l.amount)" }
              lines: { type: Line, owned: true, min: 1, max: 9 }
              tags: { type: Tag, many: true, description: What it is about. }
              token: { type: Token, financial: true }
              status: { type: Status }
              seller: { type: Clerk }
              placedAt: { type: timestamp, required: true }
              endsAt: { type: timestamp }
              paidAt: { type: timestamp }
            unique:
              once: { fields: [seller, status], where: this.net > 0.00, message: Only once. }
            rules:
              free: { noOverlap: { key: [seller], from: placedAt, to: endsAt, where: this.status != 'gone' }, message: Taken. }
            lifecycle:
              field: status
              initial: open
              transitions:
                pay: { from: open, to: paid, when: this.placedAt <= now(), message: Too early., sets: { paidAt: now() } }
                drop: { from: [open, paid], to: gone }
        capabilities:
          sell:
            to: [clerk]
            allow:
              Order: { do: [list, read, pay, drop, restore], where: this.seller == user, fields: [code, token, status, paidAt, tags] }
              Tag: { do: [read, update], fields: { except: [parent] } }
              Store: { do: [read, update], fields: { set: [name] } }
            run: [closeDay]
        operations:
          closeDay:
            input: { order: { type: Order, required: true } }
            output: { total: { type: "decimal(12,2)" } }
        seed:
          Tag:
            fresh: { name: Fresh, parent: good }
            good: { name: Good }
        questions:
          who: { ask: Who?, answer: The clerk. }

        """;

    private BoundGenome genome = null!;

    private BoundEntity Order => genome.Entities.Single(static entity => entity.Name == "Order");

    [OneTimeSetUp]
    public void BindTheShop() => genome = GenomeCheck.Bind(Shop);

    [Test]
    public void A_mixin_comes_before_the_fields_of_the_entity_and_brings_its_constraints()
    {
        Assert.That(Order.Fields.Take(4).Select(static field => field.Name), Is.EqualTo(["createdAt", "number", "twice", "code"]));
        Assert.That(Order.Fields[2].Computed, Is.Not.Null.And.Property(nameof(BoundComputed.Stored)).True);
        Assert.That(Order.Uniques.Select(static unique => unique.Name), Is.EqualTo(["number", "once"]));
        Assert.That(Order.Indexes.Single().Name, Is.EqualTo("byCreated"));
        Assert.That(Order.Rules.Single(), Is.EqualTo(new BoundRule("positive", Order.Rules.Single().Check, "Positive.")).And.Property("Check").Property("Text").EqualTo("this.number > 0"));
    }

    [Test]
    public void Rows_are_no_fields()
    {
        Assert.That(Order.Children.Single(), Is.EqualTo(new BoundChildren("lines", "Line", 1, 9, "")));
        Assert.That(Order.Links.Single(), Is.EqualTo(new BoundLink("tags", "Tag", "What it is about.")));
        Assert.That(Order.Fields.Select(static field => field.Name), Has.No.Member("lines").And.No.Member("tags"));
        Assert.That(genome.Entities.Single(static entity => entity.Name == "Line").Owner, Is.EqualTo("Order"));
        Assert.That(genome.Outline.FindEntity("Line"), Has.Property("Owner").EqualTo("Order").And.Property("OwnerField").EqualTo("lines"));
    }

    [Test]
    public void A_field_has_the_classes_of_its_type_and_its_own()
    {
        Assert.That(Field("token").Classification, Is.EqualTo(Classification.Secret | Classification.Financial));
        Assert.That(Field("code"), Has.Property("Classification").EqualTo(Classification.Personal).And.Property("WriteOnce").True);
        Assert.That(Field("net").Classification, Is.EqualTo(Classification.None));
    }

    [Test]
    public void A_computed_field_is_required_where_its_expression_always_has_a_value()
    {
        Assert.That(Field("sum"), Has.Property("Required").True.And.Property("Computed").Property("Stored").False);
        Assert.That(GenomeCheck.Bind("entities: { Bill: { fields: { net: { type: int }, twice: { type: long, computed: this.net * 2 } } } }").Entities[0].Fields[1].Required, Is.False);
    }

    [Test]
    public void A_lifecycle_makes_its_field_required()
    {
        var lifecycle = Order.Lifecycle!;

        Assert.That(Field("status").Required, Is.True);
        Assert.That(lifecycle, Has.Property("Field").EqualTo("status").And.Property("Initial").EqualTo("open"));
        Assert.That(lifecycle.Transitions.Select(static way => $"{way.Name}: {string.Join(",", way.From)} > {way.To}"), Is.EqualTo(["drop: open,paid > gone", "pay: open > paid"]));
        Assert.That(lifecycle.Transitions[1], Has.Property("Message").EqualTo("Too early.").And.Property("When").Property("Text").EqualTo("this.placedAt <= now()"));
        Assert.That(lifecycle.Transitions[1].Sets.Single(), Has.Property("Field").EqualTo("paidAt").And.Property("Value").Property("Text").EqualTo("now()"));
        Assert.That(genome.Outline.FindEntity("Order"), Has.Property("SoftDelete").True.And.Property("Transitions").EqualTo(EquatableArray.Of("drop", "pay")));
    }

    [Test]
    public void Constraints_have_conditions_and_messages()
    {
        Assert.That(Order.Uniques[1], Has.Property("Message").EqualTo("Only once.").And.Property("Where").Property("Text").EqualTo("this.net > 0"));
        Assert.That(Order.Overlaps.Single(), Is.EqualTo(new BoundOverlap("free", EquatableArray.Of("seller"), "placedAt", "endsAt", Order.Overlaps.Single().Where, "Taken.")));
    }

    [Test]
    public void Lists_are_sorted_filtered_and_ordered_by_fields()
    {
        Assert.That(Order.List, Is.EqualTo(new BoundList(EquatableArray.Of("placedAt"), EquatableArray.Of("seller", "status"))));
        Assert.That(Order.Order, Is.EqualTo(EquatableArray.Of(new BoundSort("placedAt", true), new BoundSort("code", false))));
        Assert.That(Order, Has.Property("Display").EqualTo("code").And.Property("SoftDelete").True);
    }

    [Test]
    public void A_grant_has_transitions_a_condition_and_fields()
    {
        var grants = genome.Outline.Capabilities.Single().Grants;

        Assert.That(grants[0], Has.Property("Operations").EqualTo(Operations.List | Operations.Read | Operations.Restore).And.Property("Transitions").EqualTo(EquatableArray.Of("drop", "pay")));
        Assert.That(grants[0].Where!.Text, Is.EqualTo("this.seller == user"));
        Assert.That(grants[0].Fields, Is.EqualTo(new BoundFieldList(EquatableArray.Of("code", "tags", "status", "paidAt"), EquatableArray.Of("code", "tags", "token", "paidAt"))));
        Assert.That(grants[1].Fields, Is.EqualTo(new BoundFieldList(EquatableArray.Of("name"), EquatableArray.Of("name"))));
        Assert.That(grants[2].Fields, Is.EqualTo(new BoundFieldList(EquatableArray.Of("name"), EquatableArray.Of("name"))));
        Assert.That(genome.Outline.Capabilities.Single().Run, Is.EqualTo(EquatableArray.Of("closeDay")));
    }

    [Test]
    public void An_operation_has_an_input_and_an_output()
    {
        var operation = genome.Outline.Operations.Single();

        Assert.That(operation.Name, Is.EqualTo("closeDay"));
        Assert.That(operation.Input.Single().Type, Is.EqualTo(new FieldType(FieldKind.Reference, "Order")));
        Assert.That(operation.Output.Single(), Has.Property("Required").False);
    }

    [Test]
    public void Seed_rows_are_ranked_behind_those_that_they_refer_to() =>
        Assert.That(genome.Entities.Single(static entity => entity.Name == "Tag").Seed, Is.EqualTo(EquatableArray.Of(
            new BoundSeedRow("fresh", EquatableArray.Of(new BoundSeedValue("name", "Fresh", null), new BoundSeedValue("parent", null, "good")), 1),
            new BoundSeedRow("good", EquatableArray.Of(new BoundSeedValue("name", "Good", null)), 0))));

    [Test]
    public void A_member_is_stored_as_it_says() =>
        Assert.That(genome.Outline.Vocabulary.Enums.Single().Members.Select(static member => member.Stored), Is.EqualTo(["open", "PAID", "gone"]));

    [Test]
    public void Keys_of_the_users_own_are_carried_as_canonical_JSON()
    {
        Assert.That(genome.Outline.App.Extensions, Is.EqualTo(EquatableArray.Of(new BoundExtension("x-team", """{"a":[true,null],"b":1}"""), new BoundExtension("x-top", "1"))));
        Assert.That(genome.Outline.App.Roles.Single().Extensions, Is.EqualTo(EquatableArray.Of(new BoundExtension("x-color", "\"red\""))));
        Assert.That(Order.Extensions, Is.EqualTo(EquatableArray.Of(new BoundExtension("x-order", """{"y":2}"""))));
    }

    private BoundField Field(string name) => Order.Fields.Single(field => field.Name == name);
}
