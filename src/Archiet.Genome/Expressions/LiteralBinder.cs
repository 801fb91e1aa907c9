using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Binds what stands in an expression as it is: truth values, numbers, texts, members of enums, and <c>null</c>.</summary>
internal sealed class LiteralBinder(IExpressionTypes types, FaultList faults)
{
    /// <summary>The literal; a text where a member of an enum is expected is that member.</summary>
    public Expression? Bind(LiteralSyntax syntax, ExpressionType? hint) => syntax.Kind switch
    {
        LiteralKind.Bool => new Literal(ExpressionType.Bool, syntax.Value),
        LiteralKind.Number => BindNumber(syntax.Value, syntax.Range),
        LiteralKind.Text => hint is { Kind: ValueKind.Enum } ? BindMember(syntax, hint) : new Literal(ExpressionType.Text, syntax.Value),
        _ => BindNull(syntax, hint),
    };

    /// <summary>A number, its sign included.</summary>
    public Expression? BindNumber(string written, TextRange range)
    {
        var digits = written.TrimStart('-');
        var point = digits.IndexOf('.');
        var whole = (point < 0 ? digits : digits.Substring(0, point)).TrimStart('0');
        var fraction = point < 0 ? "" : digits.Substring(point + 1).TrimEnd('0');
        if (whole.Length + fraction.Length > ExpressionType.MostDigits)
        {
            faults.Add(GenomeDiagnostics.TooManyDigits, range, (whole.Length + fraction.Length).ToString(CultureInfo.InvariantCulture));
            return null;
        }
        var text = (whole.Length == 0 ? "0" : whole) + (fraction.Length == 0 ? "" : "." + fraction);
        var isNegative = written[0] == '-' && text != "0";
        return new Literal(ExpressionType.Number(Math.Max(whole.Length, fraction.Length == 0 ? 1 : 0), fraction.Length), (isNegative ? "-" : "") + text);
    }

    private Literal? BindMember(LiteralSyntax syntax, ExpressionType type)
    {
        if (types.Vocabulary.FindEnum(type.Name!) is not { } choice)
        {
            return null;
        }
        if (choice.Members.Any(member => member.Name == syntax.Value))
        {
            return new Literal(type, syntax.Value);
        }
        faults.Add(
            GenomeDiagnostics.UnknownEnumText, syntax.Range, syntax.Value, choice.Name, Suggestion.For(syntax.Value, choice.Members.Select(static member => member.Name)));
        return null;
    }

    private Missing? BindNull(LiteralSyntax syntax, ExpressionType? hint)
    {
        if (hint is not null)
        {
            return new(hint);
        }
        faults.Add(GenomeDiagnostics.NullOperand, syntax.Range);
        return null;
    }
}
