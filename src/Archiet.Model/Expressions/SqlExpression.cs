using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;

namespace Archiet.Model.Expressions;

/// <summary>Expressions as SQL of PostgreSQL, whose logic of true, false and NULL is theirs.</summary>
public static class SqlExpression
{
    /// <summary>The value; of a condition TRUE, FALSE or NULL. A CHECK of it refuses what is false.</summary>
    public static string Value(Expression expression, GenomeOutline outline, SqlScope scope) =>
        new SqlWriter(new(outline), scope).Write(expression, onlyTrue: false);

    /// <summary>A condition where only TRUE counts, as in WHERE: what is unknown may be FALSE. It is as simple as an index needs it.</summary>
    public static string Condition(Expression expression, GenomeOutline outline, SqlScope scope) =>
        new SqlWriter(new(outline), scope).Write(expression, onlyTrue: true);
}
