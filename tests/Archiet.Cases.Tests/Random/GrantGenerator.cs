using FsCheck;
using FsCheck.Fluent;

namespace Archiet.Cases.Tests;

/// <summary>Makes up who may do what: an owner who may do everything, and a clerk who may do some of it, on some rows, with some fields.</summary>
internal static class GrantGenerator
{
    private static readonly string[] Shown = ["code", "level", "rank", "at", "until", "due", "flag", "size", "note", "by"];

    /// <summary>The capabilities of a genome with these entities and operations.</summary>
    public static Gen<IReadOnlyList<(string, YamlTree)>> Of(IReadOnlyList<RandomEntity> entities, IReadOnlyList<string> operations) =>
        from grants in Gen.CollectToList(entities.Where(static it => it.Has("code")), entity => Some(entity, entities.All(other => other.Name == "Store" || !other.RefersTo(entity.Name))))
        from run in Gen.SubListOf(operations.AsEnumerable())
        select (IReadOnlyList<(string, YamlTree)>)
        [
            ("mayAll", YamlTree.Map(
                ("to", YamlTree.Words(["owner"])),
                ("allow", YamlTree.Map(entities.Where(static it => !it.Name.EndsWith("Row", StringComparison.Ordinal) && !it.Has("retired")).Select(static it => (it.Name, (YamlTree?)YamlTree.Words(Everything(it)))))),
                ("run", operations.Count == 0 ? null : YamlTree.Words(operations)))),
            ("maySome", YamlTree.Map(
                ("to", YamlTree.Words(["clerk"])),
                ("allow", YamlTree.Map([("Store", YamlTree.Map(("do", YamlTree.Words(["read"])), ("fields", YamlTree.Words(["name"])))), .. grants.Where(static it => it.Grant is not null)])),
                ("x-why", YamlTree.Of(1)),
                ("run", run.Count == 0 ? null : YamlTree.Words(run)))),
        ];

    private static IEnumerable<string> Everything(RandomEntity entity) =>
    [
        "list", "read", "update",
        .. entity.Name == "Store" ? Enumerable.Empty<string>() : ["create", "delete"],
        .. entity.Has("softDelete") ? ["restore"] : Enumerable.Empty<string>(),
        .. entity.Has("lifecycle") ? ["start", "finish", "reopen"] : Enumerable.Empty<string>(),
    ];

    /// <summary>Where others refer to a row, a condition on it would be gone around.</summary>
    private static Gen<(string Entity, YamlTree? Grant)> Some(RandomEntity entity, bool canHaveCondition) =>
        from verbs in Gen.SubListOf(Everything(entity).Except(["read", "create"]))
        from condition in canHaveCondition ? Gen.OneOf(ConditionGenerator.OfRows, Gen.Constant("this.by == user"), Gen.Constant("")) : Gen.Constant("")
        from see in Gen.SubListOf(Shown.Concat(new[] { "rows", "links" }.Where(entity.Has)))
        from settable in Gen.SubListOf(see.Except(["by", "code"]))
        from kind in Gen.Choose(0, 4)
        let fields = kind switch
        {
            _ when see.Count == 0 => null,
            0 => YamlTree.Map(("except", YamlTree.Words(see))),
            1 => YamlTree.Words(see),
            2 => YamlTree.Map(("see", YamlTree.Words(see)), ("set", settable.Count == 0 ? null : YamlTree.Words(settable))),
            _ => null,
        }
        select (entity.Name, kind == 4 ? null : YamlTree.Map(("do", YamlTree.Words(["read", .. verbs])), ("where", condition.Length == 0 ? null : YamlTree.Text(condition)), ("fields", fields)));
}
