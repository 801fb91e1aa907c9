using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Seed rows: each whole, with what the genome gives, its defaults, and what the server sets.</summary>
internal static class SeedLowering
{
    public static EquatableArray<SeedModel> Lower(BoundEntity entity, FieldLayout layout, OutlineIndex index)
    {
        if (entity.Seed.Count == 0)
        {
            return default;
        }
        var fields = layout.Fields.Where(field => field.Computed is null).ToList();
        var columns = fields.Select(field => field.Column).Prepend("id").Prepend("tenant_id").ToEquatableArray();
        return entity.Seed.GroupBy(row => row.Rank).OrderBy(rank => rank.Key)
            .Select(rank => new SeedModel(rank.Key, columns, rank.Select(row => Row(row)).ToEquatableArray()) { Keys = rank.Select(row => row.Key).ToEquatableArray() })
            .ToEquatableArray();

        EquatableArray<string> Row(BoundSeedRow row) => fields.Select(field => Value(row, field, entity, layout, index))
            .Prepend(SeedLiterals.Id(entity.Name, row.Key)).Prepend("$1").ToEquatableArray();
    }

    /// <summary>The rows as C# names them, in order of declaration.</summary>
    public static EquatableArray<SeedKeyModel> Keys(BoundEntity entity)
    {
        if (entity.Seed.Count == 0)
        {
            return default;
        }
        var taken = new HashSet<string>(StringComparer.Ordinal) { entity.ClassName + "Seeds" };
        return entity.Seed.ConvertAll(row =>
        {
            var name = Naming.Pascal(row.Key);
            while (!taken.Add(name))
            {
                name += "_";
            }
            return new SeedKeyModel(row.Key, name);
        });
    }

    private static string Value(BoundSeedRow row, FieldModel field, BoundEntity entity, FieldLayout layout, OutlineIndex index)
    {
        if (field.Initial is { } initial)
        {
            return SeedLiterals.Of(FieldKind.Enum, initial.Name);
        }
        if (field.OnCreate == ServerValue.Now || field.OnUpdate == ServerValue.Now)
        {
            return "now()";
        }
        var name = field.Group < 0 ? field.Name : layout.Groups[field.Group].Name + "." + field.Name;
        var given = row.Values.FirstOrDefault(value => value.Field == name);
        if (given?.Key is { } key)
        {
            return SeedLiterals.Id(field.Reference!.Entity, key);
        }
        // A value that the genome leaves out has its default; one that it gives as null has none.
        var text = given is null ? entity.Fields.FirstOrDefault(known => known.Name == name)?.Default : given.Text;
        return text is null ? "NULL"
            : field.Kind == FieldKind.Enum ? SeedLiterals.Of(field.Kind, EnumLowering.StoredOf(index.Enum(field.TypeName!), text))
            : SeedLiterals.Of(field.Kind, text);
    }
}
