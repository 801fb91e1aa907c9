using System.Globalization;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Binds questions about owned children.</summary>
internal sealed class ChildBinder(ExpressionBinder binder)
{
    /// <summary>Digits that a sum may have more than its parts: a million rows.</summary>
    private const int DigitsOfSum = 6;

    private static readonly string[] Methods = ["all", "exists", "size", "sum"];

    /// <summary>A method of children.</summary>
    public Expression? Bind(FieldExpression rows, CallSyntax syntax)
    {
        switch (syntax.Name)
        {
            case "size" when syntax.Arguments.Count == 0:
                return Count(rows, syntax);
            case "exists":
                return BindQuery(rows, syntax, ChildQueryKind.Exists);
            case "all":
                return BindQuery(rows, syntax, ChildQueryKind.All);
            case "sum":
                return BindQuery(rows, syntax, ChildQueryKind.Sum);
            case "size":
                binder.Faults.Add(GenomeDiagnostics.ArgumentCount, syntax.NameRange, "size", "nothing", syntax.Arguments.Count.ToString(CultureInfo.InvariantCulture));
                return null;
        }
        binder.Faults.Add(GenomeDiagnostics.UnknownFunction, syntax.NameRange, syntax.Name, $" of rows of {rows.Type.Name}" + Suggestion.For(syntax.Name, Methods));
        return null;
    }

    /// <summary>How many children there are.</summary>
    public Expression? Count(FieldExpression rows, CallSyntax syntax) =>
        AreOfThis(rows, syntax) ? new ChildQuery(ChildQueryKind.Count, rows.Row, rows.Field, rows.Type.Name!, "", null, ExpressionType.Number(10, 0), false) : null;

    private ChildQuery? BindQuery(FieldExpression rows, CallSyntax syntax, ChildQueryKind kind)
    {
        if (!AreOfThis(rows, syntax))
        {
            return null;
        }
        if (syntax.Arguments.Count != 2 || syntax.Arguments[0] is not NameSyntax variable)
        {
            binder.Faults.Add(
                GenomeDiagnostics.ChildrenMisused, syntax.NameRange, syntax.Name,
                $"takes a name for the child and what is asked of it, as in this.{rows.Field}.{syntax.Name}(it, {(kind == ChildQueryKind.Sum ? "it.amount" : "it.amount > 0")})");
            return null;
        }
        var part = syntax.Arguments[1];
        var body = binder.BindWithVariable(variable, rows.Type.Name!, () => kind == ChildQueryKind.Sum ? BindNumber(part) : binder.BindCondition(part));
        if (body is null || TypeOf(kind, body, part) is not { } type)
        {
            return null;
        }
        return new(kind, rows.Row, rows.Field, rows.Type.Name!, variable.Name, body, type, kind != ChildQueryKind.Sum && body.IsNullable);
    }

    private Expression? BindNumber(ExpressionSyntax syntax)
    {
        var bound = binder.Bind(syntax);
        if (bound is null || bound.Type.Kind == ValueKind.Number)
        {
            return bound;
        }
        binder.Faults.Add(GenomeDiagnostics.OperandType, syntax.Range, "sum", "a number", TypeWords.Of(bound));
        return null;
    }

    private ExpressionType? TypeOf(ChildQueryKind kind, Expression body, ExpressionSyntax syntax)
    {
        if (kind != ChildQueryKind.Sum)
        {
            return ExpressionType.Bool;
        }
        var type = ExpressionType.Number(body.Type.WholeDigits + DigitsOfSum, body.Type.Scale);
        if (type.Precision <= ExpressionType.MostDigits)
        {
            return type;
        }
        binder.Faults.Add(GenomeDiagnostics.TooManyDigits, syntax.Range, type.Precision.ToString(CultureInfo.InvariantCulture));
        return null;
    }

    private bool AreOfThis(FieldExpression rows, CallSyntax syntax)
    {
        if (rows.Row is RowExpression { Root: RowRoot.This })
        {
            return true;
        }
        binder.Faults.Add(GenomeDiagnostics.ChildrenMisused, syntax.NameRange, syntax.Name, "asks the children of 'this' only");
        return false;
    }
}
