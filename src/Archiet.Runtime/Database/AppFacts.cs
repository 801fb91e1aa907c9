using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Archiet;

/// <summary>What people and database need to know of the app, without its types.</summary>
/// <param name="Name">The app's name in the genome.</param>
/// <param name="History">The migrations that the database must have seen.</param>
/// <param name="Access">The roles and what they may do.</param>
/// <param name="Tenants">The tenant entity, if there is one.</param>
/// <param name="Members">The member entity, if there is one.</param>
/// <param name="OpenContext">Makes the Entity Framework context of the migrations over an open connection.</param>
internal sealed record AppFacts(
    string Name, AppHistory History, AccessTable Access, PeopleEntity? Tenants, PeopleEntity? Members, Func<NpgsqlConnection, DbContext> OpenContext)
{
    /// <summary>The names of the app's roles in PostgreSQL.</summary>
    public RoleNames Roles { get; } = new(Name);

    /// <summary>The statements that make the rows that every tenant has, in the order in which they refer to each other. $1 tenant.</summary>
    public IReadOnlyList<string> Seeds { get; init; } = [];

    public static AppFacts Of<TApp, TContext>()
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext
    {
        var people = PeopleMap.Of<TApp>();
        return new(TApp.Name, AppHistory.Of<TApp, TContext>(), TApp.Access, people.Tenants, people.Members, Open<TContext>)
        {
            Seeds = [.. EntityTables.Of<TApp>().All.SelectMany(table => table.Seeds).OrderBy(seed => seed.Rank).Select(seed => seed.Sql)],
        };
    }

    private static TContext Open<TContext>(NpgsqlConnection connection)
        where TContext : EntityContext
    {
        var options = new DbContextOptionsBuilder<TContext>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migrations", RuntimeSchema.Name))
            .Options;
        return (TContext)(Activator.CreateInstance(typeof(TContext), options) ?? throw new InvalidOperationException($"{typeof(TContext)} has no constructor for its options."));
    }
}
