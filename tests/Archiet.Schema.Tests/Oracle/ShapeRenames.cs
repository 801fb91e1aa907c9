namespace Archiet.Schema.Tests.Oracle;

/// <summary>What a genome has to say with <c>was:</c> so that the next one's names are understood.</summary>
internal static class ShapeRenames
{
    /// <summary>The renames; null where the language cannot say it, as what goes and what comes have one name.</summary>
    public static IReadOnlyList<SchemaRename>? Of(Shape before, Shape after)
    {
        var renames = new List<SchemaRename>();
        var canBeSaid = Add(renames, RenameKind.Table, "", Names(before), Names(after));
        foreach (var (was, now) in before.Entities.Join(after.Entities, static one => one.Key, static one => one.Key, static (was, now) => (was, now)))
        {
            canBeSaid &= Add(renames, RenameKind.Column, now.Name + ".", Names(before, was), Names(after, now)) && CanBeRenamed(before, was, after, now);
            Parts(renames, before, was, after, now);
        }
        foreach (var (was, now) in before.Enums.Zip(after.Enums))
        {
            // An enum that no column takes its values from is no part of the schema.
            var isHeld = Holds(before, was);
            canBeSaid &= Add(isHeld ? renames : [], RenameKind.Member, now.Name + ".", Names(was), Names(now)) || !isHeld;
        }
        return canBeSaid ? renames : null;
    }

    private static bool Add(List<SchemaRename> renames, RenameKind kind, string scope, List<(int Key, string Name)> before, List<(int Key, string Name)> after)
    {
        var kept = before.Join(after, static one => one.Key, static one => one.Key, static (was, now) => (was.Key, From: was.Name, To: now.Name)).ToList();
        renames.AddRange(kept.Where(static one => one.From != one.To).Select(one => new SchemaRename(kind, (kind == RenameKind.Table ? "" : scope) + one.From, scope + one.To)));

        // A name that stays is the same thing's, and only what has left its name leaves it to another.
        return after.TrueForAll(now => before.TrueForAll(was => was.Name != now.Name || was.Key == now.Key || kept.Exists(one => one.Key == was.Key)));
    }

    // The ids of seed rows are made of their entity's name.
    private static bool CanBeRenamed(Shape before, EntityShape was, Shape after, EntityShape now) =>
        was.Name == now.Name || Math.Min(ShapeText.Seeds(before, was), ShapeText.Seeds(after, now)) == 0;

    // The field that holds the value may be called otherwise too: the rename leads from the old name of both to the new one.
    private static void Parts(List<SchemaRename> renames, Shape before, EntityShape was, Shape after, EntityShape now)
    {
        var parts = before.Place.Join(after.Place, static one => one.Key, static one => one.Key, static (from, to) => (From: from.Name, To: to.Name)).Where(static part => part.From != part.To).ToList();
        var values = ShapeText.Fields(before, was).Join(ShapeText.Fields(after, now), static one => one.Key, static one => one.Key, static (from, to) => (From: from, To: to))
            .Where(static field => field.From.Type == FieldType.Place && field.To.Type == FieldType.Place);
        renames.AddRange(values.SelectMany(field => parts.Select(part =>
            new SchemaRename(RenameKind.Column, $"{now.Name}.{field.From.Name}.{part.From}", $"{now.Name}.{field.To.Name}.{part.To}"))));
    }

    private static List<(int Key, string Name)> Names(Shape shape) => [.. shape.Entities.Select(static one => (one.Key, one.Name))];

    private static List<(int Key, string Name)> Names(Shape shape, EntityShape entity) => [.. ShapeText.Fields(shape, entity).Select(static one => (one.Key, one.Name))];

    private static List<(int Key, string Name)> Names(EnumShape members) => [.. members.Members.Select(static one => (one.Key, one.Name))];

    private static bool Holds(Shape shape, EnumShape members) => shape.Entities.Any(entity => ShapeText.Fields(shape, entity)
        .Any(field => field.Type == FieldType.Enum && shape.Enums[field.Target % shape.Enums.Count].Name == members.Name));
}
