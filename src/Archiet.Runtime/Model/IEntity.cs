using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Archiet;

/// <summary>What a JSON object is read into, field by field.</summary>
/// <typeparam name="TSelf">The class.</typeparam>
public interface IFields<TSelf>
    where TSelf : class, IFields<TSelf>
{
    /// <summary>Reads the value of the field at a position, that of an entity in <see cref="EntityTable.Fields"/>, from JSON.</summary>
    static abstract void Read(int field, ref FieldReader json, TSelf it);
}

/// <summary>What is emitted for an entity so that the generic request delegates can serve it. All members are synchronous and keep nothing.</summary>
/// <typeparam name="TSelf">The entity.</typeparam>
public interface IEntity<TSelf> : IFields<TSelf>
    where TSelf : class, IEntity<TSelf>
{
    /// <summary>The id: a uuid of version 7, made by the app.</summary>
    Guid Id { get; }

    /// <summary>The tenant that owns the row.</summary>
    Guid TenantId { get; }

    /// <summary>Names, constraints and SQL.</summary>
    static abstract EntityTable Table { get; }

    /// <summary>An entity with nothing in it but its id and the defaults of the genome.</summary>
    static abstract TSelf Blank(Guid id);

    /// <summary>Writes the current row's fields in column order, values as objects.</summary>
    static abstract void Write(RowWriter row);

    /// <summary>Binds every field that a request can set, in column order.</summary>
    static abstract void Bind(TSelf it, Parameters values);

    /// <summary>Checks what the genome and the user's <c>Check</c> say about the fields in <paramref name="known"/>; the database checks all it can.</summary>
    static abstract void Validate(TSelf it, FieldSet known, Findings findings);
}

/// <summary>What is emitted for Entity Framework: apart, so that the data path never touches it.</summary>
/// <typeparam name="TSelf">The entity.</typeparam>
public interface IMapped<TSelf> : IEntity<TSelf>
    where TSelf : class, IMapped<TSelf>
{
    /// <summary>Converters, values, references, indexes and checks; the runtime has already mapped table, key, columns and version.</summary>
    static abstract void Map(EntityTypeBuilder<TSelf> entity);
}

/// <summary>A named scalar type of the genome that is stored as text: a readonly struct around it.</summary>
/// <typeparam name="TSelf">The type.</typeparam>
public interface IText<TSelf>
    where TSelf : struct, IText<TSelf>
{
    /// <summary>The text.</summary>
    string Value { get; }

    /// <summary>What a text must be to be taken, as a sentence for the caller.</summary>
    static abstract string Hint { get; }

    /// <summary>Takes a text that fits the type's constraints.</summary>
    static abstract bool TryFrom(string text, out TSelf value);
}
