using System.Reflection;

namespace Archiet.Cases.Tests;

/// <summary>What the emitted code tells the runtime of its entities.</summary>
internal static class EmittedTables
{
    /// <summary>The table of an entity.</summary>
    public static EntityTable Of(Subject subject, string entity)
    {
        var model = subject.Model.Entities.Single(it => it.Name == entity);
        var type = subject.Assembly.GetType(subject.Model.App.ModelNamespace + "." + model.ClassName, throwOnError: true)!;
        return (EntityTable)type.GetProperties(BindingFlags.Static | BindingFlags.NonPublic).Single(static property => property.PropertyType == typeof(EntityTable)).GetValue(null)!;
    }

    /// <summary>The statements that give a tenant its seed rows, in the order in which they run.</summary>
    public static IReadOnlyList<string> Seeds(Subject subject) =>
    [
        .. subject.Genome.Entities.Where(static entity => entity.Seed.Count > 0).SelectMany(entity => Of(subject, entity.Name).Seeds).OrderBy(static seed => seed.Rank)
            .Select(static seed => seed.Sql.ReplaceLineEndings("\n").TrimEnd() + "\n"),
    ];
}
