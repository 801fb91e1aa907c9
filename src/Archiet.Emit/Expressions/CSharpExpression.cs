using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;

namespace Archiet.Emit;

/// <summary>
/// Expressions as C#. A condition has two questions, whether it is true and whether it is false, each of which is a <c>bool</c>; what is unknown is neither.
/// </summary>
internal static class CSharpExpression
{
    /// <summary>A <c>bool</c>: whether a condition is true, as row conditions and guards ask.</summary>
    public static string IsTrue(NamedExpression expression, CSharpScope scope) => new CSharpWriter(expression.Names, scope).IsTrue(expression.Tree).Text;

    /// <summary>A <c>bool</c>: whether a condition is false, as a rule that is broken.</summary>
    public static string IsFalse(NamedExpression expression, CSharpScope scope) => new CSharpWriter(expression.Names, scope).IsFalse(expression.Tree).Text;

    /// <summary>The value, null where it is missing.</summary>
    public static string Value(NamedExpression expression, CSharpScope scope) => new CSharpWriter(expression.Names, scope).Value(expression.Tree).Text;

    /// <summary>Whether code over an instance of the row can tell: what an expression says of fields of the user and the tenant only a query can.</summary>
    public static bool IsOverInstance(Expression expression) => !ExpressionParts.All(expression).Any(static part => part switch
    {
        FieldExpression { Field: FieldExpression.Id } => false,
        FieldExpression { Row: RowExpression { Root: RowRoot.User or RowRoot.Tenant } } => true,
        _ => false,
    });
}
