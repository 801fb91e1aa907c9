using Archiet.Genome.Binding;
using Archiet.Model;
using Archiet.Model.Expressions;

namespace Archiet.Emit;

/// <summary>The value of an expression as the property of a field takes it: expressions reckon in <c>decimal</c> and speak of plain text.</summary>
internal static class FieldValue
{
    public static string Of(FieldModel field, NamedExpression expression, CSharpScope scope, TypeNames names)
    {
        var value = CSharpExpression.Value(expression, scope);
        if (field.Kind is FieldKind.Int or FieldKind.Long)
        {
            return "(" + names.Of(field) + (field.Required ? ")" : "?)") + "(" + value + ")";
        }
        if (field.TypeName is not { } type || field.Kind == FieldKind.Enum)
        {
            return value;
        }
        var stored = names.Own(type, field.Member) + ".Stored(";
        return field.Required ? stored + value + ")" : "(" + value + ") is { } text ? " + stored + "text) : null";
    }
}
