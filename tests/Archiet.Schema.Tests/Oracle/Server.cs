using Archiet.Runtime.Tests;
using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>One PostgreSQL for all tests of this folder, started when the first of them asks. A database costs too much to be made for each pair of schemas: its schema is made anew.</summary>
[SetUpFixture]
public sealed class Server
{
    /// <summary>The role that owns the tables of made-up genomes.</summary>
    public const string Owner = "shop_owner";

    // What seed rows ask of the runtime's own schema.
    private const string Runtime = """
        CREATE SCHEMA archiet;
        CREATE TABLE archiet.tenants (id uuid PRIMARY KEY);
        CREATE FUNCTION archiet.seed_id(tenant uuid, entity text, key text) RETURNS uuid IMMUTABLE LANGUAGE sql
        AS $$ SELECT overlay(overlay(md5(tenant || entity || '/' || key) PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid $$;
        """;

    private static Lazy<PostgresCluster> cluster = new(Start);

    [OneTimeTearDown]
    public void Stop()
    {
        NpgsqlConnection.ClearAllPools();
        if (cluster.IsValueCreated)
        {
            cluster.Value.Dispose();
            cluster = new(Start);
        }
    }

    /// <summary>A session of the owner that migrates, in a database that has nothing in it.</summary>
    /// <param name="database">Its name; it is made if it is not there.</param>
    internal static NpgsqlConnection Open(string database)
    {
        using (var connection = Connect("postgres", PostgresCluster.Superuser))
        {
            if (connection.Query($"SELECT datname FROM pg_database WHERE datname = '{database}'").Count == 0)
            {
                connection.Run($"CREATE DATABASE {database} OWNER {Owner}");
                using var made = Connect(database, Owner);
                made.Run(Runtime);
            }
        }
        var owner = Connect(database, Owner);
        owner.Run("SET app.migrating = 'on'; SET TIME ZONE 'UTC'");
        Clear(owner);
        return owner;
    }

    /// <summary>Removes all that is there but what seed rows ask of the runtime.</summary>
    internal static void Clear(NpgsqlConnection owner) => owner.Run(
        "SET client_min_messages = warning; DROP SCHEMA IF EXISTS public, partition_0, partition_1 CASCADE; CREATE SCHEMA public; RESET client_min_messages");

    /// <summary>A session.</summary>
    internal static NpgsqlConnection Connect(string database, string role)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = cluster.Value.SocketFolder, Database = database, Username = role, Pooling = false, IncludeErrorDetail = true, CommandTimeout = 60,
        }.ConnectionString);
        connection.Open();
        return connection;
    }

    private static PostgresCluster Start()
    {
        var started = PostgresCluster.Start("max_connections=20", "shared_buffers=64MB");
        var superuser = new NpgsqlConnectionStringBuilder { Host = started.SocketFolder, Database = "postgres", Username = PostgresCluster.Superuser, Pooling = false };
        using var connection = new NpgsqlConnection(superuser.ConnectionString);
        connection.Open();
        connection.Run($"CREATE ROLE {Owner} LOGIN");
        return started;
    }
}
