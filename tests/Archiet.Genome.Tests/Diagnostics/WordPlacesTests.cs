namespace Archiet.Genome.Tests.Diagnostics;

/// <summary>Mistakes in the words beyond fields and their types: each is one finding, at its word.</summary>
public sealed class WordPlacesTests
{
    [Test]
    public void Every_mistake_of_an_entity_is_found_at_once() => GenomeCheck.Findings("""
        enums:
          Status: [open, paid]
        mixins:
          Audited:
            fields: { createdAt: { type: timestamp, onCreate: now() }, broken: { type: {|ARC0051:Sting|} } }
            rules: { later: { check: this.{|ARC0206:createAt|} < now(), message: Later. } }
        entities:
          Order:
            mixins: [Audited, {|ARC0110:Audit|}]
            display: {|ARC0132:net|}
            order: [{|ARC0130:-note|}, {|ARC0055:numbr|}]
            list: { sort: [{|ARC0130:lines|}], filter: [{|ARC0131:data|}] }
            fields:
              number: { type: int, required: true }
              net: { type: int, required: true, {|ARC0020:owns|}: true }
              note: { type: text }
              data: { type: json }
              status: { type: Status, required: {|ARC0122:true|} }
              lines: { type: Line, owned: true, min: {|ARC0062:-1|} }
              total: { type: int, computed: this.net + {|ARC0205:x|}, default: {|ARC0112:1|} }
            unique: { byLines: [{|ARC0117:lines|}], {|ARC0033:Bad|}: { fields: [net], where: this.{|ARC0206:nett|} > 0 } }
            rules:
              {|ARC0118:none|}: { message: None. }
              wide: { check: "this.net {|ARC0210:>|} 'a'", message: Wide. }
            lifecycle:
              field: status
              initial: {|ARC0056:opn|}
              transitions:
                {|ARC0123:update|}: { from: open, to: {|ARC0056:pad|} }
                pay: { from: [open], to: paid, sets: { {|ARC0125:status|}: "'paid'", {|ARC0055:nett|}: 1 } }
          Line: { fields: { amount: { type: int, required: true } } }
        """);

    [Test]
    public void Every_mistake_of_grants_operations_and_seed_rows_is_found_at_once() => GenomeCheck.Findings("""
        roles: { clerk: Sells. }
        types: { Token: { base: string, max: 9, secret: true } }
        enums: { Size: { {|ARC0033:a b|}: x, s: { stored: L }, {|ARC0160:L|}: Large. } }
        entities:
          Order:
            x-weight: {|ARC0165:.inf|}
            fields:
              number: { type: int, required: true }
              madeAt: { type: timestamp, onCreate: now() }
              token: { type: Token }
              size: { type: Size }
              near: { type: Order }
              lines: { type: Line, owned: true }
              more: { type: {|ARC0103:Line|}, owned: true }
              stores: { type: {|ARC0106:Store|}, many: true }
              parts: { type: {|ARC0107:Line|}, many: true }
          Line: { fields: { amount: { type: int, required: true, {|ARC0020:x|}: 1 } } }
        capabilities:
          sell:
            to: [clerk]
            allow:
              Order: { do: [read, update, {|ARC0141:restore|}, {|ARC0054:pay|}], where: this.{|ARC0206:numbr|} > 1, fields: { see: [number, {|ARC0145:token|}], set: [{|ARC0144:madeAt|}, {|ARC0143:size|}, {|ARC0055:sise|}] } }
              {|ARC0140:Line|}: [read]
              Store: { do: [read], fields: { see: [name], {|ARC0020:sees|}: [name] } }
            run: [{|ARC0147:close|}]
        operations:
          {|ARC0162:output|}: { input: { store: { type: Store }, {|ARC0037:input|}: { type: int } } }
          shut: { output: { at: { type: timestamp, {|ARC0020:default|}: 1 } } }
        seed:
          {|ARC0150:Store|}: { main: { name: Main } }
          {|ARC0052:Orders|}: { a: {} }
        questions:
          {|ARC6001:who|}: { ask: Who?, options: [a, b] }
        """);

    [Test]
    public void Every_mistake_of_seed_rows_is_found_at_once() => GenomeCheck.Findings("""
        values: { Place: { city: { type: string, max: 9, required: true }, zip: { type: text } } }
        enums: { Size: [small, large] }
        entities:
          Part:
            fields:
              number: { type: int, required: true, unique: true }
              madeAt: { type: timestamp, onCreate: now() }
              size: { type: Size }
              near: { type: Part }
              place: { type: Place }
        seed:
          Part:
            {|ARC0153:a|}: { near: {|ARC0151:x|} }
            b: { number: {|ARC0155:one|}, {|ARC0154:madeAt|}: "2026-01-01T00:00:00Z", {|ARC0055:nearby|}: a, size: {|ARC0056:larg|} }
            c: { number: 1, near: {|ARC0152:d|} }
            d: { number: 2, near: c }
            {|ARC0156:e|}: { number: 1, place: {|ARC0153:{ zip: x, {|ARC0055:town|}: y }|} }
            {|ARC0033:1f|}: { number: 3 }
        """);

    [Test]
    public void Seed_rows_of_an_entity_with_a_mistake_are_not_held_against_it() => GenomeCheck.Findings("""
        entities:
          Tag: { fields: { name: { type: {|ARC0050:strin|} } } }
        seed:
          Tag: { a: { name: 1, other: 2 } }
        """);

    [Test]
    public void An_entity_with_a_mixin_that_has_a_mistake_has_none_itself() => GenomeCheck.Findings("""
        mixins:
          Audited: { fields: { at: { type: {|ARC0050:timestmp|} }, by: { type: int } } }
        entities:
          Order: { mixins: [Audited], order: [at], fields: { number: { type: int, required: true } }, rules: { late: { check: this.at != null && this.by > this.number, message: Late. } } }
        """);

    [Test]
    public void A_mixin_clashes_at_the_word_that_names_it() => GenomeCheck.Findings("""
        mixins:
          Audited: { fields: { store: { type: Store, required: true }, number: { type: int } }, indexes: { byNumber: [number] } }
        entities:
          Clerk: { member: true, mixins: [{|ARC0080:Audited|}], fields: { name: { type: text } } }
          Order: { mixins: [Audited], fields: { {|ARC0036:number|}: { type: int }, {|ARC0036:storeId|}: { type: uuid } }, indexes: { {|ARC0030:byNumber|}: [number] } }
        """);
}
