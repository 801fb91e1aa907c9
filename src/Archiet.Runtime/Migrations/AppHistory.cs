using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Archiet;

/// <summary>An Entity Framework migration of the app.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its class.</param>
/// <param name="Emitted">The migration of the genome that it is a phase of; null for one that somebody wrote by hand.</param>
internal sealed record AppMigration(string Id, Type Type, EmittedMigration? Emitted)
{
    /// <summary>Makes it.</summary>
    public Migration Create(string? provider)
    {
        var migration = (Migration)(Activator.CreateInstance(Type, nonPublic: true) ?? throw new InvalidOperationException($"{Type} has no constructor without parameters."));
        migration.ActiveProvider = provider ?? "";
        return migration;
    }
}

/// <summary>The migrations that this build of the app brings: those that were emitted, and those that stand between them by hand.</summary>
internal sealed class AppHistory
{
    private readonly Dictionary<string, AppMigration> byId;

    public AppHistory(IReadOnlyList<EmittedMigration> emitted, IEnumerable<KeyValuePair<string, Type>> classes)
    {
        var phases = emitted.SelectMany(migration => migration.PhaseIds.Select(id => (id, migration))).ToDictionary(phase => phase.id, phase => phase.migration, StringComparer.Ordinal);
        Emitted = emitted;
        Migrations = [.. classes.Select(found => new AppMigration(found.Key, found.Value, phases.GetValueOrDefault(found.Key))).OrderBy(migration => migration.Id, StringComparer.Ordinal)];
        byId = Migrations.ToDictionary(migration => migration.Id, StringComparer.Ordinal);
        if (phases.Keys.FirstOrDefault(id => !byId.ContainsKey(id)) is { } lost)
        {
            throw new InvalidOperationException($"The app names the migration {lost} and has no class for it.");
        }
    }

    /// <summary>Every Entity Framework migration, in the order in which they are applied.</summary>
    public IReadOnlyList<AppMigration> Migrations { get; }

    /// <summary>What follows from the genome, oldest first.</summary>
    public IReadOnlyList<EmittedMigration> Emitted { get; }

    /// <summary>What the newest migration of the genome does; null while there is none.</summary>
    public string? Hash => Emitted.Count == 0 ? null : Emitted[^1].Hash;

    /// <summary>The migration of an id, if the app has it.</summary>
    public AppMigration? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>Reads them from the app and from the assembly of its context, without making either: a start that finds nothing to do asks no more.</summary>
    public static AppHistory Of<TApp, TContext>()
        where TApp : IArchietApp<TApp>
        where TContext : DbContext
    {
        var map = new HistoryMap();
        TApp.DescribeHistory(map);
        return new(map.Migrations, ClassesOf(typeof(TContext)));
    }

    /// <summary>The migrations of a context, as Entity Framework finds them.</summary>
    private static IEnumerable<KeyValuePair<string, Type>> ClassesOf(Type context) =>
        from type in context.Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Migration)) && !type.IsAbstract && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context
        let id = type.GetCustomAttribute<MigrationAttribute>()?.Id
        where id is not null
        select KeyValuePair.Create(id, type);
}
