using Archiet.Runtime.Tests;
using Npgsql;

namespace Archiet.Evolution.Databases;

/// <summary>A throw-away cluster with an app's roles; databases are made in it one by one.</summary>
internal sealed class Server : IDisposable
{
    private readonly PostgresCluster cluster = PostgresCluster.Start();
    private readonly RoleNames roles;

    private Server(RoleNames roles) => this.roles = roles;

    /// <summary>Starts the cluster and makes the roles of an app, as its administrator does.</summary>
    /// <param name="app">The app's name in the genome.</param>
    public static async Task<Server> StartAsync(string app)
    {
        var server = new Server(new(app));
        foreach (var statement in server.roles.RoleStatements())
        {
            await server.Open("postgres").ExecuteAsync(statement);
        }
        return server;
    }

    /// <summary>Makes an empty database that the app's owner owns.</summary>
    public async Task<Database> CreateAsync(string name)
    {
        await Open("postgres").ExecuteAsync($"CREATE DATABASE \"{name}\" OWNER \"{roles.Owner}\"");
        return Open(name);
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        cluster.Dispose();
    }

    private Database Open(string name) => new(
        new NpgsqlConnectionStringBuilder
        {
            Host = cluster.SocketFolder, Database = name, Username = PostgresCluster.Superuser, Pooling = false, IncludeErrorDetail = true, CommandTimeout = 300,
        }.ConnectionString,
        roles);
}
