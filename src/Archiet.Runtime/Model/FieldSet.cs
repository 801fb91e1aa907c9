using System.Numerics;

namespace Archiet;

/// <summary>
/// A set of an entity's fields, by their position: what a request gave, what a rule needs. Room for 126 fields, 63 in each half, because
/// an UPDATE takes each half as one bigint parameter.
/// </summary>
public readonly record struct FieldSet(ulong Low, ulong High)
{
    /// <summary>Fields in each half.</summary>
    public const int HalfSize = 63;

    /// <summary>The most fields an entity can have.</summary>
    public const int Capacity = 2 * HalfSize;

    /// <summary>Every field there can be.</summary>
    public static FieldSet All => new(ulong.MaxValue >> 1, ulong.MaxValue >> 1);

    /// <summary>Whether the set has no field.</summary>
    public bool IsEmpty => (Low | High) == 0;

    /// <summary>How many fields the set has.</summary>
    public int Count => BitOperations.PopCount(Low) + BitOperations.PopCount(High);

    /// <summary>The set of one field, by its position from 0 to 125.</summary>
    public static FieldSet Of(int field)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(field);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(field, Capacity);
        return field < HalfSize ? new(1UL << field, 0) : new(0, 1UL << (field - HalfSize));
    }

    /// <summary>The set of <paramref name="count"/> fields from <paramref name="first"/> on: the columns of a value.</summary>
    public static FieldSet Range(int first, int count)
    {
        var set = default(FieldSet);
        for (var field = first; field < first + count; field++)
        {
            set |= Of(field);
        }
        return set;
    }

    /// <summary>Whether the field at a position is in the set.</summary>
    public bool Has(int field) => field < HalfSize ? (Low & (1UL << field)) != 0 : (High & (1UL << (field - HalfSize))) != 0;

    /// <summary>Whether all of <paramref name="fields"/> are in the set.</summary>
    public bool Has(FieldSet fields) => (fields.Low & ~Low) == 0 && (fields.High & ~High) == 0;

    /// <summary>Whether any of <paramref name="fields"/> is in the set.</summary>
    public bool HasAny(FieldSet fields) => ((fields.Low & Low) | (fields.High & High)) != 0;

    /// <summary>The fields that are not in <paramref name="fields"/>.</summary>
    public FieldSet Without(FieldSet fields) => new(Low & ~fields.Low, High & ~fields.High);

    /// <summary>The fields of either set.</summary>
    public static FieldSet operator |(FieldSet left, FieldSet right) => new(left.Low | right.Low, left.High | right.High);

    /// <summary>The fields of both sets.</summary>
    public static FieldSet operator &(FieldSet left, FieldSet right) => new(left.Low & right.Low, left.High & right.High);

    /// <summary>The same as <c>|</c>.</summary>
    public static FieldSet BitwiseOr(FieldSet left, FieldSet right) => left | right;

    /// <summary>The same as <c>&amp;</c>.</summary>
    public static FieldSet BitwiseAnd(FieldSet left, FieldSet right) => left & right;
}
