using System.Globalization;

namespace Archiet.Emit.Tests.Expressions;

/// <summary>Makes texts of conditions over an order, well-typed but for digits, of every operator and function; the same ones for the same seed.</summary>
internal sealed class ExpressionGenerator(int seed)
{
    private static readonly string[] Comparisons = ["==", "!=", "<", "<=", ">", ">="];
    private readonly Random random = new(seed);
    private bool isInChild;

    public string Condition(int depth) => depth <= 0 ? Atom(0) : random.Next(12) switch
    {
        0 or 1 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
        2 or 3 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
        4 or 5 => $"!({Condition(depth - 1)})",
        6 => $"({Condition(depth - 1)} ? {Condition(depth - 1)} : {Condition(depth - 1)})",
        7 when !isInChild => Children(depth),
        8 => $"({Condition(depth - 1)}) == ({Condition(depth - 1)})",
        _ => Atom(depth),
    };

    private string Atom(int depth) => random.Next(11) switch
    {
        0 => Of("this.paid", "this.express"),
        1 => $"{Leaf()} {Of("==", "!=")} null",
        2 => Compare(Number(depth), Number(depth)),
        3 => Compare(Date(depth), Date(depth)),
        4 => Compare(Moment(depth), Moment(depth)),
        5 => Compare(Duration(depth), Duration(depth)),
        6 => random.Next(3) == 0 ? Compare(Time(), Time()) : $"{Uuid()} {Of("==", "!=")} {Uuid()}",
        7 => random.Next(2) == 0 ? $"{Text(depth)} {Of("==", "!=")} {Text(depth)}" : Function(depth),
        8 => $"{Choice(depth)} {Of("==", "!=")} {Choice(depth)}",
        9 => $"{Row()} {Of("==", "!=")} {Row()}",
        _ => List(depth),
    };

    private string Children(int depth)
    {
        isInChild = true;
        var query = $"this.lines.{Of("exists", "all")}(l, {Condition(depth - 1)})";
        isInChild = false;
        return query;
    }

    private string List(int depth) => random.Next(4) switch
    {
        0 => $"{Number(depth)} in [{Number(0)}, {Number(0)}, 3]",
        1 => $"{Text(depth)} in ['', {Text(0)}]",
        2 => $"{Of("this.status", "this.wanted", "this.customer.rank")} in ['confirmed', {Of("'requested'", "this.wanted", "'cancelled'")}]",
        _ => $"{Row()} in [{Row()}, {Row()}]",
    };

    private string Leaf() => random.Next(8) switch
    {
        0 => Number(0),
        1 => Text(0),
        2 => Moment(0),
        3 => Row(),
        4 => Of("this.other", "this.home", "this.express", "this.paid"),
        5 => Choice(0),
        6 => Of("this.takes", "this.slot", "this.key", "this.due"),
        _ => $"({Condition(0)})",
    };

    private string Number(int depth) => depth <= 0 ? random.Next(3) switch
    {
        0 => Of("0", "1", "-3", "2.5", "7", "1000000", "2147483647", "99999999999", "-0.0001", "12"),
        1 when isInChild => Of("l.quantity", "l.price", "l.packer.level"),
        _ => Of("this.count", "this.weeks", "this.weight", "this.net", "this.tax", "this.other.floor", "this.home.floor", "this.takenBy.level", "this.customer.clerk.level"),
    }
    : random.Next(10) switch
    {
        8 => Present(Of("this.weeks", "this.tax", "this.takenBy.level"), Of("0", "this.net", "this.count")),
        0 => $"({Number(depth - 1)} + {Number(depth - 1)})",
        1 => $"({Number(depth - 1)} - {Number(depth - 1)})",
        2 => $"({Number(depth - 1)} * {Number(0)})",
        3 => $"({Whole()} / {Whole()})",
        4 => $"({Whole()} % {Whole()})",
        5 => $"-({Number(depth - 1)})",
        6 => $"({Condition(depth - 1)} ? {Number(depth - 1)} : {Of(Number(depth - 1), "null")})",
        7 when !isInChild => Aggregate(),
        _ => $"{Text(0)}.size()",
    };

    private string Present(string field, string otherwise) => random.Next(2) == 0 ? $"({field} == null ? {otherwise} : {field})" : $"({field} != null ? {field} : {otherwise})";

    private string Aggregate()
    {
        isInChild = true;
        var body = Number(1);
        isInChild = false;
        return Of("this.lines.size()", $"this.lines.sum(l, {body})", "this.lines.sum(l, l.quantity)", "this.lines.sum(l, l.quantity * l.price)");
    }

    private string Whole() => Of("this.count", "this.weeks", "this.weight", "7", "-2", "3", "0", "this.note.size()", "(this.count + 1)");

    private string Text(int depth) => random.Next(depth <= 0 ? 4 : 6) switch
    {
        0 => Of("'a'", "''", "'Ab'", "'\\u00e9'", "'%_'", "'\\U0001F600'", "'it\\'s'", "'\\\\'"),
        1 when isInChild => "l.text",
        2 => Of("this.customer.name", "this.takenBy.name", "this.home.street", "this.home.city", "this.other.street", "this.other.city", "tenant.name", "user.name"),
        4 => $"({Text(depth - 1)} + {Text(depth - 1)})",
        5 => $"({Condition(depth - 1)} ? {Text(depth - 1)} : {Of("null", Text(depth - 1))})",
        _ => Of("this.number", "this.note", "this.sku", "this.code"),
    };

    private string Function(int depth) => random.Next(4) switch
    {
        0 => $"{Text(depth)}.contains({Text(0)})",
        1 => $"{Text(depth)}.startsWith({Text(0)})",
        2 => $"{Text(depth)}.endsWith({Text(0)})",
        _ => $"{Text(depth)}.matches(r'{Of("^[A-Z]", "a.b$", "^.$", "[^a]", "^(a|b)+$", "\\.", "^.{2}$")}')",
    };

    private string Date(int depth) => random.Next(depth <= 0 ? 2 : 6) switch
    {
        0 => Of("date('2024-02-29')", "date('2026-01-31')", "today()"),
        4 => Present("this.due", "this.madeOn"),
        2 => $"({Date(depth - 1)} {Of("+", "-")} duration('{Of("P1D", "P14D", "-P3D", "PT0S")}'))",
        3 => $"({Condition(depth - 1)} ? {Date(depth - 1)} : {Date(depth - 1)})",
        _ => Of("this.due", "this.madeOn"),
    };

    private string Moment(int depth) => random.Next(depth <= 0 ? 3 : 5) switch
    {
        0 => Of("now()", "timestamp('2026-01-31T17:30:00Z')", "timestamp('1999-12-31T23:59:59.999999Z')"),
        1 => "this.placedAt",
        2 => "this.shippedAt",
        3 => $"({Moment(depth - 1)} {Of("+", "-")} {Duration(depth - 1)})",
        _ => $"({Condition(depth - 1)} ? {Moment(depth - 1)} : {Moment(depth - 1)})",
    };

    private string Duration(int depth) => random.Next(depth <= 0 ? 2 : 5) switch
    {
        0 => Of("duration('PT30M')", "duration('P1DT2H')", "duration('-PT1H')", "duration('P45D')"),
        2 => $"({Moment(depth - 1)} - {Moment(depth - 1)})",
        3 => $"({Date(depth - 1)} - {Date(depth - 1)})",
        4 => $"({Duration(depth - 1)} {Of("+", "-")} {Duration(depth - 1)})",
        _ => "this.takes",
    };

    private string Time() => Of("this.slot", "tenant.opensAt", "time('17:30')", "time('00:00:01')");

    private string Uuid() => Of("this.key", "this.id", "this.customer.id");

    private string Choice(int depth) => depth > 0 && random.Next(3) == 0
        ? $"({Condition(depth - 1)} ? {Of("this.status", "this.wanted")} : {Of("this.wanted", "'cancelled'", "null")})"
        : Of("this.status", "this.wanted", "this.customer.rank");

    private string Row() => isInChild && random.Next(2) == 0
        ? "l.packer"
        : Of("this.takenBy", "user", "this.customer.clerk", "this.takenBy.supervisor", "user.supervisor", "this.customer.clerk.supervisor");

    private string Compare(string left, string right) => string.Create(CultureInfo.InvariantCulture, $"{left} {Of(Comparisons)} {right}");

    private string Of(params string[] choices) => choices[random.Next(choices.Length)];
}
