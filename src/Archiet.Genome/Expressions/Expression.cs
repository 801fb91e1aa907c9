namespace Archiet.Genome.Expressions;

/// <summary>
/// A checked expression. Its nodes are values: equal to another when they say the same, and without positions, so that an expression that moved or was spaced
/// anew changes nothing downstream. <see cref="ToString"/> gives its canonical text.
/// </summary>
/// <param name="Type">The type of its value.</param>
/// <param name="IsNullable">Whether the value may be missing; of a bool: whether it may be unknown.</param>
public abstract record Expression(ExpressionType Type, bool IsNullable)
{
    /// <summary>The canonical text: one spelling for each meaning, which reads back to an equal expression.</summary>
    public sealed override string ToString() => CanonicalExpression.Write(this);
}

/// <summary>A value that stands in the genome.</summary>
/// <param name="Type">Any type that has literals; never a reference.</param>
/// <param name="Text">
/// The value in the canonical text of fields: <c>true</c>, <c>-12.5</c>, <c>2026-01-31</c>, <c>PT30M</c>; of an enum the member's name in the genome, of a
/// text the text itself.
/// </param>
public sealed record Literal(ExpressionType Type, string Text) : Expression(Type, false);

/// <summary><c>null</c> where a value stands: in a branch of a condition, or as all that a transition sets.</summary>
public sealed record Missing(ExpressionType Type) : Expression(Type, true);

/// <summary>Where an expression begins: a row.</summary>
/// <param name="Root">Which.</param>
/// <param name="Name">The variable's name where <paramref name="Root"/> is a variable, else empty.</param>
/// <param name="Type">A reference to the entity of the row; of the input, a reference without a name.</param>
/// <param name="IsNullable">True of the user, who may have no row.</param>
public sealed record RowExpression(RowRoot Root, string Name, ExpressionType Type, bool IsNullable) : Expression(Type, IsNullable);

/// <summary>The rows an expression can begin with.</summary>
public enum RowRoot
{
    /// <summary><c>this</c>: the row the expression is about.</summary>
    This,

    /// <summary><c>user</c>: the caller's row of the member entity, if there is one.</summary>
    User,

    /// <summary><c>tenant</c>: the row of the tenant.</summary>
    Tenant,

    /// <summary><c>input</c>: what an operation was given.</summary>
    Input,

    /// <summary>The row that a query over children stands at.</summary>
    Variable,
}

/// <summary>A field of a row.</summary>
/// <param name="Row">The row: a root, or a reference that leads to it.</param>
/// <param name="Field">The field as the row's entity has it, or <c>id</c>, which every row has.</param>
/// <param name="Type">The type of the field.</param>
/// <param name="IsNullable">Whether the field or the row may be missing.</param>
public sealed record FieldExpression(Expression Row, string Field, ExpressionType Type, bool IsNullable) : Expression(Type, IsNullable)
{
    /// <summary>The name of what every row has and no entity declares.</summary>
    public const string Id = "id";

    /// <summary>The entity whose field it is; empty for the input.</summary>
    public string Entity => Row.Type.Name ?? "";
}

/// <summary>A field within a value.</summary>
/// <param name="Value">The field that holds the value; the name of its type is the value's.</param>
/// <param name="Part">The field of the value.</param>
/// <param name="Type">The type of the part.</param>
/// <param name="IsNullable">Whether the value or the part may be missing.</param>
public sealed record PartExpression(FieldExpression Value, string Part, ExpressionType Type, bool IsNullable) : Expression(Type, IsNullable);

/// <summary><c>x == null</c>: whether a value is missing. Never unknown.</summary>
public sealed record IsMissing(Expression Operand) : Expression(ExpressionType.Bool, false);

/// <summary><c>!x</c>.</summary>
public sealed record Not(Expression Operand) : Expression(ExpressionType.Bool, Operand.IsNullable);

/// <summary><c>-x</c>.</summary>
public sealed record Negation(Expression Operand) : Expression(Operand.Type, Operand.IsNullable);

/// <summary>Several conditions of which all, or at least one, must hold.</summary>
/// <param name="IsAll">True for <c>&amp;&amp;</c>, false for <c>||</c>.</param>
/// <param name="Operands">Two or more; none of them is a junction of the same kind.</param>
/// <param name="IsNullable">Whether it may be unknown.</param>
public sealed record Junction(bool IsAll, EquatableArray<Expression> Operands, bool IsNullable) : Expression(ExpressionType.Bool, IsNullable);

/// <summary>Two values compared.</summary>
/// <param name="Operator">How.</param>
/// <param name="Left">The left one.</param>
/// <param name="Right">The right one, of the same kind.</param>
public sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right)
    : Expression(ExpressionType.Bool, Left.IsNullable || Right.IsNullable);

/// <summary>The comparisons.</summary>
public enum ComparisonOperator
{
    /// <summary><c>==</c>.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,
}

/// <summary>Two values reckoned with: numbers, texts put together, moments and durations.</summary>
public sealed record Arithmetic(ArithmeticOperator Operator, Expression Left, Expression Right, ExpressionType Type, bool IsNullable) : Expression(Type, IsNullable);

/// <summary>The operators that reckon.</summary>
public enum ArithmeticOperator
{
    /// <summary><c>+</c>.</summary>
    Add,

    /// <summary><c>-</c>.</summary>
    Subtract,

    /// <summary><c>*</c>.</summary>
    Multiply,

    /// <summary><c>/</c> of whole numbers, toward zero; by zero it is unknown.</summary>
    Divide,

    /// <summary><c>%</c> of whole numbers, with the sign of the left one; by zero it is unknown.</summary>
    Remainder,
}

/// <summary><c>test ? then : otherwise</c>; missing where the test is unknown. <c>x == null ? y : x</c> is missing only where <c>y</c> is.</summary>
public sealed record Conditional(Expression Test, Expression Then, Expression Otherwise, ExpressionType Type)
    : Expression(Type, Test.IsNullable || (Then.IsNullable && !IsFound(Test, Then)) || (Otherwise.IsNullable && !IsFound(new Not(Test), Otherwise)))
{
    /// <summary>Whether a test that holds says that a value is there.</summary>
    private static bool IsFound(Expression test, Expression value) => test switch
    {
        Not { Operand: IsMissing missing } => missing.Operand.Equals(value),
        Not { Operand: Not { Operand: var inner } } => IsFound(inner, value),
        _ => false,
    };
}

/// <summary><c>x in [a, b]</c>: whether a value equals one of several.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Items">One or more, each of the operand's kind.</param>
/// <param name="IsNullable">Whether it may be unknown.</param>
public sealed record Membership(Expression Operand, EquatableArray<Expression> Items, bool IsNullable) : Expression(ExpressionType.Bool, IsNullable);

/// <summary>A function of values.</summary>
public sealed record FunctionCall(ExpressionFunction Function, EquatableArray<Expression> Arguments, ExpressionType Type, bool IsNullable) : Expression(Type, IsNullable);

/// <summary>The functions.</summary>
public enum ExpressionFunction
{
    /// <summary><c>now()</c>: the time of the transaction.</summary>
    Now,

    /// <summary><c>today()</c>: the date of <c>now()</c> in UTC.</summary>
    Today,

    /// <summary><c>size(text)</c>: its code points.</summary>
    Size,

    /// <summary><c>text.contains(part)</c>.</summary>
    Contains,

    /// <summary><c>text.startsWith(part)</c>.</summary>
    StartsWith,

    /// <summary><c>text.endsWith(part)</c>.</summary>
    EndsWith,

    /// <summary><c>text.matches(pattern)</c>: whether the pattern, always a literal, is found in the text.</summary>
    Matches,
}

/// <summary>A question about the owned children of a row.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Row">The row that owns them.</param>
/// <param name="Field">The field that holds them.</param>
/// <param name="Child">Their entity.</param>
/// <param name="Variable">The name of the child in <paramref name="Body"/>; empty for a count.</param>
/// <param name="Body">What is asked of each child; null for a count.</param>
/// <param name="Type">The type of the answer.</param>
/// <param name="IsNullable">Whether the answer may be unknown.</param>
public sealed record ChildQuery(ChildQueryKind Kind, Expression Row, string Field, string Child, string Variable, Expression? Body, ExpressionType Type, bool IsNullable)
    : Expression(Type, IsNullable)
{
    /// <summary>The entity that owns the children.</summary>
    public string Owner => Row.Type.Name ?? "";
}

/// <summary>What can be asked of children.</summary>
public enum ChildQueryKind
{
    /// <summary><c>size(rows)</c>: how many there are.</summary>
    Count,

    /// <summary><c>rows.exists(x, p)</c>: whether the condition is true of one; unknown where it is true of none and unknown of one.</summary>
    Exists,

    /// <summary><c>rows.all(x, p)</c>: whether it is true of each; false where it is false of one, else unknown where it is unknown of one.</summary>
    All,

    /// <summary><c>rows.sum(x, n)</c>: the sum of the numbers that are there; 0 for none.</summary>
    Sum,
}
