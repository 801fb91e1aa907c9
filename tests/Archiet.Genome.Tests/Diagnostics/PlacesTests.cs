namespace Archiet.Genome.Tests.Diagnostics;

/// <summary>Findings stand on exactly the offending word, one for each mistake, and none for what follows from it.</summary>
public sealed class PlacesTests
{
    [Test]
    public void Every_mistake_of_a_file_is_found_at_once() => GenomeCheck.Findings("""
        roles:
          {|ARC0033:Owner|}: Runs the shop.
        types:
          Sku: { base: {|ARC0050:sting|}, max: 9 }
          {|ARC0021:Code|}: { base: string }
        enums:
          Size: [small, {|ARC0025:small|}, {|ARC0033:very large|}]
        values:
          Address:
            street: { type: string, max: {|ARC0062:none|} }
            store: { type: {|ARC0075:Store|} }
        entities:
          Order:
            {|ARC0020:feilds|}: {}
            fields:
              number: { type: int, {|ARC0020:requird|}: true }
              sku: { type: Sku }
              size: { type: Size, default: {|ARC0056:tiny|} }
              customer: { type: {|ARC0051:Customer|}, onDelete: {|ARC0057:nullify|} }
              {|ARC0035:id|}: { type: uuid }
              paid: { type: bool, default: {|ARC0065:"yes"|} }
              discount: { type: int, min: 10, max: {|ARC0063:5|} }
              {|ARC0021:note|}: { required: {|ARC0022:maybe|} }
            unique: { perStore: [number, {|ARC0055:year|}] }
            {|ARC0023:retention|}: 10y
        capabilities:
          sell: { to: [{|ARC0053:clerk|}], allow: { {|ARC0052:Orders|}: [read], Order: [{|ARC0054:view|}], Store: [{|ARC0090:create|}] } }
        """);

    [Test]
    public void Who_updates_reads_by_any_of_its_capabilities() => GenomeCheck.Findings("""
        roles: { owner: Runs the shop., clerk: Sells., buyer: Buys. }
        entities:
          Order: { fields: { number: { type: int } } }
        capabilities:
          look: { to: [owner], allow: { Order: [read] } }
          sell: { to: [owner, clerk], allow: { Order: [list, {|ARC0091:update|}] } }
          buy: { to: [buyer], allow: { Order: [{|ARC0054:raed|}, update] } }
        """);

    [Test]
    public void What_a_broken_part_may_declare_is_not_missed() => GenomeCheck.Findings("""
        entities:
          Customer:
            fields: {|ARC0002:{|} name: { type: string, max: 80 }
          Order:
            fields:
              customer: { type: Customer }
              clerk: { type: Clerk }
              total: { type: int, default: {|ARC0065:none|} }
        """);

    [TestCase("mixins:\n  Dated: {|ARC0002:{|} fields: { at: { type: date } }\nentities:\n  Order: { mixins: [Dated], fields: { a: { type: int } } }\n")]
    [TestCase("operations:\n  close: {|ARC0002:{|}\nroles: { clerk: Sells. }\ncapabilities: { sell: { to: [clerk], run: [close] } }\n")]
    [TestCase("entities:\n  Order:\n    softDelete: {|ARC0002:[|}\nroles: { clerk: Sells. }\ncapabilities: { sell: { to: [clerk], allow: { Order: [read, restore, ship] } } }\n")]
    public void Nothing_that_a_broken_part_may_declare_is_missed(string marked) => GenomeCheck.Findings(marked);

    [TestCase("entities:\n  Order: { list: { sort: [a] }, order: [a], fields: { a: { type: int, {|ARC0020:requird|}: true } } }\n")]
    [TestCase("entities:\n  Order: { list: { sort: [a] }, display: a, fields: { a: { type: string, max: 9, required: {|ARC0022:tre|} } } }\n")]
    [TestCase("entities:\n  Order: { list: { sort: [a] }, fields: { a: { type: int, {|ARC0020:required true|} } } }\n")]
    [TestCase("entities:\n  Order: { fields: { a: { {|ARC0020:type string|}, max: 20 } } }\n")]
    [TestCase("entities:\n  Order: { {|ARC0020:feilds|}: { a: { type: int } }, rules: { r: { check: this.a > 0, message: More. } } }\n")]
    [TestCase("entities:\n  Order: { fields: { a: { type: int, description: Not there, {|ARC0027:required really|} } } }\n")]
    [TestCase("entities:\n  Tag: { fields: { a: { type: int, required: true } } }\nseed: { Tag: { one: { {|ARC0055:b|}: 1 } } }\n")]
    [TestCase("roles: { clerk: Sells. }\ncapabilities: { sell: { to: [clerk], allow: { {|ARC0052:Ordr|}: [read, ship] } } }\n")]
    public void What_was_probably_meant_is_read_as_if_it_were_written(string marked) => GenomeCheck.Findings(marked);

    [Test]
    public void Of_two_entities_with_one_name_each_speaks_of_its_own_fields() => GenomeCheck.Findings("""
        entities:
          Order:
            fields: { total: { type: int } }
            rules: { positive: { check: this.total > 0, message: More. } }
          {|ARC0030:Order|}:
            fields: { sum: { type: int } }
            rules: { positive: { check: this.sum > 0, message: More. } }
        """);

    [Test]
    public void A_type_with_a_mistake_says_nothing_about_its_fields() => GenomeCheck.Findings("""
        types: { Percent: { base: {|ARC0050:number|}, min: 0 } }
        entities:
          Order: { fields: { discount: { type: Percent, default: 5, max: 20 } } }
        """);

    [TestCase("{|ARC0020:entites|}:\n  Order: { fields: { store: { type: Store } } }\ncapabilities: { sell: { to: [clerk], allow: { Order: [read] } } }\n")]
    [TestCase("{|ARC0020:role|}: { clerk: Sells. }\ncapabilities: { sell: { to: [clerk], allow: { Store: [read] } } }\n")]
    [TestCase("roles: {|ARC0022:[clerk]|}\ncapabilities: { sell: { to: [clerk], allow: { Store: [read] } } }\n")]
    [TestCase("entities:\n  Order: { {|ARC0020:feilds|}: { a: { type: int } }, unique: { b: [a] } }\n")]
    [TestCase("entities:\n  Order: { fields: { a: { {|ARC0020:tpye|}: int, min: 1 } } }\n")]
    [TestCase("entities:\n  Order: { fields: { a: { type: string, {|ARC0020:mx|}: 20 } } }\n")]
    [TestCase("enums: { Size: {|ARC0022:small|} }\nentities:\n  Order: { fields: { a: { type: Size, default: small } } }\n")]
    [TestCase("types: { Sku: {|ARC0022:string|} }\nentities:\n  Order: { fields: { a: { type: Sku, default: x, max: 3 } } }\n")]
    [TestCase("values: { Point: {|ARC0022:none|} }\nentities:\n  Order: { fields: { a: { type: Point } } }\n")]
    [TestCase("entities:\n  Customer: {|ARC0022:none|}\n  Order: { fields: { a: { type: Customer, required: true } } }\n")]
    public void A_misspelled_word_is_one_finding_and_what_follows_from_it_none(string marked) => GenomeCheck.Findings(marked);

    [TestCase("genome: \"1.0\"\nappp: { name: Shop, namespace: Shop }\ntenancy: { tenant: Store }\n", "ARC0020 (2,1)-(2,5)")]
    [TestCase("genome: \"1.0\"\n", "ARC0026 (1,1)-(1,1)")]
    [TestCase("no genome at all", "ARC0022 (1,1)-(1,17)")]
    [TestCase("genome: \"1.0\"\nentities:\n", "ARC0022 (2,10)-(2,10)")]
    public void What_is_hardly_a_genome_is_one_finding(string text, string expected) =>
        Assert.That(GenomeCheck.Describe(GenomeFrontEnd.Compile([new("a.genome.yaml", text)]).Diagnostics), Does.StartWith(expected).And.Not.Contain("\n"));

    [Test]
    public void A_name_that_is_there_twice_names_the_first_place()
    {
        var compiled = GenomeFrontEnd.Compile(
        [
            new("folder/a.genome.yaml", GenomeCheck.Base + "  Order: { fields: { total: { type: int } } }\n"),
            new("folder/b.genome.yaml", "entities:\n  Order: { fields: { total: { type: int } } }\n"),
        ]);

        Assert.That(
            GenomeCheck.Describe(compiled.Diagnostics),
            Is.EqualTo("ARC0030 (2,3)-(2,8) 'Order' is already declared at a.genome.yaml(6,3); remove one of the two or rename it."));
        Assert.That(compiled.Diagnostics[0].Span.Path, Is.EqualTo("folder/b.genome.yaml"));
    }

    [TestCase("entities:\n  {|ARC0031:OrderFields|}: { fields: { a: { type: int } } }\n  Order: { fields: { a: { type: int } } }\n")]
    [TestCase("enums: { Size: [small] }\nvalues: { {|ARC0031:SizeNames|}: { a: { type: int } } }\n")]
    [TestCase("types: { Sku: { base: int } }\nentities:\n  Order: { class: {|ARC0031:SKU|}, fields: { a: { type: int } } }\n")]
    [TestCase("entities:\n  Order: { fields: { {|ARC0037:orderFields|}: { type: int } } }\n")]
    [TestCase("entities:\n  {|ARC0041:Check|}: { fields: { note: { type: int } } }\n")]
    [TestCase("entities:\n  Cheque: { class: {|ARC0041:Check|}, fields: { note: { type: int } } }\n")]
    [TestCase("types: { {|ARC0041:Value|}: { base: string, max: 9 } }\n")]
    [TestCase("types: { {|ARC0041:From|}: { base: email } }\n")]
    [TestCase("types: { Value: { base: int } }\n")]
    [TestCase("operations: { {|ARC0041:runAsync|}: { input: { note: { type: int } } } }\n")]
    [TestCase("values: { {|ARC0041:Blank|}: { fields: { note: { type: int } } } }\n")]
    [TestCase("values: { Place: { fields: { {|ARC0035:blank|}: { type: int } } } }\n")]
    public void Names_that_are_emitted_beside_others_are_taken(string marked) => GenomeCheck.Findings(marked);

    [Test]
    public void Words_of_a_later_version_are_one_finding_each_in_a_grant() => GenomeCheck.Findings("""
        roles: { owner: Runs the shop. }
        capabilities:
          sell:
            to: [owner]
            allow:
              Store: { do: [read], {|ARC0023:because|}: it is open, fields: [name] }
        """);

    [TestCase("{ type: {|ARC0060:decimal(12|},2) }")]
    [TestCase("{ type: {|ARC0060:\"decimal(29,2)\"|} }")]
    [TestCase("{ type: {|ARC0060:\"decimal(2,3)\"|} }")]
    [TestCase("{ type: {|ARC0060:decimal|} }")]
    [TestCase("{ type: {|ARC0051:Store?|} }")]
    [TestCase("{ type: {|ARC0050:string(80)|} }")]
    [TestCase("{ type: {|ARC0022:[Store]|} }")]
    [TestCase("{|ARC0022:string|}")]
    [TestCase("{ type: int, onCreate: {|ARC0057:now|} }")]
    [TestCase("{ type: int, pattern: {|ARC0061:'[0-9]'|} }")]
    [TestCase("{ type: Store, default: {|ARC0061:x|} }")]
    [TestCase("{ type: email, max: 254, default: {|ARC0065:nobody|} }")]
    [TestCase("{ type: url, default: {|ARC0065:ftp://host/|} }")]
    [TestCase("{ type: json, default: {|ARC0065:.inf|} }")]
    [TestCase("{ type: bytes, max: 2, default: {|ARC0066:AAAA|} }")]
    [TestCase("{ type: string, max: 2, default: {|ARC0066:abc|} }")]
    [TestCase("{ type: string, max: 2, default: {|ARC0065:12|} }")]
    [TestCase("{ type: string, max: 2, default: \"\U0001F3EA\U0001F3EA\" }")]
    [TestCase("{ type: duration, max: P1D, default: {|ARC0066:PT25H|} }")]
    [TestCase("{ type: time, min: 08:00, default: {|ARC0066:\"07:59:59\"|} }")]
    [TestCase("{ type: timestamp, default: {|ARC0065:2026-01-31T10:00:00|} }")]
    public void A_field_is_checked_word_by_word(string marked) => GenomeCheck.Findings($"entities:\n  Order:\n    fields:\n      it: {marked}\n");
}
