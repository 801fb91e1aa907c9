using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Evolution.Rows;

/// <summary>
/// Where tables, columns and members of enums of one genome are in the next one, as the words <c>was:</c> of the later one say: read from the genomes, not from
/// the migration between them.
/// </summary>
internal sealed class Renames
{
    private readonly Dictionary<string, string> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, string Column), string> columns = [];
    private readonly Dictionary<(string Table, string Column), Dictionary<string, string?>> members = [];

    private Renames()
    {
    }

    /// <summary>How many tables have another name.</summary>
    public int Tables => tables.Count(table => table.Key != table.Value);

    /// <summary>How many columns have another name.</summary>
    public int Columns => columns.Count(column => column.Key.Column != column.Value);

    /// <summary>The later name of a table; null for one that is gone.</summary>
    public string? Table(string table) => tables.GetValueOrDefault(table);

    /// <summary>The later name of a column; null for one that is gone.</summary>
    public string? Column(string table, string column) => columns.GetValueOrDefault((table, column));

    /// <summary>What a column that holds members of an enum has in place of a value; null for a member that is gone.</summary>
    public string? Member(string table, string column, string value) => members.TryGetValue((table, column), out var later) ? later.GetValueOrDefault(value) : value;

    /// <summary>What is where between two genomes.</summary>
    public static Renames Between(BoundGenome before, BoundGenome after)
    {
        var renames = new Renames();
        var (old, young) = (Lowering.Lower(before).Relational, Lowering.Lower(after).Relational);
        var former = FormerEntities(before, after);
        var byOrigin = young.Tables.ToDictionary(table => table.Origin, StringComparer.Ordinal);
        foreach (var table in old.Tables)
        {
            var (entity, path) = Split(table.Origin);
            var origin = former.GetValueOrDefault(entity, entity) + path;
            if (byOrigin.TryGetValue(origin, out var later))
            {
                renames.tables.Add(table.Name, later.Name);
                renames.AddColumns(before, after, table, later, Split(origin).Entity);
            }
        }
        return renames;
    }

    private void AddColumns(BoundGenome before, BoundGenome after, TableModel table, TableModel later, string entity)
    {
        var former = FormerFields(after, entity, table);
        foreach (var column in table.Columns)
        {
            var (field, path) = Split(column.Origin);
            var origin = former.GetValueOrDefault(field, field) + path;
            var now = later.Columns.FirstOrDefault(candidate => candidate.Origin == origin);
            if (now is not null)
            {
                columns.Add((table.Name, column.Name), now.Name);
                AddMembers(before, after, table, column, now);
            }
        }
    }

    private void AddMembers(BoundGenome before, BoundGenome after, TableModel table, ColumnModel column, ColumnModel now)
    {
        if (column.Enum is null || now.Enum is null)
        {
            return;
        }
        var later = after.Outline.Vocabulary.Enums.Single(candidate => candidate.Name == now.Enum).Members;
        members.Add((table.Name, column.Name), before.Outline.Vocabulary.Enums.Single(candidate => candidate.Name == column.Enum).Members.ToDictionary(
            member => member.Stored,
            member => later.FirstOrDefault(candidate => candidate.Name == member.Name || candidate.Was == member.Name)?.Stored,
            StringComparer.Ordinal));
    }

    /// <summary>Old names of entities with the new ones; a <c>was:</c> whose work is done is none.</summary>
    private static Dictionary<string, string> FormerEntities(BoundGenome before, BoundGenome after)
    {
        var known = before.Entities.Concat(before.Retired).Select(entity => entity.Name).ToHashSet(StringComparer.Ordinal);
        return after.Entities.Concat(after.Retired).Where(entity => entity.Was is not null && known.Contains(entity.Was) && !known.Contains(entity.Name))
            .ToDictionary(entity => entity.Was!, entity => entity.Name, StringComparer.Ordinal);
    }

    private static Dictionary<string, string> FormerFields(BoundGenome after, string entity, TableModel table)
    {
        var known = table.Columns.Select(column => Split(column.Origin).Entity).ToHashSet(StringComparer.Ordinal);
        return after.Entities.Concat(after.Retired).Where(candidate => candidate.Name == entity).SelectMany(candidate => candidate.Fields.Concat(candidate.Retired))
            .Where(field => field.Was is not null && known.Contains(field.Was))
            .ToDictionary(field => field.Was!, field => field.Name, StringComparer.Ordinal);
    }

    private static (string Entity, string Path) Split(string origin)
    {
        var dot = origin.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? (origin, "") : (origin[..dot], origin[dot..]);
    }
}
