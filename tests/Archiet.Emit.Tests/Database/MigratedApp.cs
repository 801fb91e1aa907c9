using System.Reflection;
using Archiet.Genome.Binding;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Archiet.Emit.Tests;

/// <summary>An emitted app, compiled and loaded, and a database that its migration has made.</summary>
internal sealed class MigratedApp
{
    private readonly Assembly assembly;

    public MigratedApp(BoundGenome genome, params string[] userSources)
        : this(EmittedApp.Of(genome, userSources))
    {
    }

    public MigratedApp(EmittedApp app)
    {
        App = app;
        assembly = App.Load();
        ConnectionString = Postgres.CreateDatabase(Roles);
        AddRuntimeSchema();
    }

    public EmittedApp App { get; }

    public string AppRole => Roles.App;

    private RoleNames Roles => new(App.Model.App.Name);

    /// <summary>The database as the cluster's superuser.</summary>
    public string ConnectionString { get; }

    /// <summary>The functions that statements call, made as the owner, as the runtime does before it migrates.</summary>
    private void AddRuntimeSchema()
    {
        using var connection = new NpgsqlConnection(ConnectionString);
        connection.Open();
        using var role = new NpgsqlCommand($"SET ROLE \"{App.Model.App.OwnerRole}\"", connection);
        role.ExecuteNonQuery();
        RuntimeSchema.ApplyAsync(connection, Roles, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Migrates up, or down to nothing, as the owner.</summary>
    public MigratedApp Migrate(string? target = null)
    {
        Use(ConnectionString, context => context.GetService<IMigrator>().Migrate(target));
        return this;
    }

    /// <summary>Opens the emitted context as the owner that migrates.</summary>
    public void Use(string connectionString, Action<DbContext> act)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using (var role = new NpgsqlCommand($"SET ROLE \"{App.Model.App.OwnerRole}\"; SET app.migrating = 'on'", connection))
        {
            role.ExecuteNonQuery();
        }
        var type = assembly.GetType(App.Model.App.Namespace + "." + App.Model.App.Name + "Context", throwOnError: true)!;
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(type))!;
        builder.UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable("migrations", "archiet"));
        using var context = (DbContext)Activator.CreateInstance(type, builder.Options)!;
        act(context);
    }

    /// <summary>The model as Entity Framework would migrate to it.</summary>
    public static IRelationalModel RelationalModel(DbContext context) => context.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    /// <summary>The emitted migration.</summary>
    public Migration Pending() => (Migration)Activator.CreateInstance(assembly.GetType(App.Model.App.Namespace + ".Migrations.Pending", throwOnError: true)!)!;

    /// <summary>Who may do what, as the emitted app says.</summary>
    public AccessTable Access()
    {
        var type = assembly.GetType(App.Model.App.Namespace + "." + App.Model.App.Name + "App", throwOnError: true)!;
        var access = type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(property => property.PropertyType == typeof(AccessTable));
        return (AccessTable)access.GetValue(null)!;
    }

    /// <summary>The table that an emitted class describes itself by.</summary>
    public EntityTable Table(string className)
    {
        var type = assembly.GetType(App.Model.App.ModelNamespace + "." + className, throwOnError: true)!;
        var table = type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(property => property.PropertyType == typeof(EntityTable));
        return (EntityTable)table.GetValue(null)!;
    }
}
