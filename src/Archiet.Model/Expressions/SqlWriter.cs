using System.Globalization;
using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>Writes one expression as SQL, with the parentheses that PostgreSQL's precedence asks for.</summary>
internal sealed class SqlWriter(SqlNames names, SqlScope scope)
{
    private readonly Dictionary<string, string> aliases = new(StringComparer.Ordinal);
    private int rows;
    private int depth;

    /// <summary>The SQL of an expression.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="onlyTrue">Whether FALSE may stand for NULL.</param>
    public string Write(Expression expression, bool onlyTrue) => Part(expression, onlyTrue).Text;

    private SqlPart Part(Expression expression, bool onlyTrue = false) => expression switch
    {
        Literal literal => SqlLiterals.Of(literal, names),
        Missing missing => SqlLiterals.Null(missing.Type),
        RowExpression row => new(RowId(row), SqlStrength.Primary),
        FieldExpression field => new(Field(field), SqlStrength.Primary),
        PartExpression part => new(Of(part.Value.Row, SqlNames.Column(part)), SqlStrength.Primary),
        IsMissing missing => Missing(missing.Operand, isThere: false),
        Not { Operand: IsMissing missing } => Missing(missing.Operand, isThere: true),
        Not not => new("NOT " + Wrapped(not.Operand, SqlStrength.Not), SqlStrength.Not),
        Negation negation => new("-" + SqlNumbers.Exact(Part(negation.Operand), negation.Operand).At(SqlStrength.Primary), SqlStrength.Unary),
        Junction junction => Junction(junction, onlyTrue),
        Comparison comparison => Comparison(comparison),
        Arithmetic arithmetic => Arithmetic(arithmetic),
        Conditional conditional => Conditional(conditional),
        Membership membership => new(
            Wrapped(membership.Operand, SqlStrength.Other) + " IN (" + string.Join(", ", membership.Items.Select(item => Part(item).Text)) + ")", SqlStrength.In),
        FunctionCall call => Function(call),
        _ => Children((ChildQuery)expression, onlyTrue),
    };

    private string Wrapped(Expression expression, SqlStrength least) => Part(expression).At(least);

    private SqlPart Junction(Junction junction, bool onlyTrue)
    {
        var strength = junction.IsAll ? SqlStrength.And : SqlStrength.Or;
        var parts = junction.Operands.Select(operand => Part(operand, onlyTrue).At(strength + 1));
        return new(string.Join(junction.IsAll ? " AND " : " OR ", parts), strength);
    }

    private SqlPart Comparison(Comparison comparison)
    {
        var mark = comparison.Operator switch
        {
            ComparisonOperator.Equal => " = ",
            ComparisonOperator.NotEqual => " <> ",
            ComparisonOperator.Less => " < ",
            ComparisonOperator.LessOrEqual => " <= ",
            ComparisonOperator.Greater => " > ",
            _ => " >= ",
        };
        return new(Wrapped(comparison.Left, SqlStrength.Other) + mark + Wrapped(comparison.Right, SqlStrength.Other), SqlStrength.Comparison);
    }

    private SqlPart Missing(Expression operand, bool isThere)
    {
        var test = isThere ? " IS NOT NULL" : " IS NULL";
        if (operand is not FieldExpression { Type: { Kind: ValueKind.Opaque, Name: not null } } value)
        {
            return new(Wrapped(operand, SqlStrength.Other) + test, SqlStrength.Is);
        }
        // A value is there when its required parts are; without such a part it cannot be missing.
        var columns = names.RequiredColumns(value).Take(1).Select(column => Of(value.Row, column) + test).ToList();
        return columns.Count == 1 ? new(columns[0], SqlStrength.Is) : new(isThere ? "TRUE" : "FALSE", SqlStrength.Primary);
    }

    private SqlPart Arithmetic(Arithmetic arithmetic)
    {
        var (left, right) = (Part(arithmetic.Left), Part(arithmetic.Right));
        if (arithmetic.Type.Kind == ValueKind.Number)
        {
            return SqlNumbers.Combine(arithmetic, left, right);
        }
        var mark = arithmetic.Operator == ArithmeticOperator.Add ? " + " : " - ";
        return (arithmetic.Type.Kind, arithmetic.Left.Type.Kind, arithmetic.Right.Type.Kind) switch
        {
            (ValueKind.Text, _, _) => new(left.At(SqlStrength.Other) + " || " + right.At(SqlStrength.Sum), SqlStrength.Other),
            (ValueKind.Timestamp, _, _) => new(
                "((" + left.At(SqlStrength.Primary) + " AT TIME ZONE 'UTC')" + mark + right.At(SqlStrength.Product) + ") AT TIME ZONE 'UTC'", SqlStrength.Unary),
            (ValueKind.Date, _, _) => new(left.At(SqlStrength.Sum) + mark + SqlLiterals.Days((Literal)arithmetic.Right), SqlStrength.Sum),
            (_, ValueKind.Date, _) => new("(" + left.At(SqlStrength.Sum) + mark + right.At(SqlStrength.Product) + ") * INTERVAL '1 day'", SqlStrength.Product),
            _ => new(left.At(SqlStrength.Sum) + mark + right.At(SqlStrength.Product), SqlStrength.Sum),
        };
    }

    private SqlPart Conditional(Conditional conditional)
    {
        var (test, then, otherwise) = (Part(conditional.Test).Text, Part(conditional.Then).Text, Part(conditional.Otherwise).Text);
        return new(
            conditional.Test.IsNullable
                ? "CASE (" + test + ") WHEN TRUE THEN " + then + " WHEN FALSE THEN " + otherwise + " END"
                : "CASE WHEN " + test + " THEN " + then + " ELSE " + otherwise + " END",
            SqlStrength.Primary);
    }

    private SqlPart Function(FunctionCall call)
    {
        var arguments = call.Arguments.Select(argument => Part(argument)).ToList();
        return call.Function switch
        {
            ExpressionFunction.Now => new("now()", SqlStrength.Primary),
            ExpressionFunction.Today => new("(now() AT TIME ZONE 'UTC')::date", SqlStrength.Primary),
            ExpressionFunction.Size => new("char_length(" + arguments[0].Text + ")", SqlStrength.Primary),
            ExpressionFunction.Contains => new("strpos(" + arguments[0].Text + ", " + arguments[1].Text + ") > 0", SqlStrength.Comparison),
            ExpressionFunction.StartsWith => new("starts_with(" + arguments[0].Text + ", " + arguments[1].Text + ")", SqlStrength.Primary),
            ExpressionFunction.EndsWith => new(
                "right(" + arguments[0].Text + ", char_length(" + arguments[1].Text + ")) = " + arguments[1].At(SqlStrength.Other), SqlStrength.Comparison),
            _ => new(arguments[0].At(SqlStrength.Sum) + " ~ " + arguments[1].Text, SqlStrength.Other),
        };
    }

    private SqlPart Children(ChildQuery query, bool onlyTrue)
    {
        var owner = RowId(query.Row, inSelect: true);
        var alias = Alias();
        var source = " FROM " + names.Table(query.Child) + " AS " + alias + " WHERE " + alias + ".\"tenant_id\" = " + scope.Tenant
            + " AND " + alias + "." + SqlNames.OwnerColumn(query.Owner) + " = " + owner;
        if (query.Body is null)
        {
            return new("(SELECT count(*)" + source + ")", SqlStrength.Primary);
        }
        var outer = Enter(query.Variable, alias);
        var body = Part(query.Body, onlyTrue && query.Kind == ChildQueryKind.Exists);
        Leave(query.Variable, outer);
        return query.Kind switch
        {
            ChildQueryKind.Sum => Sum(source, body, alias),
            ChildQueryKind.Exists => Exists(source, body.At(SqlStrength.Not), body.At(SqlStrength.Other) + " IS NULL", query.IsNullable && !onlyTrue, "TRUE"),
            _ when onlyTrue => new("NOT EXISTS (SELECT 1" + source + " AND " + body.At(SqlStrength.Other) + " IS NOT TRUE)", SqlStrength.Not),
            _ => Exists(source, body.At(SqlStrength.Other) + " IS FALSE", body.At(SqlStrength.Other) + " IS NULL", query.IsNullable, "FALSE"),
        };
    }

    private static SqlPart Sum(string source, SqlPart body, string alias)
    {
        // An aggregate of the outer row's columns alone would be one of the outer query.
        var isOfChild = body.Text.IndexOf(alias + ".", StringComparison.Ordinal) >= 0;
        return new(
            isOfChild
                ? "(SELECT COALESCE(sum(" + body.Text + "), 0)" + source + ")"
                : "(SELECT COALESCE(sum(\"number\"), 0) FROM (SELECT " + body.Text + " AS \"number\"" + source + ") AS \"numbers\")",
            SqlStrength.Primary);
    }

    /// <summary>What a child decides; where none does and one is unknown, so is the whole.</summary>
    private static SqlPart Exists(string source, string decides, string isUnknown, bool isNullable, string decided)
    {
        var found = "EXISTS (SELECT 1" + source + " AND " + decides + ")";
        if (!isNullable)
        {
            return decided == "TRUE" ? new(found, SqlStrength.Primary) : new("NOT " + found, SqlStrength.Not);
        }
        var otherwise = decided == "TRUE" ? "FALSE" : "TRUE";
        return new(
            "CASE WHEN " + found + " THEN " + decided + " WHEN EXISTS (SELECT 1" + source + " AND " + isUnknown + ") THEN NULL ELSE " + otherwise + " END",
            SqlStrength.Primary);
    }

    /// <summary>The value of a field: a column of a row at hand, or a look at the row that a reference leads to.</summary>
    private string Field(FieldExpression field) => field switch
    {
        { Field: FieldExpression.Id } => RowId(field.Row),
        { Row: RowExpression { Root: RowRoot.Input } } => scope.Input!(field.Field),
        _ => Of(field.Row, SqlNames.Column(field)),
    };

    private string Of(Expression row, string column)
    {
        switch (row)
        {
            case RowExpression { Root: RowRoot.This }:
                return ThisColumn(column, depth > 0);
            case RowExpression { Root: RowRoot.Variable } variable:
                return aliases[variable.Name] + "." + column;
        }
        var id = RowId(row, inSelect: true);
        var alias = Alias();
        return "(SELECT " + alias + "." + column + " FROM " + names.Table(row.Type.Name!) + " AS " + alias
            + " WHERE " + alias + ".\"tenant_id\" = " + scope.Tenant + " AND " + alias + ".\"id\" = " + id + ")";
    }

    /// <summary>The id of a row.</summary>
    private string RowId(Expression row, bool inSelect = false)
    {
        depth += inSelect ? 1 : 0;
        var id = row switch
        {
            RowExpression { Root: RowRoot.This } => ThisColumn("\"id\"", depth > 0),
            RowExpression { Root: RowRoot.User } => scope.Member,
            RowExpression { Root: RowRoot.Tenant } => scope.Tenant,
            RowExpression { Root: RowRoot.Variable } variable => aliases[variable.Name] + ".\"id\"",
            FieldExpression field => Field(field),
            _ => Part(row).At(SqlStrength.Primary),
        };
        depth -= inSelect ? 1 : 0;
        return id;
    }

    private string ThisColumn(string column, bool isQualified) =>
        scope.Row is not null ? scope.Row + "." + column : isQualified ? SqlNames.Quote(scope.Table) + "." + column : column;

    private string Alias() => "t" + (++rows).ToString(CultureInfo.InvariantCulture);

    private string? Enter(string variable, string alias)
    {
        depth++;
        aliases.TryGetValue(variable, out var outer);
        aliases[variable] = alias;
        return outer;
    }

    private void Leave(string variable, string? outer)
    {
        depth--;
        if (outer is not null)
        {
            aliases[variable] = outer;
        }
    }
}
