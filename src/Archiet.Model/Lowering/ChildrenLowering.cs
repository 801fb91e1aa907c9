using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Owned rows, from both sides: the member of the owner, and what ties the owned entity to it.</summary>
internal static class ChildrenLowering
{
    /// <summary>The members of an entity that hold owned rows.</summary>
    public static EquatableArray<ChildrenModel> Members(BoundEntity entity, OutlineIndex index) => entity.Children.Select(children => new ChildrenModel(
        FieldLowering.Member(children.Name, entity.ClassName), children.Name, children.Entity, index.Entity(children.Entity).ClassName,
        children.Min ?? 0, children.Max, children.Description)
    {
        Extensions = children.Extensions,
    }).ToEquatableArray();

    /// <summary>The owner of an owned entity; null for others.</summary>
    public static OwnerModel? Owner(BoundEntity entity, OutlineIndex index)
    {
        if (entity.Owner is null)
        {
            return null;
        }
        var owner = index.Entity(entity.Owner);
        var navigation = FieldLowering.Member(owner.Name, entity.ClassName);
        var column = Naming.Snake(owner.Name) + "_id";
        return new OwnerModel(
            navigation + "Id", navigation, owner.Name, owner.ClassName, Naming.Identifier(Naming.Snake(owner.Plural)), column,
            Naming.Identifier("fk_" + Naming.Snake(entity.Plural) + "_" + column));
    }
}
