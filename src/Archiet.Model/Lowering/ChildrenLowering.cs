using System.Globalization;
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

    /// <summary>The column by which a row knows its owner.</summary>
    public static string OwnerColumn(string owner) => Naming.Snake(owner) + "_id";

    /// <summary>How many rows there may be, as what must hold of the owner when a transaction ends. Counting goes no further than it must.</summary>
    public static IEnumerable<(ConstraintModel Constraint, string Sql)> Counts(BoundEntity entity, OutlineIndex index, TableNames names)
    {
        foreach (var children in entity.Children.Where(children => children.Min > 0 || children.Max is not null))
        {
            var rows = "SELECT FROM \"" + index.Table(index.Entity(children.Entity)) + "\" AS \"owned\" WHERE \"owned\".\"tenant_id\" = \""
                + names.Table + "\".\"tenant_id\" AND \"owned\".\"" + OwnerColumn(entity.Name) + "\" = \"" + names.Table + "\".\"id\"";
            var sql = new List<string>();
            if (children.Min is { } min and > 0)
            {
                sql.Add("EXISTS (" + rows + " OFFSET " + Number(min - 1) + ")");
            }
            if (children.Max is { } max)
            {
                sql.Add("NOT EXISTS (" + rows + " OFFSET " + Number(max) + ")");
            }
            yield return (
                new ConstraintModel(
                    names.Constraint("ck", Naming.Snake(children.Name) + "_count"), "count", EquatableArray.Of(FieldLowering.Member(children.Name, entity.ClassName)),
                    Message(children.Min ?? 0, children.Max), 422),
                string.Join(" AND ", sql));
        }
    }

    private static string Message(int min, int? max) => (min, max) switch
    {
        (1, null) => "The field must not be empty.",
        (_, null) => "The field must have at least " + Number(min) + " rows.",
        (0, { } most) => "The field must have at most " + Number(most) + " rows.",
        (_, { } most) => "The field must have " + Number(min) + " to " + Number(most) + " rows.",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The owner of an owned entity; null for others.</summary>
    public static OwnerModel? Owner(BoundEntity entity, OutlineIndex index, TableNames names)
    {
        if (entity.Owner is null)
        {
            return null;
        }
        var owner = index.Entity(entity.Owner);
        var navigation = FieldLowering.Member(owner.Name, entity.ClassName);
        var column = OwnerColumn(owner.Name);
        return new OwnerModel(
            navigation + "Id", navigation, owner.Name, owner.ClassName, index.Table(owner), column, names.ForeignKey(column));
    }
}
