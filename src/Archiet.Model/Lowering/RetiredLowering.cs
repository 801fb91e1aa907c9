using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>
/// What is retired: the table has it as before, so that the release before goes on, but lets rows be written without it; the code of this release does not know of it.
/// </summary>
internal static class RetiredLowering
{
    /// <summary>Whether an entity has columns that are left of something retired.</summary>
    public static bool IsIn(BoundEntity entity, OutlineIndex index) =>
        entity.Retired.Count > 0 || entity.Fields.Any(field => field.Type.Kind == FieldKind.Value && index.Value(field.Type.Name!).Retired.Count > 0);

    /// <summary>An entity with its retired fields' own unique sets, whose indexes stay.</summary>
    public static BoundEntity Whole(BoundEntity entity) =>
        entity.RetiredUniques.Count == 0 ? entity : entity with { Uniques = entity.Uniques.Concat(entity.RetiredUniques).ToEquatableArray() };

    /// <summary>A field as its column alone, which takes NULL.</summary>
    public static FieldModel Retire(FieldModel field) => field with { Store = field.Store with { Nullable = true, IsRetired = true } };

    /// <summary>A table of which nothing is known to the code of this release: as it was, each column but those of the usual key retired.</summary>
    public static TableModel Retire(TableModel table) => table with
    {
        Columns = table.Columns.Select(column => TableModel.UsualKey.Contains(column.Name) ? column : column with { IsRetired = true }).ToEquatableArray(),
    };

    /// <summary>A table as the code of this release knows it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="checks">The names of the checks of what is retired.</param>
    public static TableModel Known(TableModel table, IReadOnlyCollection<string> checks)
    {
        var retired = new HashSet<string>(table.Columns.Where(column => column.IsRetired).Select(column => column.Name), StringComparer.Ordinal);
        return table with
        {
            Columns = table.Columns.Where(column => !column.IsRetired).ToEquatableArray(),
            Indexes = table.Indexes.Where(index => !index.Columns.Any(retired.Contains)).ToEquatableArray(),
            Checks = table.Checks.Where(check => !checks.Contains(check.Name)).ToEquatableArray(),
            ForeignKeys = table.ForeignKeys.Where(key => !retired.Contains(key.Column)).ToEquatableArray(),
        };
    }
}
