using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet.Emit.Tests.Expressions;

/// <summary>Asks one expression all ways.</summary>
internal sealed class Agreement(Expression expression, GenomeOutline outline, NpgsqlConnection connection, ShopContext context, Asked asked)
{
    private static readonly SqlScope Bare = new("orders");

    /// <summary>How many rows had an answer that is not unknown.</summary>
    public int Decided { get; private set; }

    /// <summary>The answers that differ from those of SQL in a SELECT.</summary>
    public IEnumerable<string> Check(IReadOnlyList<Order> orders, CompiledExpression compiled)
    {
        var sql = SqlExpression.Value(expression, outline, Bare);
        var condition = SqlExpression.Condition(expression, outline, Bare);
        var answers = Answers(sql);
        Decided = answers.Values.Count(static answer => answer is not null);
        if (answers.Values.Any(static answer => answer is null) && !expression.IsNullable)
        {
            yield return $"{expression}\nis said to be never unknown\n{sql}";
        }
        if (ExpressionFacts.Of(expression).IsImmutableOverRow)
        {
            // PostgreSQL itself refuses an index condition that is not immutable.
            Execute("SAVEPOINT immutable");
            Execute($"CREATE INDEX immutable ON \"orders\" (\"id\") WHERE {condition}");
            Execute($"ALTER TABLE \"orders\" ADD CONSTRAINT immutable_check CHECK ({sql}) NOT VALID");
            Execute("ROLLBACK TO SAVEPOINT immutable");
        }
        var chosen = Ids($"SELECT \"id\" FROM \"orders\" WHERE \"tenant_id\" = $1 AND ({condition}) AND ($2::uuid IS NULL OR TRUE)");
        foreach (var order in orders)
        {
            var answer = answers[order.Id];
            if (chosen.Contains(order.Id) != (answer == true))
            {
                yield return $"{expression}\nis {answer} in a SELECT and {chosen.Contains(order.Id)} in a WHERE\n{sql}\n{condition}";
                yield break;
            }
            if (CSharpExpression.IsOverInstance(expression) && (compiled.IsTrue(order, asked) != (answer == true) || compiled.IsFalse(order, asked) != (answer == false)))
            {
                yield return $"{expression}\nis {answer} in SQL; in C# true is {compiled.IsTrue(order, asked)}, false is {compiled.IsFalse(order, asked)}\n{sql}";
                yield break;
            }
        }
        foreach (var (wanted, where) in new[] { (true, compiled.WhereTrue(context, asked)), (false, compiled.WhereFalse(context, asked)) })
        {
            if (Differs(wanted, where, answers) is { } difference)
            {
                yield return difference + "\n" + sql;
            }
        }
    }

    private string? Differs(bool wanted, System.Linq.Expressions.Expression<Func<Order, bool>> where, Dictionary<Guid, bool?> answers)
    {
        var query = context.Orders.AsNoTracking().Where(where).Select(static it => it.Id);
        Execute("SAVEPOINT query");
        try
        {
            var found = query.ToHashSet();
            var differing = answers.Where(answer => found.Contains(answer.Key) != (answer.Value == wanted)).ToList();
            return differing.Count == 0 ? null : $"{expression}\nasked whether it is {wanted}, EF differs in {differing.Count} rows\n{query.ToQueryString()}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or PostgresException or InvalidCastException)
        {
            Execute("ROLLBACK TO SAVEPOINT query");
            return $"{expression}\nis not translated: {exception.Message}\n{where}";
        }
    }

    private Dictionary<Guid, bool?> Answers(string sql)
    {
        using var command = Command($"SELECT \"id\", ({sql}) FROM \"orders\" WHERE \"tenant_id\" = $1 AND ($2::uuid IS NULL OR TRUE)");
        using var reader = command.ExecuteReader();
        var answers = new Dictionary<Guid, bool?>();
        while (reader.Read())
        {
            answers.Add(reader.GetGuid(0), reader.IsDBNull(1) ? null : reader.GetBoolean(1));
        }
        return answers;
    }

    private HashSet<Guid> Ids(string sql)
    {
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        var ids = new HashSet<Guid>();
        while (reader.Read())
        {
            ids.Add(reader.GetGuid(0));
        }
        return ids;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { Value = asked.Tenant, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)asked.User ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        return command;
    }
}
