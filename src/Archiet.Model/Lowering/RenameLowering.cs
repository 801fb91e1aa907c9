using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>What a genome says with <c>was:</c>, as renames by which a schema's history may be met. Whether one has an effect is the history's to say.</summary>
internal static class RenameLowering
{
    /// <summary>The renames of an entity, its fields and links, and of the fields of its values.</summary>
    public static EquatableArray<SchemaRename> Of(BoundEntity entity, OutlineIndex index)
    {
        var renames = new List<SchemaRename>();
        if (entity.Was is { } was)
        {
            renames.Add(new(RenameKind.Table, was, entity.Name));
        }
        foreach (var field in entity.Fields.Concat(entity.Retired))
        {
            Field(renames, entity.Name, field.Was, field.Name);
            if (field.Type.Kind == FieldKind.Value)
            {
                Value(renames, entity.Name, field, index.Value(field.Type.Name!));
            }
        }
        foreach (var link in entity.Links)
        {
            Field(renames, entity.Name, link.Was, link.Name);
        }
        return renames.ToEquatableArray();
    }

    /// <summary>The renames of an enum's members.</summary>
    public static IEnumerable<SchemaRename> Of(EnumModel value) => value.Members.Where(member => member.Was is not null)
        .Select(member => new SchemaRename(RenameKind.Member, value.Name + "." + member.Was, value.Name + "." + member.Origin));

    // The field that holds the value may be renamed at the same time, or have been before: the history knows it by one name or the other.
    private static void Value(List<SchemaRename> renames, string entity, BoundField field, BoundValueType value)
    {
        foreach (var part in value.Fields.Concat(value.Retired).Where(part => part.Was is not null))
        {
            Field(renames, entity, field.Name + "." + part.Was, field.Name + "." + part.Name);
            Field(renames, entity, field.Was is null ? null : field.Was + "." + part.Was, field.Name + "." + part.Name);
        }
    }

    private static void Field(List<SchemaRename> renames, string entity, string? was, string name)
    {
        if (was is not null)
        {
            renames.Add(new(RenameKind.Column, entity + "." + was, entity + "." + name));
        }
    }
}
