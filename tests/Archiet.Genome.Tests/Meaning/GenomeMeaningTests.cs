namespace Archiet.Genome.Tests.Meaning;

/// <summary>What only the whole genome shows, at its places, and what looks like it and is meant.</summary>
public sealed class GenomeMeaningTests
{
    private const string Shop = """
        roles: { clerk: Sells., owner: Owns. }
        entities:
          Clerk: { member: true, fields: { name: { type: string, max: 80, required: true } } }
          Customer: { fields: { clerk: { type: Clerk }, key: { type: string, max: 9, secret: true } } }
          Order: { fields: { customer: { type: Customer }, number: { type: int, required: true }, margin: { type: int } } }

        """;

    [Test]
    public void A_state_behind_one_that_is_not_reached_is_no_second_mistake() => GenomeCheck.Findings("""
        enums: { Status: [open, lost, found, kept] }
        entities:
          Order:
            fields: { status: { type: Status } }
            lifecycle:
              field: status
              initial: {|ARC0242:open|}
              transitions:
                find: { from: lost, to: found }
                keep: { from: found, to: kept }
        """);

    [Test]
    public void States_that_only_lead_to_each_other_are_one_mistake() => GenomeCheck.Findings("""
        enums: { Status: [open, lost, found] }
        entities:
          Order:
            fields: { status: { type: Status } }
            lifecycle:
              field: status
              initial: {|ARC0242:open|}
              transitions:
                find: { from: lost, to: found }
                lose: { from: found, to: lost }
                stay: { from: open, to: open }
        """);

    [Test]
    public void Grants_of_several_capabilities_add_up() => GenomeCheck.Findings(Shop + """
        capabilities:
          sell: { to: [clerk], allow: { Order: { do: [list, read, create], fields: [number] } } }
          more: { to: [clerk, owner], allow: { Order: { do: [create], fields: [customer, number] } } }
          look: { to: [owner], allow: { Order: [list, read], Customer: [list, read, update] } }
        """);

    [Test]
    public void Two_grants_that_allow_the_same_are_one_mistake() => GenomeCheck.Findings(Shop + """
        capabilities:
          sell: { to: [clerk, owner], allow: { Order: [list, read] } }
          look: { to: [owner, clerk], allow: { {|ARC0248:Order|}: [list, read] } }
        """);

    [Test]
    public void A_grant_with_a_condition_covers_none_without() => GenomeCheck.Findings(Shop + """
        capabilities:
          sell: { to: [clerk, owner], allow: { Order: { do: [list, read], where: this.number > 3 } } }
          look: { to: [owner], allow: { Order: [list, read] } }
        """);

    [Test]
    public void What_one_role_sees_is_no_leak_of_another() => GenomeCheck.Findings(Shop + """
        capabilities:
          sell: { to: [clerk], allow: { Customer: { do: [list, read], where: {|ARC0250:this.clerk == user|} }, Order: [list, read] } }
          look: { to: [owner], allow: { Customer: { do: [list, read], where: this.clerk == user }, Order: { do: [list, read], fields: { except: [customer] } } } }
        """);

    [Test]
    public void What_is_written_is_read_by_someone() => GenomeCheck.Findings("""
        roles: { clerk: Sells., owner: Owns. }
        entities:
          Order: { fields: { number: { type: int, required: true }, {|ARC0247:margin|}: { type: int }, key: { type: string, max: 9, secret: true } } }
          {|ARC0247:Wish|}: { fields: { text: { type: text, required: true } } }
        capabilities:
          sell: { to: [clerk], allow: { Order: { do: [list, read], fields: [number] }, Wish: [create] } }
          make: { to: [owner], allow: { Order: [create] } }
        """);

    [Test]
    public void Long_ways_round_are_told_in_full()
    {
        const string Text = """
            entities:
              A: { fields: { b: { type: B, required: true } } }
              B: { fields: { c: { type: C, required: true }, store: { type: Store, required: true } } }
              C: { fields: { a: { type: A, required: true } } }
              D: { fields: { up: { type: D, required: true } } }
              E: { fields: { a: { type: A, required: true } } }
            """;

        Assert.That(GenomeCheck.Compile(Text).Diagnostics.Select(static diagnostic => diagnostic.Message), Is.EqualTo(new[]
        {
            "No first row of 'A' can be made, because its references lead back to it: 'A.b' needs 'B', 'B.c' needs 'C', 'C.a' needs 'A'; make one of them optional.",
            "No first row of 'D' can be made, because its references lead back to it: 'D.up' needs 'D'; make one of them optional.",
        }));
    }

    [Test]
    public void Nothing_is_said_of_a_genome_that_has_other_mistakes() => GenomeCheck.Findings("""
        roles: { clerk: Sells., owner: Owns. }
        entities:
          Order: { fields: { number: { type: {|ARC0050:nubmer|}, required: true } } }
        capabilities:
          sell: { to: [clerk], allow: { Order: [create] } }
        """);
}
