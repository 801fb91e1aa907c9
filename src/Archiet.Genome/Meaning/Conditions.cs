using Archiet.Genome.Expressions;

namespace Archiet.Genome.Meaning;

/// <summary>
/// Finds the rows in which a condition may be true, or false, as a few regions. What it does not understand it takes for possible, so a condition without a
/// region certainly never has that answer.
/// </summary>
/// <param name="domainOf">What an expression may be, before any condition.</param>
internal sealed class Conditions(Func<Expression, Domain> domainOf)
{
    private const int MostRegions = 64;
    private static readonly List<Region> Anywhere = [Region.Whole];

    /// <summary>Where a condition may be true.</summary>
    public List<Region> WhereTrue(Expression condition) => Where(condition, true);

    /// <summary>Where a condition may be false.</summary>
    public List<Region> WhereFalse(Expression condition) => Where(condition, false);

    /// <summary>Where two conditions may both have their answers.</summary>
    public static List<Region> Both(List<Region> left, List<Region> right)
    {
        if (left.Count * right.Count > MostRegions)
        {
            return Anywhere;
        }
        return [.. left.SelectMany(first => right.Select(first.With)).Where(static region => region is not null).Select(static region => region!)];
    }

    private List<Region> Where(Expression condition, bool holds) => condition switch
    {
        Literal literal => literal.Text == "true" == holds ? Anywhere : [],
        Missing => [],
        Not not => Where(not.Operand, !holds),
        Junction junction => Joined(junction.Operands.Select(operand => Where(operand, holds)), junction.IsAll == holds),
        IsMissing missing => WhereMissing(missing.Operand, holds),
        Comparison comparison => Compared(comparison, holds),
        Membership membership => WhereMember(membership, holds),
        Conditional conditional => Either(
            Both(Where(conditional.Test, true), Where(conditional.Then, holds)), Both(Where(conditional.Test, false), Where(conditional.Otherwise, holds))),
        _ => Within(condition, ValueSet.Only([holds ? "true" : "false"])),
    };

    private static List<Region> Joined(IEnumerable<List<Region>> parts, bool isAll)
    {
        List<Region>? all = null;
        foreach (var part in parts)
        {
            all = all is null ? part : isAll ? Both(all, part) : Either(all, part);
        }
        return all!;
    }

    private static List<Region> Either(List<Region> left, List<Region> right) =>
        left.Count + right.Count > MostRegions ? Anywhere : [.. left, .. right];

    private List<Region> WhereMissing(Expression operand, bool isMissing)
    {
        if (operand.Type.Kind == ValueKind.Bool)
        {
            return operand.IsNullable || !isMissing ? Anywhere : [];
        }
        return isMissing ? Rows(operand, new(true, ValueSet.None)) : Within(operand, ValueSet.All);
    }

    private List<Region> WhereMember(Membership membership, bool holds) => Joined(
        membership.Items.Select(item => Compared(new(ComparisonOperator.Equal, membership.Operand, item), holds)), isAll: !holds);

    private List<Region> Compared(Comparison comparison, bool holds)
    {
        var mark = holds ? comparison.Operator : comparison.Operator.Opposite();
        return (comparison.Left, comparison.Right) switch
        {
            (Literal left, Literal right) => LiteralValues.Holds(mark, left, right) ? Anywhere : [],
            (Literal left, var right) => WithLiteral(right, Mirrored(mark), left),
            (var left, Literal right) => WithLiteral(left, mark, right),
            var (left, right) when left.Equals(right) => IncludesEqual(mark) ? Within(left, ValueSet.All) : [],
            var (left, right) => Related(left, mark, right),
        };
    }

    private List<Region> WithLiteral(Expression operand, ComparisonOperator mark, Literal literal)
    {
        if (operand.Type.Kind == ValueKind.Bool)
        {
            return Where(operand, literal.Text == "true" == (mark == ComparisonOperator.Equal));
        }
        return Within(operand, LiteralValues.That(mark, literal, operand.Type));
    }

    /// <summary>Two values that stand in a relation: less, equal or greater of their own, and both there.</summary>
    private List<Region> Related(Expression left, ComparisonOperator mark, Expression right)
    {
        if (left.Type.Kind is ValueKind.Bool)
        {
            return Anywhere;
        }
        var (first, second) = (left.ToString(), right.ToString());
        var isSwapped = string.CompareOrdinal(first, second) > 0;
        var relation = isSwapped ? second + " ? " + first : first + " ? " + second;
        var values = ValueSet.Only(Relations(isSwapped ? Mirrored(mark) : mark));
        return Both(Both(Within(left, ValueSet.All), Within(right, ValueSet.All)), Region.Of(relation, Domain.Of(values)) is { } region ? [region] : []);
    }

    private List<Region> Within(Expression operand, ValueSet values) => Rows(operand, Domain.Of(values));

    private List<Region> Rows(Expression operand, Domain domain) =>
        Region.Of(operand.ToString(), domainOf(operand).With(domain)) is { } region ? [region] : [];

    private static string[] Relations(ComparisonOperator mark) => mark switch
    {
        ComparisonOperator.Equal => ["="],
        ComparisonOperator.NotEqual => ["<", ">"],
        ComparisonOperator.Less => ["<"],
        ComparisonOperator.LessOrEqual => ["<", "="],
        ComparisonOperator.Greater => [">"],
        _ => [">", "="],
    };

    private static bool IncludesEqual(ComparisonOperator mark) => mark is ComparisonOperator.Equal or ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual;

    private static ComparisonOperator Mirrored(ComparisonOperator mark) => mark switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => mark,
    };
}
