using Archiet.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Archiet.Emit.Tests.Evolution;

/// <summary>A database with two tenants and no tables yet.</summary>
internal sealed class EvolutionDatabase
{
    private readonly AppModel app;

    public EvolutionDatabase(AppModel app)
    {
        this.app = app;
        var roles = new RoleNames(app.Name);
        ConnectionString = Postgres.CreateDatabase(roles);
        using var connection = Open("on");
        RuntimeSchema.ApplyAsync(connection, roles, CancellationToken.None).GetAwaiter().GetResult();
        Postgres.Execute(ConnectionString, $"INSERT INTO archiet.tenants (id, name, created_at) VALUES ({EvolutionCase.One}, 'one', now()), ({EvolutionCase.Two}, 'two', now())");
    }

    public string ConnectionString { get; }

    /// <summary>Migrates by Entity Framework, up or down to an id.</summary>
    public EvolutionDatabase Migrate(EvolutionSchema schema, string? target)
    {
        var type = EvolutionApp.Context(schema);
        using var connection = Open("on");
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migrations", "archiet"));
        using var context = (DbContext)Activator.CreateInstance(type, builder.Options)!;
        context.GetService<IMigrator>().Migrate(target);
        return this;
    }

    /// <summary>Runs the SQL of plans, each phase in its transaction or statement by statement.</summary>
    public EvolutionDatabase Run(params IEnumerable<MigrationPlan> plans)
    {
        using var connection = Open("on");
        foreach (var phase in plans.SelectMany(plan => plan.Phases))
        {
            var statements = SchemaSql.Of(phase);
            if (phase.Transactional)
            {
                Execute(connection, "BEGIN;\n" + string.Join('\n', statements) + "\nCOMMIT;");
                continue;
            }
            foreach (var statement in statements)
            {
                Execute(connection, statement);
            }
        }
        return this;
    }

    /// <summary>All that PostgreSQL says of the tables, their fences, triggers and functions.</summary>
    public IReadOnlyList<string> Catalog() =>
    [
        .. Tests.Catalog.Shape(ConnectionString), .. Tests.Catalog.Fences(ConnectionString),
        .. Postgres.Query(ConnectionString, """
            SELECT 'trigger ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
            UNION ALL
            SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prolang = (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')
            ORDER BY 1
            """),
    ];

    /// <summary>A session of the owner.</summary>
    public NpgsqlConnection Open(string migrating)
    {
        var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        Execute(connection, $"SET ROLE \"{app.OwnerRole}\"; SET app.migrating = '{migrating}'; SET TIME ZONE 'UTC'; SET statement_timeout = '60s'");
        return connection;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
