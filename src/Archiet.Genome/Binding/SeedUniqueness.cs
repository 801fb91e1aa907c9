using Archiet.Genome.Diagnostics;
using Archiet.Genome.Meaning;

namespace Archiet.Genome.Binding;

/// <summary>Checks that the seed rows of an entity do not share what is unique. A row of which more than itself decides whether a unique set means it is left to the database.</summary>
internal sealed class SeedUniqueness(SectionFindings findings, BoundEntity entity)
{
    private const char Separator = '\u001F';

    /// <summary>Checks the rows against every unique set.</summary>
    public void Check(List<SeedRow> rows)
    {
        foreach (var unique in entity.Uniques)
        {
            Check(rows, unique);
        }
    }

    private void Check(List<SeedRow> rows, BoundIndex unique)
    {
        var seen = new Dictionary<string, SeedRow>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (!IsMeant(row, unique) || KeyOf(row, unique) is not { } key)
            {
                continue;
            }
            if (seen.TryGetValue(key, out var first))
            {
                var place = new OtherPlace(first.Section == row.Section ? null : first.Section, first.Key.Span);
                findings[row.Section].AddWithOther(GenomeDiagnostics.SeedNotUnique, row.Key.Span, place, row.Key.Text, string.Join(", ", unique.Fields));
            }
            else
            {
                seen.Add(key, row);
            }
        }
    }

    private bool IsMeant(SeedRow row, BoundIndex unique) => unique.Where is not { } where || new SeedReckoning(entity, row.Values).IsTrueOf(where.Tree) == true;

    /// <summary>The values of a unique set in a row; null where one is missing, and then no other row can have the same, or is not known before the row is made.</summary>
    private string? KeyOf(SeedRow row, BoundIndex unique)
    {
        var key = new System.Text.StringBuilder();
        foreach (var name in unique.Fields)
        {
            var given = row.Values.Find(value => value.Field == name);
            var text = given is not null ? given.Text ?? given.Key : Unwritten(name);
            if (text is null)
            {
                return null;
            }
            key.Append(text).Append(Separator);
        }
        return key.ToString();
    }

    private string? Unwritten(string name)
    {
        if (name == entity.Lifecycle?.Field)
        {
            return entity.Lifecycle.Initial;
        }
        foreach (var field in entity.Fields)
        {
            if (field.Name == name)
            {
                return field.Default;
            }
        }
        return null;
    }
}
