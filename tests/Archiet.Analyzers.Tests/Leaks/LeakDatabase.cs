using System.Reflection;
using Archiet.Runtime.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>A private cluster with the tables of the leaks, and the runtime's own services over it: once as a role that row security does not hold, once as one that it does.</summary>
internal sealed class LeakDatabase : IDisposable
{
    private const string FencedRole = "blogs_app";

    private readonly PostgresCluster cluster = PostgresCluster.Start();
    private readonly Dictionary<string, ServiceProvider> services = [];
    private readonly Type context = LeakProject.Instance.Assembly.GetType("Blogs.BlogContext", throwOnError: true)!;

    /// <summary>Makes the tables.</summary>
    public LeakDatabase()
    {
        services.Add(PostgresCluster.Superuser, Services(PostgresCluster.Superuser));
        services.Add(FencedRole, Services(FencedRole));
        using var db = Context(PostgresCluster.Superuser, context, World.North);
        Execute(db.Database.GenerateCreateScript());
        Execute(World.Fences);
    }

    /// <summary>Runs a leak over fresh rows, in a context of North.</summary>
    /// <param name="leak">The leak.</param>
    /// <param name="fenced">Whether row security holds.</param>
    public async Task<int> RunAsync(Leak leak, bool fenced)
    {
        Execute(World.Rows);
        var role = fenced ? FencedRole : PostgresCluster.Superuser;
        await using var scope = services[role].CreateAsyncScope();
        await using var db = Context(role, context, World.North);
        var world = Activator.CreateInstance(
            LeakProject.Instance.Assembly.GetType("Blogs.World", throwOnError: true)!, scope.ServiceProvider,
            (Func<Type, Guid, DbContext>)((type, tenant) => Context(role, type, tenant)), (Func<string, int>)Count, ConnectionString(role));
        var run = LeakProject.Instance.Assembly.GetType(leak.ClassName, throwOnError: true)!.GetMethod("Run")!;
        return await (Task<int>)run.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [db, world], null)!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var provider in services.Values)
        {
            provider.Dispose();
        }
        NpgsqlConnection.ClearAllPools();
        cluster.Dispose();
    }

    private ServiceProvider Services(string role)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(NpgsqlDataSource.Create(AppConnections.Harden(ConnectionString(role))));
        collection.AddMemoryCache();
        collection.AddDistributedMemoryCache();
        foreach (var type in LeakProject.Instance.Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(EntityContext)) && !type.IsAbstract))
        {
            Generic(nameof(AddContext), type).Invoke(null, [collection]);
        }
        return collection.BuildServiceProvider();
    }

    private EntityContext Context(string role, Type type, Guid tenant) => (EntityContext)Generic(nameof(Create), type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services[role], tenant], null)!;

    private static MethodInfo Generic(string method, Type context) =>
        typeof(LeakDatabase).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(context);

    private static void AddContext<TContext>(IServiceCollection collection)
        where TContext : EntityContext => collection.AddTenantContext<TContext>();

    private static TContext Create<TContext>(IServiceProvider provider, Guid tenant)
        where TContext : EntityContext => provider.GetRequiredService<ITenantContextFactory<TContext>>().Create(tenant);

    private string ConnectionString(string role) => new NpgsqlConnectionStringBuilder { Host = cluster.SocketFolder, Database = "postgres", Username = role }.ConnectionString;

    private int Count(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(PostgresCluster.Superuser));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        return Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(PostgresCluster.Superuser));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
