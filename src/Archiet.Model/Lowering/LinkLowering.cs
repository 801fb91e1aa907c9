using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Many-to-many references: each a table of its own, with the ids of both rows as its key.</summary>
internal static class LinkLowering
{
    /// <summary>The links of an entity.</summary>
    public static EquatableArray<LinkModel> Lower(BoundEntity entity, OutlineIndex index, TableNames names) =>
        entity.Links.Select(link => Lower(entity, link, index, names)).ToEquatableArray();

    private static LinkModel Lower(BoundEntity entity, BoundLink link, OutlineIndex index, TableNames names)
    {
        var target = index.Entity(link.Entity);
        var (table, name) = names.Link(link.Name);
        var owner = Naming.Snake(entity.Name) + "_id";

        // Rows of one entity that are linked to each other: the second column is called by the link.
        var other = entity.Name == target.Name ? Naming.Snake(link.Name) + "_" + owner : Naming.Snake(target.Name) + "_id";
        var ownerKey = new ForeignKeyModel(name("fk", owner), owner, names.Table, DeleteAction.Cascade);
        var targetKey = new ForeignKeyModel(name("fk", other), other, index.Table(target), DeleteAction.Cascade);
        return new LinkModel(
            FieldLowering.Member(link.Name, entity.ClassName), link.Name, target.Name, target.ClassName, "/" + Naming.Kebab(link.Name), link.Description,
            new TableModel(
                table, name("pk", null),
                EquatableArray.Of(Id("tenant_id"), Id(owner), Id(other)),
                EquatableArray.Of(new IndexModel(name("ix", other), EquatableArray.Of("tenant_id", other), Unique: false)),
                EquatableArray<CheckModel>.Empty,
                EquatableArray.Of(ownerKey, targetKey))
            {
                Origin = entity.Name + "." + link.Name,
                Key = EquatableArray.Of("tenant_id", owner, other),
                Partitions = index.Outline.App.Partitions,
            },
            Roles(entity.Name, Operations.Read, fields => fields.See.Contains(link.Name), index)
                .Intersect(Roles(target.Name, Operations.List, static _ => true, index)).ToEquatableArray(),
            Roles(entity.Name, Operations.Update, fields => fields.Set.Contains(link.Name), index).ToEquatableArray())
        {
            Extensions = link.Extensions,
        };
    }

    private static ColumnModel Id(string column) => StoreTypes.Own(column, "uuid");

    private static IEnumerable<string> Roles(string entity, Operations operation, Func<FieldListModel, bool> names, OutlineIndex index) => index.Grants(entity)
        .Where(grant => (grant.Operations & operation) != 0 && (grant.Fields is not { } fields || names(fields))).Select(grant => grant.Role).Distinct();
}
