using System.Data;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Archiet;

/// <summary>Tells Entity Framework what the members of <see cref="Reckon"/> that stand in predicates are in SQL.</summary>
public static class ReckonTranslations
{
    private static readonly DecimalTypeMapping Numeric = new("numeric", DbType.Decimal);
    private static readonly DateTimeOffsetTypeMapping Moment = new("timestamp with time zone", DbType.DateTimeOffset);
    private static readonly DateTimeTypeMapping Local = new("timestamp without time zone", DbType.DateTime2);
    private static readonly DateOnlyTypeMapping Date = new("date", DbType.Date);
    private static readonly StringTypeMapping Text = new("text", DbType.String);

    /// <summary>Makes predicates translatable that were lowered from expressions of the genome.</summary>
    public static void HasReckon(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.HasDbFunction(((Func<DateTimeOffset>)Reckon.Now).Method).HasTranslation(static _ => Now());
        model.HasDbFunction(((Func<DateOnly>)Reckon.Today).Method).HasTranslation(static _ => Today());
        Map(model, nameof(Reckon.Exact), typeof(decimal), static values => ToNumeric(values[0]));
        Map(model, nameof(Reckon.Subtract), typeof(DateOnly), static values => Days(values[0], values[1]));
    }

    private static void Map(ModelBuilder model, string name, Type type, Func<IReadOnlyList<SqlExpression>, SqlExpression> translate)
    {
        foreach (var operand in new[] { type, typeof(Nullable<>).MakeGenericType(type) })
        {
            var method = typeof(Reckon).GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Single(method => method.Name == name && method.GetParameters().All(parameter => parameter.ParameterType == operand));
            model.HasDbFunction(method).HasTranslation(translate);
        }
    }

    private static SqlFunctionExpression Now() => new("now", [], nullable: false, [], typeof(DateTimeOffset), Moment);

    private static SqlUnaryExpression Today()
    {
        var inUtc = new SqlFunctionExpression("timezone", [new SqlConstantExpression("UTC", Text), Now()], nullable: false, [false, false], typeof(DateTime), Local);
        return new(ExpressionType.Convert, inUtc, typeof(DateOnly), Date);
    }

    /// <summary>Without a type of its own a cast takes that of the column it is compared with, whose digits the number may not have.</summary>
    private static SqlUnaryExpression ToNumeric(SqlExpression number) => new(ExpressionType.Convert, number, typeof(decimal), Numeric);

    private static SqlFunctionExpression Days(SqlExpression later, SqlExpression earlier)
    {
        var days = new SqlBinaryExpression(ExpressionType.Subtract, later, earlier, typeof(int), IntTypeMapping.Default);
        var none = new SqlConstantExpression(0, IntTypeMapping.Default);
        return new("make_interval", [none, none, none, days], nullable: true, [false, false, false, true], typeof(TimeSpan), typeMapping: null);
    }
}
