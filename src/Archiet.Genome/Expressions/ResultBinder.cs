using System.Globalization;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Holds a value against the field that it is for.</summary>
internal sealed class ResultBinder(ExpressionBinder binder)
{
    /// <summary>The expression where the field can take it; else null, and a fault.</summary>
    public Expression? Fit(Expression bound, ExpressionType expected, ExpressionSyntax syntax)
    {
        var target = binder.Scope.Target!;
        if (bound is not Missing && (expected.Kind == ValueKind.Opaque || !IsSame(bound.Type, expected)))
        {
            binder.Faults.Add(GenomeDiagnostics.ResultType, syntax.Range, TypeWords.Capital(TypeWords.Of(expected)), TypeWords.Of(bound));
            return null;
        }
        if (expected.Kind == ValueKind.Number && bound.Type.Scale > expected.Scale && bound is not Missing)
        {
            binder.Faults.Add(GenomeDiagnostics.WouldBeRounded, syntax.Range, target.Name, Number(expected.Scale), Number(bound.Type.Scale));
            return null;
        }
        if (target.Required && bound.IsNullable)
        {
            binder.Faults.Add(GenomeDiagnostics.MayBeMissing, syntax.Range, target.Name);
            return null;
        }
        return bound;
    }

    private static bool IsSame(ExpressionType type, ExpressionType expected) =>
        type.Kind == expected.Kind && (type.Kind is not (ValueKind.Enum or ValueKind.Reference) || type.Name == expected.Name);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
