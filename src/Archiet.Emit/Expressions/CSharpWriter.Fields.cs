using Archiet.Genome.Expressions;

namespace Archiet.Emit;

/// <content>Fields, and the rows that references lead to.</content>
internal sealed partial class CSharpWriter
{
    private CSharpPart Field(FieldExpression field)
    {
        if (field.Field == FieldExpression.Id)
        {
            return new(RowId(field.Row), CSharpStrength.Primary);
        }
        if (field.Row is RowExpression { Root: RowRoot.User or RowRoot.Tenant } root)
        {
            return OfCaller(root, field, "", field.Type);
        }
        return Nullable(field, Typed(Path(field.Row) + Property(field), field.Type, IsNullable(field)));
    }

    private CSharpPart Part(PartExpression part)
    {
        var name = CSharpText.Identifier(names[(part.Value.Type.Name!, part.Part)]);
        if (part.Value.Row is RowExpression { Root: RowRoot.User or RowRoot.Tenant } root)
        {
            return OfCaller(root, part.Value, (part.Value.IsNullable ? "!." : ".") + name, part.Type);
        }
        var step = part.Value.IsNullable ? scope.IsQuery ? "!." : "?." : ".";
        return Nullable(part, Typed(Path(part.Value.Row) + Property(part.Value) + step + name, part.Type, IsNullable(part)));
    }

    /// <summary>A text of a named type by the text it holds.</summary>
    private string Typed(string access, ExpressionType type, bool isNullable)
    {
        if (type is not { Kind: ValueKind.Text, Name: not null })
        {
            return access;
        }
        return scope.IsQuery ? "((string)(object)" + access + (isNullable ? "!)" : ")") : access + (isNullable ? "?.Value" : ".Value");
    }

    /// <summary>An access as a part; in a query, one whose row may be missing is given a type that says so.</summary>
    private CSharpPart Nullable(Expression expression, string access)
    {
        if (!scope.IsQuery)
        {
            return new(access, access.IndexOf("?.", StringComparison.Ordinal) < 0 ? CSharpStrength.Primary : CSharpStrength.Unary);
        }
        var row = expression is PartExpression part ? part.Value : ((FieldExpression)expression).Row;
        if (row.IsNullable && expression.Type.Kind == ValueKind.Number)
        {
            return new(Reckon + ".Exact((decimal?)" + access + ")", CSharpStrength.Primary);
        }
        return row.IsNullable && expression.Type.Kind is not (ValueKind.Text or ValueKind.Opaque)
            ? new("(" + TypeOf(expression.Type) + "?)" + access, CSharpStrength.Unary)
            : new(access, CSharpStrength.Primary);
    }

    private string Property(FieldExpression field)
    {
        var member = names[(field.Entity, field.Field)];
        return CSharpText.Identifier(field.Type.Kind == ValueKind.Reference ? member + "Id" : member);
    }

    /// <summary>The way to the members of a row, with the point behind it.</summary>
    private string Path(Expression row) => row switch
    {
        RowExpression { Root: RowRoot.This } => scope.This.Length == 0 ? "" : scope.This + ".",
        RowExpression { Root: RowRoot.Input } => scope.Input + ".",
        RowExpression variable => variables[variable.Name] + ".",
        _ => Navigation((FieldExpression)row) + (scope.IsQuery ? "!." : "?."),
    };

    private string Navigation(FieldExpression reference) => Path(reference.Row) + CSharpText.Identifier(names[(reference.Entity, reference.Field)]);

    private string RowId(Expression row) => row switch
    {
        RowExpression { Root: RowRoot.User } => scope.User,
        RowExpression { Root: RowRoot.Tenant } => scope.Tenant,
        FieldExpression reference => Value(reference).At(CSharpStrength.Primary),
        _ => Path(row) + "Id",
    };

    /// <summary>A field of the caller's or the tenant's row, which a query looks up.</summary>
    private CSharpPart OfCaller(RowExpression root, FieldExpression field, string part, ExpressionType type)
    {
        var isText = type.Kind is ValueKind.Text or ValueKind.Opaque;
        var found = scope.Context + ".Set<" + CSharpText.Identifier(names[(field.Entity, "")]) + ">().Where(row => row.Id == " + RowId(root) + ").Select(row => "
            + (isText ? "" : "(" + TypeOf(type) + "?)") + "row." + Property(field) + part + ").FirstOrDefault()";
        return new(isText && !IsNullable(field) ? found + "!" : found, CSharpStrength.Primary);
    }
}
