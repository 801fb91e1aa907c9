using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The names of before that a genome gives with <c>was:</c>.</summary>
public static class GenomeRenames
{
    /// <summary>All of them, in ordinal order; which of them the history still knows is <see cref="SchemaDiff.RenamesOf"/>'s to say.</summary>
    /// <param name="outline">The genome's values and enums.</param>
    /// <param name="entities">Its entities, retired ones too.</param>
    public static EquatableArray<SchemaRename> Of(GenomeOutline outline, IEnumerable<BoundEntity> entities)
    {
        var values = outline.Vocabulary.Values.ToDictionary(value => value.Name, StringComparer.Ordinal);
        var renames = entities.SelectMany(entity => Of(entity, values)).ToList();
        renames.AddRange(outline.Vocabulary.Enums.SelectMany(value => value.Members.Where(member => member.Was is not null)
            .Select(member => new SchemaRename(RenameKind.Member, value.Name + "." + member.Was, value.Name + "." + member.Name))));
        renames.Sort(SchemaDelta.Compare);
        return renames.ToEquatableArray();
    }

    private static IEnumerable<SchemaRename> Of(BoundEntity entity, Dictionary<string, BoundValueType> values)
    {
        if (entity.Was is not null)
        {
            yield return new SchemaRename(RenameKind.Table, entity.Was, entity.Name);
        }
        foreach (var link in entity.Links.Where(link => link.Was is not null))
        {
            yield return new SchemaRename(RenameKind.Column, entity.Name + "." + link.Was, entity.Name + "." + link.Name);
        }
        foreach (var field in entity.Fields.Concat(entity.Retired))
        {
            var path = entity.Name + "." + field.Name;
            if (field.Was is not null)
            {
                yield return new SchemaRename(RenameKind.Column, entity.Name + "." + field.Was, path);
            }
            if (field.Type.Name is not { } name || !values.TryGetValue(name, out var value))
            {
                continue;
            }
            foreach (var part in value.Fields.Concat(value.Retired).Where(part => part.Was is not null))
            {
                // The history may know the part below the field's name of before, or below today's.
                yield return new SchemaRename(RenameKind.Column, path + "." + part.Was, path + "." + part.Name);
                if (field.Was is not null)
                {
                    yield return new SchemaRename(RenameKind.Column, entity.Name + "." + field.Was + "." + part.Was, path + "." + part.Name);
                }
            }
        }
    }
}
