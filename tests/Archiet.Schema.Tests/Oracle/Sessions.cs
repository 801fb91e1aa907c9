using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>What tests do in a session.</summary>
internal static class Sessions
{
    /// <summary>Runs statements.</summary>
    public static void Run(this NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>Runs the phases of a plan as they are run: in a transaction each, or statement by statement.</summary>
    public static void Up(this NpgsqlConnection connection, MigrationPlan plan) => plan.Phases.ToList().ForEach(phase => connection.Run(phase, SchemaSql.Of(phase)));

    /// <summary>Undoes a plan.</summary>
    public static void Down(this NpgsqlConnection connection, MigrationPlan plan) => plan.Phases.Reverse().ToList().ForEach(phase => connection.Run(phase, SchemaSql.Of(phase, up: false)));

    /// <summary>The first column of a query, as text.</summary>
    public static List<string> Query(this NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        }
        return lines;
    }

    private static void Run(this NpgsqlConnection connection, MigrationPhase phase, IReadOnlyList<string> statements)
    {
        if (phase.Transactional)
        {
            connection.Run("BEGIN;\n" + string.Join('\n', statements) + "\nCOMMIT;");
            return;
        }
        foreach (var statement in statements)
        {
            connection.Run(statement);
        }
    }
}
