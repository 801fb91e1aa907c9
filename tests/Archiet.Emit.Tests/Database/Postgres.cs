using System.Diagnostics;
using Archiet.Runtime.Tests;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>One throw-away cluster for the tests of this assembly that need a real database; started by the first of them.</summary>
[SetUpFixture]
public sealed class Postgres
{
    private static readonly Lazy<PostgresCluster> Cluster = new(static () => PostgresCluster.Start());
    private static int databases;

    [OneTimeTearDown]
    public void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        if (Cluster.IsValueCreated)
        {
            Cluster.Value.Dispose();
        }
    }

    /// <summary>An empty database that a role without login owns, with the default privileges that give another role its rows.</summary>
    internal static string CreateDatabase(RoleNames roles)
    {
        var name = "emitted_" + Interlocked.Increment(ref databases);
        var server = ConnectionString("postgres");
        foreach (var statement in roles.RoleStatements())
        {
            Execute(server, $"DO $$ BEGIN {statement}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        Execute(server, $"CREATE DATABASE \"{name}\" OWNER \"{roles.Owner}\"");
        Execute(
            ConnectionString(name),
            $"""
            ALTER SCHEMA public OWNER TO "{roles.Owner}";
            ALTER DEFAULT PRIVILEGES FOR ROLE "{roles.Owner}" IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "{roles.App}";
            """);
        return ConnectionString(name);
    }

    /// <summary>The same database as another role.</summary>
    public static string As(string connectionString, string role) => new NpgsqlConnectionStringBuilder(connectionString) { Username = role }.ConnectionString;

    /// <summary>A statement of ours, prepared: tenant and caller are ids. A page of the usual size has its limit in its text, and the place of that parameter stays empty.</summary>
    public static string Prepared(string name, string sql) => $"PREPARE {name} (uuid, uuid{(sql.Contains("$3", StringComparison.Ordinal) ? "" : ", integer")}) AS {sql}";

    /// <summary>Runs statements, as the cluster's superuser unless the connection string says otherwise.</summary>
    public static void Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The rows of one text column.</summary>
    public static IReadOnlyList<string> Query(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var rows = command.ExecuteReader();
        var found = new List<string>();
        do
        {
            while (rows.Read())
            {
                found.Add(Convert.ToString(rows.GetValue(0), System.Globalization.CultureInfo.InvariantCulture) ?? "");
            }
        }
        while (rows.NextResult());
        return found;
    }

    /// <summary>Runs a script by psql, as a person does: what it wrote, and whether it came to its end.</summary>
    public static (bool Done, string Output) Psql(string connectionString, string script)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString);
        var start = new ProcessStartInfo(Cluster.Value.Program("psql"))
        {
            ArgumentList = { "--no-psqlrc", "--no-align", "--host", database.Host!, "--username", database.Username!, "--dbname", database.Database!, "--file", "-" },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("psql did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.Write(script);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode == 0, output.Result + errors.Result);
    }

    private static string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = Cluster.Value.SocketFolder,
        Database = database,
        Username = PostgresCluster.Superuser,
        IncludeErrorDetail = true,
        Pooling = false,
    }.ConnectionString;
}
