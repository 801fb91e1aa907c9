using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>What is done to a genome.</summary>
internal enum EditKind
{
    AddEntity,
    DropEntity,
    RenameEntity,
    Resize,
    SoftDelete,
    AddField,
    DropField,
    RenameField,
    ReplaceField,
    Retype,
    Require,
    Default,
    Widen,
    Range,
    Retire,
    Redirect,
    OnDelete,
    AddSet,
    DropSet,
    AddRule,
    DropRule,
    Order,
    AddMember,
    DropMember,
    RenameMember,
    RenamePart,
    Own,
    Live,
    Seed,
    AddSpan,
}

/// <summary>A change of a genome, whatever the genome: numbers choose among what there is.</summary>
internal sealed record Edit(EditKind Kind, int Entity, int Field, int Choice, int Other)
{
    private static readonly string[] EntityNames = ["Person", "Order", "Visit", "Room", "Invoice", "Product", "Ticket"];
    private static readonly string[] FieldNames = ["name", "code", "note", "total", "started", "rank", "label", "weight", "user", "group", "remark", "desc"];
    // What changes into each other most often, most often.
    private static readonly FieldType[] Types =
    [
        .. Enum.GetValues<FieldType>(), FieldType.String, FieldType.String, FieldType.Text, FieldType.Int, FieldType.Int, FieldType.Long, FieldType.Long, FieldType.Decimal, FieldType.Reference,
        FieldType.Reference, FieldType.Computed, FieldType.Computed, FieldType.Computed, FieldType.Computed, FieldType.Place, FieldType.Enum,
    ];

    private static readonly string[] PartNames = ["street", "zip", "road", "city", "rank"];
    private static readonly string[] MemberNames = ["open", "done", "lost", "red", "green", "blue", "held"];

    /// <summary>Changes of all kinds.</summary>
    public static Gen<Edit> Any { get; } = Of(
    [
        .. Enum.GetValues<EditKind>(), EditKind.AddField, EditKind.AddSet, EditKind.AddSet, EditKind.Widen, EditKind.Widen, EditKind.Retype,
    ]);

    /// <summary>What a genome begins with.</summary>
    public static Gen<Edit> Building { get; } = Of(
    [
        EditKind.AddEntity, EditKind.AddEntity, EditKind.AddField, EditKind.AddField, EditKind.AddField, EditKind.AddField, EditKind.AddSet, EditKind.AddSet, EditKind.AddRule,
        EditKind.Require, EditKind.Default, EditKind.Range, EditKind.Order, EditKind.Resize, EditKind.SoftDelete,
        EditKind.Own, EditKind.Live, EditKind.Seed, EditKind.AddSpan,
    ]);

    /// <summary>The genome afterwards; the same where there is nothing to change.</summary>
    public Shape Apply(Shape shape) => Kind switch
    {
        EditKind.AddEntity when shape.Entities.Count < 5 && Free(EntityNames, shape.Entities.Select(static one => one.Name)) is { } name =>
            shape with { NextKey = shape.NextKey + 1, Entities = [.. shape.Entities, new(shape.NextKey, name, [new(FieldShape.First, "title", FieldType.String) { IsRequired = Other % 2 == 0 }])] },
        EditKind.DropEntity when shape.Entities.Count > 2 => shape with { Entities = [.. shape.Entities.Where((_, at) => at != Entity % shape.Entities.Count)] },
        EditKind.RenameEntity when shape.Entities.Count > 0 => shape with { Entities = Renamed(shape.Entities, Entity, Name(EntityNames, shape.Entities.Select(static one => one.Name)), static one => one.Name, static (one, name) => one with { Name = name }) },
        EditKind.RenamePart => shape with { Place = Renamed(shape.Place, Field, PartNames[Choice % PartNames.Length], static one => one.Name, static (one, name) => one with { Name = name }) },
        EditKind.AddMember or EditKind.DropMember or EditKind.RenameMember => Members(shape),
        EditKind.AddEntity or EditKind.DropEntity or EditKind.RenameEntity => shape,
        _ when shape.Entities.Count == 0 => shape,
        _ => Within(shape, shape.Entities[Entity % shape.Entities.Count]),
    };

    private static Gen<Edit> Of(EditKind[] kinds) =>
        from kind in Gen.Elements(kinds)
        from entity in Gen.Choose(0, 59)
        from field in Gen.Choose(0, 59)
        from choice in Gen.Choose(0, 839)
        from other in Gen.Choose(0, 59)
        select new Edit(kind, entity, field, choice, other);

    private Shape Within(Shape shape, EntityShape entity)
    {
        var edited = Kind switch
        {
            EditKind.Resize => entity with { IsSmall = !entity.IsSmall },
            EditKind.SoftDelete => entity with { IsSoftDeleted = !entity.IsSoftDeleted },
            EditKind.AddField when entity.Fields.Count < 9 && Free(FieldNames, entity.Fields.Select(static one => one.Name)) is { } name =>
                entity with { Fields = [.. entity.Fields, Typed(new FieldShape(shape.NextKey, name, FieldType.String) { IsRequired = Entity % 3 == 0, HasDefault = Field % 2 == 0 }, shape, entity)] },
            EditKind.DropField => entity with { Fields = [.. entity.Fields.Where((one, at) => at != Field % entity.Fields.Count || one.Key == FieldShape.First)] },
            EditKind.RenameField => entity with { Fields = Renamed(entity.Fields, Field, Name(FieldNames, entity.Fields.Select(static one => one.Name)), static one => one.Name, static (one, name) => one with { Name = name }) },
            EditKind.ReplaceField when Free(FieldNames, entity.Fields.Select(static one => one.Name)) is { } name =>
                entity with { Fields = [.. entity.Fields.Select((one, at) => at == Field % entity.Fields.Count && one.Key != FieldShape.First ? one with { Key = shape.NextKey, Name = name } : one)] },
            EditKind.AddSet => entity with { Sets = [.. entity.Sets, new(shape.NextKey, (SetKind)(Choice % 3), [.. new[] { Field, Other }.Select(at => entity.Fields[at % entity.Fields.Count].Key).Distinct()])] },
            EditKind.DropSet => entity with { Sets = Without(entity.Sets) },
            EditKind.AddRule => entity with { Rules = [.. entity.Rules, new(shape.NextKey, entity.Fields[Field % entity.Fields.Count].Key)] },
            EditKind.DropRule => entity with { Rules = Without(entity.Rules) },
            EditKind.Own => entity with { Owner = Other % 3 == 0 ? 0 : shape.Entities[Field % shape.Entities.Count].Key },
            EditKind.Live => entity with { State = Other % 4 == 0 ? 0 : entity.Fields.FirstOrDefault(static one => one.Type == FieldType.Enum)?.Key ?? 0 },
            EditKind.Seed => entity with { Seeds = Choice % 3 },
            EditKind.AddSpan => Spanned(entity, shape.NextKey),
            EditKind.Order => entity with { Order = Other % 3 == 0 ? 0 : entity.Fields[Field % entity.Fields.Count].Key },
            _ => entity with { Fields = [.. entity.Fields.Select((one, at) => at == Field % entity.Fields.Count ? Changed(one, shape, entity) : one)] },
        };
        return shape with { NextKey = shape.NextKey + 3, Entities = [.. shape.Entities.Select(one => one.Key == entity.Key ? edited : one)] };
    }

    // Two fields from which rows do not overlap to which.
    private EntityShape Spanned(EntityShape entity, int key)
    {
        var free = FieldNames.Except(entity.Fields.Select(static one => one.Name), StringComparer.Ordinal).Take(2).ToList();
        var type = Choice % 2 == 0 ? FieldType.Date : FieldType.Timestamp;
        return free.Count < 2 || entity.Fields.Count > 7 ? entity : entity with
        {
            Fields = [.. entity.Fields, new(key + 1, free[0], type) { IsRequired = true, HasDefault = Other % 2 == 0 }, new(key + 2, free[1], type)],
            Rules = [.. entity.Rules, new(key, key + 1) { Until = key + 2 }],
        };
    }

    private FieldShape Changed(FieldShape field, Shape shape, EntityShape entity) => Kind switch
    {
        EditKind.Retype => Typed(field, shape, entity),
        EditKind.Require => field with { IsRequired = !field.IsRequired },
        EditKind.Default => field with { HasDefault = !field.HasDefault },
        EditKind.Widen => field with { Size = Choice % 3 },
        EditKind.Range => field with { HasRange = !field.HasRange },
        EditKind.Retire => field with { IsRetired = !field.IsRetired },
        EditKind.Redirect => field with { Target = shape.Entities[Other % shape.Entities.Count].Key },
        EditKind.OnDelete => field with { OnDelete = (DeleteAction)(Choice % 3) },
        _ => field,
    };

    // References, links and computed fields lead somewhere; the rest has a size.
    private FieldShape Typed(FieldShape field, Shape shape, EntityShape entity)
    {
        var type = Types[Choice % Types.Length];
        var target = type switch
        {
            FieldType.Reference or FieldType.Links => shape.Entities[Other % shape.Entities.Count].Key,
            FieldType.Computed => entity.Fields.FirstOrDefault(static one => one.Type is FieldType.Int or FieldType.Long, field).Key,
            _ => Other % shape.Enums.Count,
        };
        return field.Key == FieldShape.First && type >= FieldType.Reference ? field : field with { Type = type, Target = target, Size = Other % 3, OnDelete = (DeleteAction)(Field % 3) };
    }

    private Shape Members(Shape shape)
    {
        var changed = shape.Enums[Entity % shape.Enums.Count];
        var members = Kind switch
        {
            EditKind.AddMember when Free(MemberNames, changed.Members.Select(static one => one.Name)) is { } name => [.. changed.Members, new(shape.NextKey, name)],
            EditKind.DropMember when changed.Members.Count > 1 => [.. changed.Members.Where((_, at) => at != Field % changed.Members.Count)],
            EditKind.RenameMember => Renamed(changed.Members, Field, MemberNames[Choice % MemberNames.Length], static one => one.Name, static (one, name) => one with { Name = name }),
            _ => changed.Members,
        };
        return shape with { NextKey = shape.NextKey + 1, Enums = [.. shape.Enums.Select(one => one == changed ? one with { Members = members } : one)] };
    }

    private string? Free(string[] names, IEnumerable<string> taken) => names.Except(taken, StringComparer.Ordinal).ToList() is { Count: > 0 } free ? free[Choice % free.Count] : null;

    // A name that is taken now and then: then the two exchange theirs.
    private string Name(string[] names, IEnumerable<string> taken) => (Other % 5 == 0 ? null : Free(names, taken)) ?? names[Choice % names.Length];

    private List<T> Without<T>(IReadOnlyList<T> all) => [.. all.Where((_, at) => at != Field % all.Count)];

    // Whoever has the name already gets the other's: that is an exchange.
    private static List<T> Renamed<T>(IReadOnlyList<T> all, int which, string name, Func<T, string> nameOf, Func<T, string, T> rename)
    {
        var chosen = which % all.Count;
        return [.. all.Select((one, at) => at == chosen ? rename(one, name) : nameOf(one) == name ? rename(one, nameOf(all[chosen])) : one)];
    }
}
