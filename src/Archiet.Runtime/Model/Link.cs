using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// A many-to-many reference: rows of another entity that any number of rows of this one are linked to, kept in a table of its own and served as a sub-resource.
/// </summary>
/// <param name="member">The C# property.</param>
/// <param name="name">The name in the genome.</param>
/// <param name="route">The route below that of the row: <c>/tags</c>.</param>
/// <param name="table">The table of the links.</param>
public abstract class Link(string member, string name, string route, string table)
{
    /// <summary>The C# property.</summary>
    public string Member { get; } = member;

    /// <summary>The name in the genome.</summary>
    public string Name { get; } = name;

    /// <summary>The route below that of the row.</summary>
    public string Route { get; } = route;

    /// <summary>The table of the links.</summary>
    public string Table { get; } = table;

    /// <summary>The key over tenant, owner and target.</summary>
    public required string PrimaryKey { get; init; }

    /// <summary>The column with the id of the row that is linked, and its foreign key.</summary>
    public required LinkEnd Owner { get; init; }

    /// <summary>The column with the id of the row that it is linked to, and its foreign key.</summary>
    public required LinkEnd Target { get; init; }

    /// <summary>The index that answers in the other direction.</summary>
    public required string Index { get; init; }

    /// <summary>The entity of the rows that are linked to.</summary>
    internal abstract EntityTable TargetTable { get; }

    /// <summary>The C# class of the rows that are linked to.</summary>
    internal abstract Type TargetType { get; }

    /// <summary>The link's bit in a <see cref="FieldSet"/> of its owner's: behind the fields and the owned rows.</summary>
    internal static int PositionOf(EntityTable owner, int at) => owner.Fields.Count + owner.Children.Count + at;

    /// <summary>The endpoint that lists the rows which a row is linked to.</summary>
    internal abstract RequestDelegate List(EntityServices services);
}

/// <summary>A side of a link.</summary>
/// <param name="Column">The column with the row's id.</param>
/// <param name="ForeignKey">The foreign key to the row, which cascades.</param>
public sealed record LinkEnd(string Column, string ForeignKey);

/// <summary>A many-to-many reference, with the types that its endpoints and Entity Framework need.</summary>
/// <typeparam name="TOwner">The entity that has the member.</typeparam>
/// <typeparam name="TTarget">The entity that is linked to.</typeparam>
/// <param name="member">The C# property.</param>
/// <param name="name">The name in the genome.</param>
/// <param name="route">The route below that of the row.</param>
/// <param name="table">The table of the links.</param>
public sealed class Link<TOwner, TTarget>(string member, string name, string route, string table) : Link(member, name, route, table)
    where TOwner : class, IEntity<TOwner>
    where TTarget : class, IEntity<TTarget>
{
    internal override EntityTable TargetTable => TTarget.Table;

    internal override Type TargetType => typeof(TTarget);

    internal override RequestDelegate List(EntityServices services) =>
        new EntityEndpoints<TTarget>(services, EntityEndpointExtensions.Prefix + TTarget.Table.Route).ListOf(TOwner.Table, this);
}
