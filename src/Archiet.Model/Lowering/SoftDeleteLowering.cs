using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>The marks of a deleted row, and that nothing new refers to one.</summary>
internal static class SoftDeleteLowering
{
    private const string DeletedAt = "deleted_at", DeletedBy = "deleted_by_id";

    /// <summary>What the entity's code needs to know; null where deletes remove.</summary>
    public static SoftDeleteModel? Lower(BoundEntity entity, TableModel table, OutlineIndex index) => !entity.SoftDelete ? null : new SoftDeleteModel(
        index.Outline.App.MemberEntity is { } member ? index.Entity(member).ClassName : null,
        table.ForeignKeys.FirstOrDefault(key => key.Column == DeletedBy)?.Name);

    /// <summary>The columns of the marks.</summary>
    public static IEnumerable<ColumnModel> Columns(BoundEntity entity, OutlineIndex index)
    {
        if (!entity.SoftDelete)
        {
            return [];
        }
        var deletedAt = StoreTypes.Own(DeletedAt, "timestamp with time zone", nullable: true);
        return index.Outline.App.MemberEntity is null ? [deletedAt] : [deletedAt, StoreTypes.Own(DeletedBy, "uuid", nullable: true)];
    }

    /// <summary>The reference to who deleted, with its index; a member that goes takes the note along and leaves the row.</summary>
    public static void AddReference(List<ForeignKeyModel> references, List<IndexModel> indexes, BoundEntity entity, OutlineIndex index, TableNames names)
    {
        if (entity.SoftDelete && index.Outline.App.MemberEntity is { } member)
        {
            var table = index.Table(index.Entity(member));
            references.Add(new ForeignKeyModel(names.Constraint("fk", DeletedBy), DeletedBy, table, DeleteAction.SetNull));
            indexes.Add(new IndexModel(names.Constraint("ix", DeletedBy), EquatableArray.Of("tenant_id", DeletedBy), Unique: false));
        }
    }

    /// <summary>Adds what the table's trigger holds of each reference to an entity whose deletes mark.</summary>
    public static void AddRules(List<TriggerRule> rules, FieldLayout layout, OutlineIndex index)
    {
        foreach (var field in layout.Fields)
        {
            if (field.Reference is { } reference && index.Entity(reference.Entity).SoftDelete)
            {
                rules.Add(new LiveRule(reference.ForeignKey, field.Column, reference.Table));
            }
        }
    }
}
