using Archiet.Genome.Binding;

namespace Archiet.Genome.Expressions;

/// <summary>What a checker of expressions must know of a genome: it asks only for the entities that an expression leads to.</summary>
public interface IExpressionTypes
{
    /// <summary>The named types.</summary>
    BoundVocabulary Vocabulary { get; }

    /// <summary>The entity whose rows are the tenants.</summary>
    string TenantEntity { get; }

    /// <summary>The entity whose rows are the members, or null.</summary>
    string? MemberEntity { get; }

    /// <summary>The fields of an entity, or null where they are not known because of a mistake that has its finding.</summary>
    EntityShape? FindEntity(string name);
}

/// <summary>The fields of an entity, as far as expressions see them.</summary>
/// <param name="Name">The entity.</param>
/// <param name="Fields">In order of declaration.</param>
public sealed record EntityShape(string Name, EquatableArray<FieldShape> Fields)
{
    /// <summary>The field of a name, or null.</summary>
    public FieldShape? Find(string name)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == name)
            {
                return Fields[i];
            }
        }
        return null;
    }
}

/// <summary>A field, as far as expressions see it.</summary>
/// <param name="Name">camelCase, as in the genome.</param>
/// <param name="Type">What it holds; of owned children and of many references a reference to their entity. Null where a mistake left it open.</param>
/// <param name="Required">Whether it always has a value.</param>
/// <param name="Multiplicity">Whether it is one value or rows.</param>
/// <param name="Origin">Where its value comes from.</param>
public sealed record FieldShape(
    string Name, FieldType? Type, bool Required, FieldMultiplicity Multiplicity = FieldMultiplicity.One, FieldOrigin Origin = FieldOrigin.Column)
{
    /// <summary>Whether nobody ever sees it.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether only its column is left; only what is retired itself still reads it.</summary>
    public bool IsRetired { get; init; }
}

/// <summary>Whether a field holds one value or rows.</summary>
public enum FieldMultiplicity
{
    /// <summary>One value, or none.</summary>
    One,

    /// <summary>Owned children: <c>owned: true</c>.</summary>
    OwnedChildren,

    /// <summary>Rows of another entity: <c>many: true</c>. Expressions do not reach them.</summary>
    Many,
}

/// <summary>Where the value of a field comes from.</summary>
public enum FieldOrigin
{
    /// <summary>A column.</summary>
    Column,

    /// <summary>A column that the database computes from others.</summary>
    ComputedColumn,

    /// <summary>Nowhere: it is computed when it is read, and expressions do not reach it.</summary>
    ComputedOnRead,
}
