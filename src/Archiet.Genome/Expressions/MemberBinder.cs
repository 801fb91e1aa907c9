using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Binds <c>row.field</c> and <c>row.value.field</c>.</summary>
internal sealed class MemberBinder(ExpressionScope scope, IExpressionTypes types, FaultList faults)
{
    /// <summary>The field, or null where there is none: then it has its fault, here or where a mistake left its type open.</summary>
    public Expression? Bind(Expression target, MemberSyntax member)
    {
        if (target is FieldExpression { Type: { Kind: ValueKind.Opaque, Name: { } value } } field)
        {
            return BindPart(field, value, member);
        }
        if (target.Type.Kind != ValueKind.Reference || target is Missing)
        {
            faults.Add(GenomeDiagnostics.UnknownFieldOfRow, member.NameRange, TypeWords.Capital(TypeWords.Of(target)), member.Name, Remedy(target.Type));
            return null;
        }
        if (target is not (RowExpression or FieldExpression))
        {
            faults.Add(GenomeDiagnostics.ExpressionSyntax, member.NameRange, "the name of a field follows a row or a reference");
            return null;
        }
        if (!scope.AllowsOtherRows && target is not RowExpression { Root: RowRoot.This })
        {
            faults.Add(GenomeDiagnostics.NotAvailable, member.NameRange, TypeWords.Capital(scope.Describe()), "the row alone", $"the field '{member.Name}' of another row");
            return null;
        }
        return BindField(target, member);
    }

    private FieldExpression? BindField(Expression row, MemberSyntax member)
    {
        var isInput = row is RowExpression { Root: RowRoot.Input };
        var shape = isInput ? scope.Input : types.FindEntity(row.Type.Name!);
        if (shape is null)
        {
            return null;
        }
        if (member.Name == FieldExpression.Id && !isInput)
        {
            return new FieldExpression(row, FieldExpression.Id, ExpressionType.Uuid, row.IsNullable);
        }
        if (shape.Find(member.Name) is not { } field)
        {
            var subject = isInput ? "The input" : $"'{shape.Name}'";
            faults.Add(GenomeDiagnostics.UnknownFieldOfRow, member.NameRange, subject, member.Name, Suggestion.For(member.Name, shape.Fields.Select(static known => known.Name)));
            return null;
        }
        return field.Type is null ? null : Read(row, field, member);
    }

    private FieldExpression? Read(Expression row, FieldShape field, MemberSyntax member)
    {
        if (field.IsRetired && !scope.IsOfRetired)
        {
            faults.Add(GenomeDiagnostics.RetiredField, member.NameRange, field.Name);
            return null;
        }
        if (Unreadable(field) is { } reason)
        {
            faults.Add(GenomeDiagnostics.UnreadableField, member.NameRange, field.Name, scope.Describe(), reason);
            return null;
        }
        if (field.Multiplicity == FieldMultiplicity.OwnedChildren)
        {
            return new(row, field.Name, new(ValueKind.Rows, field.Type!.Name), false);
        }
        return new(row, field.Name, ExpressionType.Of(field.Type!), row.IsNullable || !field.Required);
    }

    private string? Unreadable(FieldShape field) => field switch
    {
        { IsSecret: true } when scope.IsShown => "it is secret, and would be seen through it",
        { Multiplicity: FieldMultiplicity.Many } => "it holds rows that are not its own",
        { Origin: FieldOrigin.ComputedOnRead } => "it is computed when it is read; say its expression instead",
        { Origin: FieldOrigin.ComputedColumn } when scope.Purpose == ExpressionPurpose.StoredValue => "it is computed itself; say its expression instead",
        { Multiplicity: FieldMultiplicity.OwnedChildren } when !scope.AllowsOtherRows => "its rows are not in the row itself",
        _ => null,
    };

    private PartExpression? BindPart(FieldExpression field, string value, MemberSyntax member)
    {
        var declared = types.Vocabulary.FindValue(value);
        var part = declared?.Fields.FirstOrDefault(known => known.Name == member.Name);
        if (part is not null)
        {
            return new(field, part.Name, ExpressionType.Of(part.Type), field.IsNullable || !part.Required);
        }
        if (declared?.Retired.Any(known => known.Name == member.Name) == true)
        {
            faults.Add(GenomeDiagnostics.RetiredField, member.NameRange, member.Name);
        }
        else if (declared is not null)
        {
            faults.Add(
                GenomeDiagnostics.UnknownFieldOfRow, member.NameRange, $"'{value}'", member.Name, Suggestion.For(member.Name, declared.Fields.Select(static known => known.Name)));
        }
        return null;
    }

    private static string Remedy(ExpressionType type) =>
        type.Kind == ValueKind.Rows ? "; ask them with 'exists', 'all', 'size' or 'sum'." : ".";
}
