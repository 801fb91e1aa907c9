using System.Collections;

namespace Archiet.Genome;

/// <summary>
/// An immutable array that is equal to another when its elements are: what a record needs to be a value in an incremental pipeline.
/// The default instance is empty.
/// </summary>
/// <typeparam name="T">An immutable element with value equality.</typeparam>
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? items;

    internal EquatableArray(T[] items) => this.items = items;

    /// <summary>An array without elements.</summary>
    public static EquatableArray<T> Empty => default;

    /// <inheritdoc/>
    public int Count => items?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => Items[index];

    private T[] Items => items ?? [];

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other)
    {
        var left = Items;
        var right = other.Items;
        if (ReferenceEquals(left, right))
        {
            return true;
        }
        if (left.Length != right.Length)
        {
            return false;
        }
        for (var i = 0; i < left.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(left[i], right[i]))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = 17;
        foreach (var item in Items)
        {
            hash = unchecked((hash * 31) + (item is null ? 0 : item.GetHashCode()));
        }
        return hash;
    }

    /// <summary>Whether an element is among them.</summary>
    public bool Contains(T item) => Array.IndexOf(Items, item) >= 0;

    /// <summary>Whether something is true of an element.</summary>
    public bool Any(Func<T, bool> predicate)
    {
        foreach (var item in Items)
        {
            if (predicate(item))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The elements of which something is true, as of any sequence, without this array being boxed.</summary>
    public IEnumerable<T> Where(Func<T, bool> predicate) => Items.Where(predicate);

    /// <summary>What follows from each element, as of any sequence, without this array being boxed.</summary>
    public IEnumerable<TResult> Select<TResult>(Func<T, TResult> selector) => Items.Select(selector);

    /// <summary>What follows from each element, in an array of its own.</summary>
    public EquatableArray<TResult> ConvertAll<TResult>(Func<T, TResult> convert)
        where TResult : IEquatable<TResult>
    {
        if (Count == 0)
        {
            return default;
        }
        var converted = new TResult[Count];
        for (var i = 0; i < converted.Length; i++)
        {
            converted[i] = convert(Items[i]);
        }
        return new(converted);
    }

    /// <summary>The elements in a list of their own.</summary>
    public List<T> ToList() => [.. Items];

    /// <summary>Goes through the elements without making an object.</summary>
    public Enumerator GetEnumerator() => new(Items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => Items.GetEnumerator();

    /// <summary>Whether two arrays have equal elements in the same order.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Whether two arrays differ.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Goes through the elements, in their order.</summary>
    public struct Enumerator
    {
        private readonly T[] items;
        private int at;

        internal Enumerator(T[] items) => (this.items, at) = (items, -1);

        /// <summary>The element that it stands at.</summary>
        public readonly T Current => items[at];

        /// <summary>Moves on; false behind the last.</summary>
        public bool MoveNext() => ++at < items.Length;
    }
}

/// <summary>Makes equatable arrays.</summary>
public static class EquatableArray
{
    /// <summary>One element.</summary>
    public static EquatableArray<T> Of<T>(T item)
        where T : IEquatable<T> => new([item]);

    /// <summary>Two elements.</summary>
    public static EquatableArray<T> Of<T>(T first, T second)
        where T : IEquatable<T> => new([first, second]);

    /// <summary>Three elements.</summary>
    public static EquatableArray<T> Of<T>(T first, T second, T third)
        where T : IEquatable<T> => new([first, second, third]);

    /// <summary>The elements given.</summary>
    public static EquatableArray<T> Of<T>(params T[] items)
        where T : IEquatable<T> => new([.. items]);

    /// <summary>Copies a sequence.</summary>
    public static EquatableArray<T> ToEquatableArray<T>(this IEnumerable<T> items)
        where T : IEquatable<T> => new([.. items]);
}
