using Npgsql;

namespace Archiet.Runtime.Tests;

/// <summary>One private PostgreSQL cluster for all tests of this assembly, over a unix socket; each fixture makes a database of its own in it.</summary>
[SetUpFixture]
public sealed class PostgresFixture
{
    private static PostgresCluster? cluster;
    private static int databases;

    private static PostgresCluster Cluster => cluster ?? throw new InvalidOperationException("The cluster runs during tests only.");

    // Every fixture's host has pools of its own, and what they hold idle is not given back before the end.
    [OneTimeSetUp]
    public void Start() => cluster = PostgresCluster.Start("max_connections=800");

    [OneTimeTearDown]
    public void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        cluster?.Dispose();
    }

    /// <summary>Makes an empty database, or one like another that nobody is connected to; the result connects to it as the cluster's superuser.</summary>
    public static async Task<string> CreateDatabaseAsync(string? template = null)
    {
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", PostgresCluster.Superuser));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name}\" TEMPLATE \"{template ?? "template1"}\"", connection);
        await command.ExecuteNonQueryAsync();
        return ConnectionString(name, PostgresCluster.Superuser);
    }

    /// <summary>The same database as another role. Every role of the cluster logs in without a password: the socket's folder is the fence.</summary>
    public static string As(string connectionString, string role) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = role }.ConnectionString;

    /// <summary>Runs statements that return nothing.</summary>
    public static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string ConnectionString(string database, string role) => new NpgsqlConnectionStringBuilder
    {
        Host = Cluster.SocketFolder,
        Database = database,
        Username = role,
        IncludeErrorDetail = true,
    }.ConnectionString;
}
