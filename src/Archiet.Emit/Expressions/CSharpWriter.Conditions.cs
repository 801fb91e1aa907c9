using Archiet.Genome;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;

namespace Archiet.Emit;

/// <summary>
/// Writes one expression as C#. Conditions go by structure into the form without negations: that one is false is asked of its parts, where C#'s operators, which
/// are false where a value is null, say the rest.
/// </summary>
internal sealed partial class CSharpWriter
{
    private readonly CSharpScope scope;
    private readonly Dictionary<(string Owner, string Name), string> names;

    public CSharpWriter(EquatableArray<MemberName> names, CSharpScope scope)
    {
        this.scope = scope;
        this.names = names.ToDictionary(static name => (name.Owner, name.Name), static name => name.Member);
    }

    /// <summary>Whether a condition is true.</summary>
    public CSharpPart IsTrue(Expression expression) => expression switch
    {
        Not not => IsFalse(not.Operand),
        IsMissing missing => Presence(missing.Operand, isThere: false),
        Junction junction => Joined(junction.Operands.Select(IsTrue), junction.IsAll),
        Comparison comparison => Compared(comparison.Operator, comparison.Left, comparison.Right),
        Membership membership => Joined(membership.Items.Select(item => Compared(ComparisonOperator.Equal, membership.Operand, item)), isAll: false),
        Conditional conditional => Chosen(conditional, IsTrue),
        FunctionCall call => Asked(call, holds: true),
        ChildQuery query => Children(query, query.Kind == ChildQueryKind.Exists ? "Any" : "All", IsTrue),
        Literal { Text: "false" } or Missing => CSharpPart.False,
        Literal => CSharpPart.True,
        _ => Flag(expression, holds: true),
    };

    /// <summary>Whether a condition is false.</summary>
    public CSharpPart IsFalse(Expression expression) => expression switch
    {
        Not not => IsTrue(not.Operand),
        IsMissing missing => Presence(missing.Operand, isThere: true),
        Junction junction => Joined(junction.Operands.Select(IsFalse), !junction.IsAll),
        Comparison comparison => Compared(comparison.Operator.Opposite(), comparison.Left, comparison.Right),
        Membership membership => NoneOf(membership),
        Conditional conditional => Chosen(conditional, IsFalse),
        FunctionCall call => Asked(call, holds: false),
        ChildQuery query => Children(query, query.Kind == ChildQueryKind.Exists ? "All" : "Any", IsFalse),
        Literal { Text: "true" } or Missing => CSharpPart.False,
        Literal => CSharpPart.True,
        _ => Flag(expression, holds: false),
    };

    private static CSharpPart Joined(IEnumerable<CSharpPart> parts, bool isAll)
    {
        var strength = isAll ? CSharpStrength.And : CSharpStrength.Or;
        var texts = parts.Select(part => part.At(strength)).ToList();
        return texts.Count == 1 ? new(texts[0], strength) : new(string.Join(isAll ? " && " : " || ", texts), strength);
    }

    /// <summary>A comparison, true only where both values are there.</summary>
    private CSharpPart Compared(ComparisonOperator mark, Expression left, Expression right)
    {
        if (left.Equals(right))
        {
            // C# warns of a value that is compared with itself.
            return mark is ComparisonOperator.Equal or ComparisonOperator.LessOrEqual or ComparisonOperator.GreaterOrEqual ? Presence(left, isThere: true) : CSharpPart.False;
        }
        // C# takes null for equal to null, and for unequal to all else.
        var guarded = mark switch
        {
            ComparisonOperator.Equal when IsNullable(left) && IsNullable(right) => [left],
            ComparisonOperator.NotEqual => new[] { left, right }.Where(IsNullable).ToList(),
            _ => [],
        };
        var isEquality = mark is ComparisonOperator.Equal or ComparisonOperator.NotEqual;
        var strength = isEquality ? CSharpStrength.Equality : CSharpStrength.Relation;
        var (first, second) = Sides(left, right);
        var compared = new CSharpPart(first.At(strength + 1) + Mark(mark) + second.At(strength + 1), strength);
        return guarded.Count == 0 ? compared : Joined(guarded.Select(value => Presence(value, isThere: true)).Append(compared), isAll: true);
    }

    private CSharpPart NoneOf(Membership membership)
    {
        var guards = membership.Items.Prepend(membership.Operand).Where(IsNullable).Select(value => Presence(value, isThere: true));
        var differences = membership.Items.Select(item => membership.Operand.Equals(item)
            ? CSharpPart.False
            : Different(membership.Operand, item));
        return Joined(guards.Concat(differences), isAll: true);
    }

    private CSharpPart Different(Expression left, Expression right)
    {
        var (first, second) = Sides(left, right);
        return new(first.At(CSharpStrength.Relation) + " != " + second.At(CSharpStrength.Relation), CSharpStrength.Equality);
    }

    private CSharpPart Presence(Expression operand, bool isThere)
    {
        if (!IsNullable(operand))
        {
            return isThere ? CSharpPart.True : CSharpPart.False;
        }
        if (operand is FunctionCall { Function: ExpressionFunction.Size } size)
        {
            return Presence(size.Arguments[0], isThere);
        }
        var value = Value(operand);
        if (scope.IsQuery && value.Text.StartsWith("(" + TypeOf(operand.Type) + "?)", StringComparison.Ordinal))
        {
            // C# warns of what is cast and compared with null: it sees the field, which is always there, and not that its row may be missing.
            return new((isThere ? "(" : "!(") + value.Text + ").HasValue", isThere ? CSharpStrength.Primary : CSharpStrength.Unary);
        }
        return new(value.At(CSharpStrength.Relation) + (isThere ? " != null" : " == null"), CSharpStrength.Equality);
    }

    /// <summary>Which branch is asked depends on a test; where the test is unknown, neither answers.</summary>
    private CSharpPart Chosen(Conditional conditional, Func<Expression, CSharpPart> ask)
    {
        var test = IsTrue(conditional.Test).At(CSharpStrength.Coalesce);
        var (then, otherwise) = (ask(conditional.Then), ask(conditional.Otherwise));
        var rest = IsNullable(conditional.Test) ? Joined([IsFalse(conditional.Test), otherwise], isAll: true) : otherwise;
        return new(test + " ? " + then.At(CSharpStrength.Coalesce) + " : " + rest.At(CSharpStrength.Coalesce), CSharpStrength.Conditional);
    }

    private CSharpPart Children(ChildQuery query, string method, Func<Expression, CSharpPart> ask)
    {
        var variable = Enter(query.Variable);
        var body = ask(query.Body!).Text;
        Leave(query.Variable);
        return new(Rows(query) + "." + method + "(" + variable + " => " + body + ")", CSharpStrength.Primary);
    }

    /// <summary>A truth value of the row.</summary>
    private CSharpPart Flag(Expression field, bool holds)
    {
        var value = Value(field);
        if (IsNullable(field))
        {
            return new(value.At(CSharpStrength.Relation) + (holds ? " == true" : " == false"), CSharpStrength.Equality);
        }
        return holds ? value : new("!" + value.At(CSharpStrength.Primary), CSharpStrength.Unary);
    }

    private static string Mark(ComparisonOperator mark) => mark switch
    {
        ComparisonOperator.Equal => " == ",
        ComparisonOperator.NotEqual => " != ",
        ComparisonOperator.Less => " < ",
        ComparisonOperator.LessOrEqual => " <= ",
        ComparisonOperator.Greater => " > ",
        _ => " >= ",
    };
}
