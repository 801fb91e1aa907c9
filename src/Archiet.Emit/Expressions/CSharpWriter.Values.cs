using System.Globalization;
using System.Xml;
using Archiet.Genome.Expressions;

namespace Archiet.Emit;

/// <content>Values: fields, literals and what is reckoned from them.</content>
internal sealed partial class CSharpWriter
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    /// <summary>The value of an expression, null where it is missing.</summary>
    public CSharpPart Value(Expression expression) => expression switch
    {
        Literal literal => Spelled(literal, isExact: false),
        Missing missing => new("(" + TypeOf(missing.Type) + "?)null", CSharpStrength.Unary),
        RowExpression row => new(RowId(row), CSharpStrength.Primary),
        FieldExpression field => Field(field),
        PartExpression part => Part(part),
        Negation negation => new("-" + Exact(negation.Operand).At(CSharpStrength.Primary), CSharpStrength.Unary),
        Arithmetic arithmetic => Combined(arithmetic),
        Conditional conditional when conditional.Type.Kind != ValueKind.Bool => Choice(conditional),
        FunctionCall { Function: ExpressionFunction.Now } => new(scope.Now, CSharpStrength.Primary),
        FunctionCall { Function: ExpressionFunction.Today } => new(scope.Today, CSharpStrength.Primary),
        FunctionCall { Function: ExpressionFunction.Size } call => Size(call.Arguments[0]),
        ChildQuery { Kind: ChildQueryKind.Count } query => new(Rows(query) + (scope.IsQuery ? ".Count()" : ".Count"), CSharpStrength.Primary),
        ChildQuery { Kind: ChildQueryKind.Sum } query => Sum(query),
        _ => Truth(expression),
    };

    /// <summary>Whether the C# of an expression can be null: what is reached over a row that may not be loaded can, whatever the genome requires.</summary>
    private bool IsNullable(Expression expression) =>
        expression is not (IsMissing or Not { Operand: IsMissing } or ChildQuery { Kind: ChildQueryKind.Count or ChildQueryKind.Sum })
        && (expression.IsNullable || (!scope.IsQuery && ExpressionParts.All(expression).Any(static part => part is FieldExpression { Row: FieldExpression })));

    private CSharpPart Truth(Expression condition)
    {
        if (!IsNullable(condition))
        {
            return IsTrue(condition);
        }
        return new(
            IsTrue(condition).At(CSharpStrength.Coalesce) + " ? true : " + IsFalse(condition).At(CSharpStrength.Coalesce) + " ? (bool?)false : null",
            CSharpStrength.Conditional);
    }

    private CSharpPart Choice(Conditional conditional)
    {
        var isNullable = IsNullable(conditional);
        var cast = "(" + TypeOf(conditional.Type) + (isNullable ? "?)" : ")");
        var test = IsTrue(conditional.Test).At(CSharpStrength.Coalesce);
        var then = Branch(conditional.Then);
        var otherwise = Branch(conditional.Otherwise);
        return IsNullable(conditional.Test)
            ? new(test + " ? " + then + " : " + IsFalse(conditional.Test).At(CSharpStrength.Coalesce) + " ? " + otherwise + " : null", CSharpStrength.Conditional)
            : new(test + " ? " + then + " : " + otherwise, CSharpStrength.Conditional);

        string Branch(Expression branch) => branch is Missing
            ? Value(branch).Text
            : conditional.Type.Kind is ValueKind.Text ? Value(branch).At(CSharpStrength.Coalesce) : cast + (conditional.Type.Kind == ValueKind.Number ? Exact(branch) : Value(branch)).At(CSharpStrength.Primary);
    }

    private CSharpPart Size(Expression text)
    {
        var value = Value(text);
        if (!scope.IsQuery)
        {
            return new(Reckon + (IsNullable(text) ? ".SizeOrNull(" : ".Size(") + value.Text + ")", CSharpStrength.Primary);
        }
        if (text is Literal literal)
        {
            return new(CSharpText.Number(literal.Text.Count(static c => !char.IsLowSurrogate(c))), CSharpStrength.Primary);
        }
        // PostgreSQL counts code points, and Length becomes its length().
        return IsNullable(text)
            ? new("(int?)" + value.At(CSharpStrength.Primary) + "!.Length", CSharpStrength.Unary)
            : new(value.At(CSharpStrength.Primary) + ".Length", CSharpStrength.Primary);
    }

    private CSharpPart Sum(ChildQuery query)
    {
        var isNullable = IsNullable(query.Body!);
        if (scope.IsQuery && !ExpressionParts.All(query.Body!).Any(part => part is RowExpression { Root: RowRoot.Variable } row && row.Name == query.Variable))
        {
            // What says nothing of the child is no aggregate in SQL, which Entity Framework does not know.
            var each = Exact(query.Body!).At(CSharpStrength.Unary);
            return new(Reckon + ".Exact(" + Rows(query) + ".Count()) * " + (isNullable ? "(" + each + " ?? 0m)" : each), CSharpStrength.Product);
        }
        var variable = Enter(query.Variable);
        var body = Exact(query.Body!).Text;
        Leave(query.Variable);
        var sum = Rows(query) + ".Sum(" + variable + " => " + body + ")";
        return isNullable ? new(sum + ".GetValueOrDefault()", CSharpStrength.Primary) : new(sum, CSharpStrength.Primary);
    }

    private string Rows(ChildQuery query)
    {
        var member = names[(query.Owner, query.Field)];
        return scope.This.Length == 0 ? CSharpText.Identifier(member) : scope.This + "." + CSharpText.Identifier(member);
    }

    private CSharpPart Spelled(Literal literal, bool isExact) => literal.Type.Kind switch
    {
        ValueKind.Bool => new(literal.Text, CSharpStrength.Primary),
        ValueKind.Number => Number(literal.Text, isExact),
        ValueKind.Enum => new(
            scope.Types.Own(literal.Type.Name!) + "." + CSharpText.Identifier(names[(literal.Type.Name!, literal.Text)]), CSharpStrength.Primary),
        ValueKind.Date => new(DefaultValue.Date(literal.Text, scope.Types), CSharpStrength.Primary),
        ValueKind.Time => new(DefaultValue.Time(literal.Text, scope.Types), CSharpStrength.Primary),
        ValueKind.Timestamp => new(DefaultValue.Timestamp(literal.Text, scope.Types), CSharpStrength.Primary),
        ValueKind.Duration => new(DefaultValue.Duration(literal.Text, scope.Types), CSharpStrength.Primary),
        _ => new(CSharpText.Literal(literal.Text), CSharpStrength.Primary),
    };

    private static CSharpPart Number(string text, bool isExact)
    {
        var isInt = !isExact && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        return new(isInt ? text : text + "m", text[0] == '-' ? CSharpStrength.Unary : CSharpStrength.Primary);
    }

    /// <summary>The type of a value, without its question mark.</summary>
    private string TypeOf(ExpressionType type) => type.Kind switch
    {
        ValueKind.Bool => "bool",
        ValueKind.Number => "decimal",
        ValueKind.Enum => CSharpText.Identifier(type.Name!),
        ValueKind.Date => scope.Types["DateOnly"],
        ValueKind.Time => scope.Types["TimeOnly"],
        ValueKind.Timestamp => scope.Types["DateTimeOffset"],
        ValueKind.Duration => scope.Types["TimeSpan"],
        ValueKind.Uuid or ValueKind.Reference => scope.Types["Guid"],
        ValueKind.Opaque => type.Name ?? "object",
        _ => "string",
    };

    /// <summary>The name of the child in C#: its own, unless something there has it already.</summary>
    private string Enter(string variable)
    {
        var name = CSharpText.Identifier(variable);
        while (name == scope.This || name == scope.User || name == scope.Tenant || name == scope.Context || scope.Now.StartsWith(name + ".", StringComparison.Ordinal)
            || variables.ContainsValue(name))
        {
            name += "_";
        }
        variables[variable] = name;
        return name;
    }

    private void Leave(string variable) => variables.Remove(variable);

    private string Reckon => scope.Types.Static("Reckon");

    private static string Days(Literal duration) => CSharpText.Number((int)XmlConvert.ToTimeSpan(duration.Text).TotalDays);
}
