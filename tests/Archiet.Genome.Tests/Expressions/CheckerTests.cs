using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Genome.Tests.Expressions;

/// <summary>What expressions mean, and what is wrong with those that mean nothing: each mistake once, at its characters.</summary>
public sealed class CheckerTests
{
    [TestCase("this.takenBy == user")]
    [TestCase("user.supervisor == this.customer.clerk && tenant.name != 'x'")]
    [TestCase("this.status == 'requested' || this.status in ['confirmed', 'cancelled']")]
    [TestCase("'requested' == this.status")]
    [TestCase("this.address.city == null || this.address == null && this.data != null")]
    [TestCase("this.net + this.tax * 2 > 12.5 && -this.net < 0")]
    [TestCase("this.count / 7 == this.count % 3")]
    [TestCase("this.placedAt + duration('PT30M') <= now() && this.due < today()")]
    [TestCase("this.placedAt - this.shippedAt > duration('1h30m')")]
    [TestCase("this.due + duration('P14D') > date('2026-01-31') && this.due - today() < duration('P1D')")]
    [TestCase("this.shippedAt == timestamp('2026-01-31T17:30:00+02:00')")]
    [TestCase("tenant.opensAt < time('17:30')")]
    [TestCase("size(this.note) < 5 && this.note.size() > 1")]
    [TestCase("this.note.contains('a') && this.note.startsWith(this.number) && !this.note.endsWith(\"z\")")]
    [TestCase("this.number.matches(r'^[A-Z]{2}\\.[0-9]+$')")]
    [TestCase("this.lines.exists(line, line.quantity > 3) && this.lines.all(l, l.price >= 0)")]
    [TestCase("size(this.lines) > 0 && this.lines.size() < 10 && this.lines.sum(l, l.quantity * l.price) <= this.net")]
    [TestCase("this.lines.all(l, this.lines.exists(m, m.price == l.price))")]
    [TestCase("this.express ? this.count > 1 : this.paid == true")]
    [TestCase("(this.express ? 'low' : 'high') != 'x'")]
    [TestCase("(this.express ? this.priority : 'high') == 'low'")]
    [TestCase("this.id != this.code && this.customer.id == this.code")]
    [TestCase("!(this.paid || this.express) == false")]
    public void Means_something(string text)
    {
        var bound = ShopTypes.Bind(text);
        var again = ShopTypes.Bind(bound.ToString());

        Assert.That(bound.Type.Kind, Is.EqualTo(ValueKind.Bool));
        Assert.That(again, Is.EqualTo(bound), "The canonical text reads back.");
        Assert.That(again.ToString(), Is.EqualTo(bound.ToString()));
    }

    [TestCase("this.{|ARC0206:nmuber|} == 'x'")]
    [TestCase("this.customer.{|ARC0206:naem|} == 'x'")]
    [TestCase("this.address.{|ARC0206:zip|} == 'x'")]
    [TestCase("this.number.{|ARC0206:length|} > 3")]
    [TestCase("{|ARC0205:number|} == 'x'")]
    [TestCase("{|ARC0205:usr|} == this.takenBy")]
    [TestCase("this.status == {|ARC0213:'reqested'|}")]
    [TestCase("this.status in ['requested', {|ARC0213:'done'|}]")]
    [TestCase("this.status == {|ARC0205:requested|}")]
    [TestCase("{|ARC0207:nwo|}() > this.placedAt")]
    [TestCase("this.note.{|ARC0207:startWith|}('a')")]
    [TestCase("this.count.{|ARC0207:size|}() == 1")]
    [TestCase("this.lines.{|ARC0207:any|}(l, l.quantity > 1)")]
    [TestCase("this.note.{|ARC0208:contains|}()")]
    [TestCase("{|ARC0208:now|}(1) > this.placedAt")]
    [TestCase("this.note.contains({|ARC0209:this.count|})")]
    [TestCase("this.number {|ARC0214:<|} 'b'")]
    [TestCase("this.status {|ARC0209:<|} 'confirmed'")]
    [TestCase("this.net {|ARC0215:/|} 2 > 1")]
    [TestCase("this.count % {|ARC0224:0|} == 1")]
    [TestCase("{|ARC0216:this.huge + 1|} > 2")]
    [TestCase("{|ARC0216:99999999999999999999999999999|} > this.count")]
    [TestCase("this.count > {|ARC0217:null|} + 1")]
    [TestCase("this.count in [1, {|ARC0217:null|}]")]
    [TestCase("this.due == date({|ARC0218:'31.1.2026'|})")]
    [TestCase("this.takes > duration({|ARC0218:'2 hours'|})")]
    [TestCase("this.takes > duration({|ARC0218:this.number|})")]
    [TestCase("this.due {|ARC0210:<|} '2026-01-31'")]
    [TestCase("this.placedAt {|ARC0210:<|} today()")]
    [TestCase("this.customer {|ARC0210:==|} user")]
    [TestCase("this.count {|ARC0210:+|} 'a' == 'b'")]
    [TestCase("this.due {|ARC0210:+|} duration('PT1H') > today()")]
    [TestCase("{|ARC0219:this.data|} == this.note")]
    [TestCase("this.count == 1 && {|ARC0219:this.address|} == this.address")]
    [TestCase("this.lines.{|ARC0220:exists|}(l)")]
    [TestCase("this.lines.exists({|ARC0220:user|}, true)")]
    [TestCase("this.lines.all(l, this.lines.exists({|ARC0220:l|}, true))")]
    [TestCase("this.{|ARC0221:tags|} == null")]
    [TestCase("this.{|ARC0221:total|} > 1")]
    [TestCase("{|ARC0211:this.count|}")]
    [TestCase("this.paid && {|ARC0211:this.number|}")]
    [TestCase("!{|ARC0211:this.count|}")]
    [TestCase("this.note.matches({|ARC0209:this.number|})")]
    [TestCase("this.note.matches('ab({|ARC0064:'|})")]
    [TestCase("this.note.matches({|ARC0064:'\\\\d'|})")]
    [TestCase("{|ARC0212:input|} == null")]
    public void Says_what_is_wrong_where(string marked) => ShopTypes.Faults(marked);

    [TestCase("this.paid {|ARC0204:and|} this.express")]
    [TestCase("this.count {|ARC0204:=|} 1")]
    [TestCase("this.count {|ARC0204:<>|} 1")]
    [TestCase("this.paid {|ARC0204:&|} this.express")]
    [TestCase("this.number == {|ARC0201:'|}abc")]
    [TestCase("this.number == 'a{|ARC0202:\\q|}'")]
    [TestCase("this.paid &&{|ARC0200:|}")]
    [TestCase("this.paid {|ARC0200:)|}")]
    [TestCase("(this.paid{|ARC0200:|}")]
    [TestCase("this.count == 1{|ARC0200:e3|}")]
    [TestCase("1 < this.count {|ARC0200:<|} 3")]
    [TestCase("this.paid {|ARC0200:#|}")]
    [TestCase("this.paid {|ARC0200:\U0001F600|}")]
    [TestCase("this.lines{|ARC0200:[|}0] == null")]
    [TestCase("{|ARC0200:|}")]
    [TestCase("this.paid {|ARC0200:this|}.express")]
    [TestCase("this.count in {|ARC0209:[]|}")]
    [TestCase("{|ARC0200:[1]|} == this.count")]
    public void Says_where_it_cannot_be_read(string marked) => ShopTypes.Faults(marked);

    [Test]
    public void Two_mistakes_are_two_faults_and_one_mistake_is_one()
    {
        ShopTypes.Faults("this.{|ARC0206:nmuber|} == 'x' && this.{|ARC0206:nto|}.size() > 3");
        ShopTypes.Faults("this.{|ARC0206:nmuber|} + 1 > this.count * 2 && this.paid");
        Assert.That(ShopTypes.Check("this.broken == 1").Faults, Is.Empty, "A field whose own type is wrong has its finding already.");
    }

    [TestCase("{|ARC0212:user|} == this.takenBy", ExpressionPurpose.Rule, "A rule speaks of the rows and the time: 'user' is not available here.")]
    [TestCase("this.placedAt < {|ARC0212:now()|}", ExpressionPurpose.StoredValue, "A stored computed field speaks of the row alone: 'now()' is not available here.")]
    [TestCase("this.customer.{|ARC0212:name|} == 'x'", ExpressionPurpose.ConstraintCondition, "The condition of a constraint speaks of the row alone: the field 'name' of another row is not available here.")]
    [TestCase("this.{|ARC0221:lines|}.size() == 1", ExpressionPurpose.ConstraintCondition, "'lines' cannot be read by the condition of a constraint: its rows are not in the row itself.")]
    [TestCase("{|ARC0212:tenant|}.name == 'x'", ExpressionPurpose.ConstraintCondition, "The condition of a constraint speaks of the row alone: 'tenant' is not available here.")]
    [TestCase("this.placedAt < {|ARC0212:now()|}", ExpressionPurpose.ReadValue, "A computed field speaks of the rows alone: 'now()' is not available here.")]
    [TestCase("this.status == {|ARC0213:'reqested'|}", ExpressionPurpose.Rule, "'reqested' is no member of Status; did you mean 'requested'?")]
    [TestCase("{|ARC0205:number|} == 'x'", ExpressionPurpose.Rule, "'number' is not known here; a field of the row is 'this.number'.")]
    [TestCase("this.due {|ARC0210:<|} '2026-01-31'", ExpressionPurpose.Rule, "'<' does not go with a date on one side and a text on the other; write date('2026-01-31').")]
    public void Says_it_in_words(string marked, ExpressionPurpose purpose, string message) =>
        Assert.That(ShopTypes.Faults(marked, purpose).Faults.Single().Message, Is.EqualTo(message));

    [Test]
    public void User_needs_a_member_entity() =>
        Assert.That(
            ExpressionChecker.Check("this.takenBy == user", new(ExpressionPurpose.RowCondition, "Order"), new ShopTypes { MemberEntity = null }).Faults.Single().Descriptor.Id,
            Is.EqualTo("ARC0071"));

    [TestCase("this.paid", "this.paid")]
    [TestCase("( this.paid )&&(this.express&&true)", "this.paid && this.express && true")]
    [TestCase("this.paid || this.express && this.count>1", "this.paid || this.express && this.count > 1")]
    [TestCase("(this.paid || this.express) && this.count > 01.50", "(this.paid || this.express) && this.count > 1.5")]
    [TestCase("!!this.paid", "this.paid")]
    [TestCase("!(this.count == 1)", "!(this.count == 1)")]
    [TestCase("null != this.note", "this.note != null")]
    [TestCase("this.note == \"it's\"", "this.note == 'it\\'s'")]
    [TestCase("this.net - (this.tax - 1) > 1 - -2", "this.net - (this.tax - 1) > 1 - -2")]
    [TestCase("this.takes > duration('90m')", "this.takes > duration('PT1H30M')")]
    [TestCase("size(this.lines) > 0", "this.lines.size() > 0")]
    public void Has_one_spelling(string text, string canonical) => Assert.That(ShopTypes.Bind(text).ToString(), Is.EqualTo(canonical));

    [Test]
    public void Keeps_count_of_digits_and_of_what_may_be_missing()
    {
        var sum = ShopTypes.Bind("this.net * this.count + this.tax == 1");
        var left = ((Comparison)sum).Left;

        Assert.That((left.Type.WholeDigits, left.Type.Scale), Is.EqualTo((21, 4)));
        Assert.That(left.IsNullable, Is.True);
        Assert.That(ShopTypes.Bind("this.net == 1").IsNullable, Is.False);
        Assert.That(ShopTypes.Bind("this.customer.name == 'x'").IsNullable, Is.False);
        Assert.That(ShopTypes.Bind("this.takenBy.name == 'x'").IsNullable, Is.True);
        Assert.That(ShopTypes.Bind("user.name == 'x'").IsNullable, Is.True);
        Assert.That(ShopTypes.Bind("this.count / this.count == 1").IsNullable, Is.True);
        Assert.That(ShopTypes.Bind("this.lines.exists(l, l.price > 1)").IsNullable, Is.True);
        Assert.That(ShopTypes.Bind("this.lines.sum(l, l.price) > 1").IsNullable, Is.False);
    }

    [Test]
    public void Knows_what_it_speaks_of()
    {
        var facts = ExpressionFacts.Of(ShopTypes.Bind("this.takenBy == user && this.placedAt < now() && this.customer.name == this.address.city"));
        var alone = ExpressionFacts.Of(ShopTypes.Bind("this.takenBy == null && this.net > 1"));
        var children = ExpressionFacts.Of(ShopTypes.Bind("this.lines.all(l, l.quantity > this.count)"));

        Assert.That(facts.Fields, Is.EqualTo(new[] { "address", "customer", "placedAt", "takenBy" }));
        Assert.That((facts.UsesUser, facts.UsesTime, facts.UsesPaths, facts.UsesChildren, facts.UsesTenant), Is.EqualTo((true, true, true, false, false)));
        Assert.That(alone.IsImmutableOverRow, Is.True);
        Assert.That((children.UsesChildren, children.UsesPaths, children.IsImmutableOverRow), Is.EqualTo((true, false, false)));
        Assert.That(children.Fields, Is.EqualTo(new[] { "count", "lines" }));
    }

    [TestCase("total", 2, false, "this.net * {|scale|}", "ARC0223")]
    public void A_value_fits_its_field(string name, int scale, bool required, string text, string id)
    {
        var target = new FieldShape(name, new(FieldKind.Decimal, null, 12, scale), required);

        Assert.That(Ids(text.Replace("{|scale|}", "0.001", StringComparison.Ordinal), target), Is.EqualTo([id]));
        Assert.That(Ids("this.net * 2", target), Is.Empty);
        Assert.That(Ids("null", target), Is.Empty);
        Assert.That(Ids("this.tax * 0 == 1", target), Is.EqualTo(["ARC0211"]));
        Assert.That(Ids("null", target with { Required = true }), Is.EqualTo(["ARC0222"]));
        Assert.That(Ids("user", new("by", new(FieldKind.Reference, "Clerk"), false)), Is.Empty);
        Assert.That(Ids("user", new("by", new(FieldKind.Reference, "Customer"), false)), Is.EqualTo(["ARC0211"]));
        Assert.That(Ids("'high'", new("priority", new(FieldKind.Enum, "Priority"), true)), Is.Empty);
        Assert.That(Ids("'hgih'", new("priority", new(FieldKind.Enum, "Priority"), true)), Is.EqualTo(["ARC0213"]));
    }

    private static IEnumerable<string> Ids(string text, FieldShape target) =>
        ExpressionChecker.Check(text, new(ExpressionPurpose.Assignment, "Order", target), new ShopTypes()).Faults.Select(static fault => fault.Descriptor.Id);
}
