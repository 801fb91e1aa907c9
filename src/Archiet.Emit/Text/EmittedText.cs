using System.Runtime.CompilerServices;
using System.Text;

namespace Archiet.Emit;

/// <summary>
/// The text of an emitted source in pages, those in ASCII with a byte a character. As one string each source would be a large object, whose collection stops the
/// compiler for longer than the writing took; and what a compiler holds on to, each of its collections passes over again.
/// </summary>
public sealed class EmittedText : IEquatable<EmittedText>
{
    /// <summary>How many characters stand on each page but the last.</summary>
    internal const int PageSize = 4096;

    private const int PieceSize = 8;
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private readonly Array[] pages;

    /// <summary>Takes over what was written.</summary>
    /// <param name="pages">Each an array of bytes or of characters.</param>
    /// <param name="length">How many characters there are.</param>
    internal EmittedText(Array[] pages, int length)
    {
        this.pages = pages;
        Length = length;
    }

    /// <summary>How many characters there are.</summary>
    public int Length { get; }

    /// <summary>A number that another text hardly has: FNV-1a, over eight bytes at a time where they are ASCII; the same on every machine.</summary>
    internal ulong Hash
    {
        get
        {
            var hash = OffsetBasis;
            foreach (var page in pages)
            {
                hash = page is byte[] ascii ? Hashed(hash, ascii) : Hashed(hash, (char[])page);
            }
            return hash;
        }
    }

    /// <summary>A character. Who reads many takes them by <see cref="CopyTo"/>.</summary>
    public char this[int position] => pages[position / PageSize] is byte[] ascii ? (char)ascii[position % PageSize] : ((char[])pages[position / PageSize])[position % PageSize];

    /// <summary>Copies characters from a position on.</summary>
    public void CopyTo(int position, char[] destination, int destinationIndex, int count)
    {
        while (count > 0)
        {
            var (page, start) = (pages[position / PageSize], position % PageSize);
            var copied = Math.Min(count, page.Length - start);
            if (page is byte[] ascii)
            {
                Encoding.ASCII.GetChars(ascii, start, copied, destination, destinationIndex);
            }
            else
            {
                Array.Copy(page, start, destination, destinationIndex, copied);
            }
            (position, destinationIndex, count) = (position + copied, destinationIndex + copied, count - copied);
        }
    }

    /// <inheritdoc/>
    public bool Equals(EmittedText? other) => ReferenceEquals(this, other) || (other is not null && Length == other.Length && HasSameCharacters(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmittedText);

    /// <inheritdoc/>
    public override int GetHashCode() => Length;

    /// <summary>The text as one string.</summary>
    public override string ToString()
    {
        var characters = new char[Length];
        CopyTo(0, characters, 0, Length);
        return new string(characters);
    }

    [MethodImpl(CompileOptions.AtOnce)]
    private static ulong Hashed(ulong hash, byte[] page)
    {
        var at = 0;
        for (; at + PieceSize <= page.Length; at += PieceSize)
        {
            var low = page[at] | ((uint)page[at + 1] << 8) | ((uint)page[at + 2] << 16) | ((uint)page[at + 3] << 24);
            var high = page[at + 4] | ((uint)page[at + 5] << 8) | ((uint)page[at + 6] << 16) | ((uint)page[at + 7] << 24);
            hash = unchecked((hash ^ (low | ((ulong)high << 32))) * Prime);
        }
        for (; at < page.Length; at++)
        {
            hash = unchecked((hash ^ page[at]) * Prime);
        }
        return hash;
    }

    private static ulong Hashed(ulong hash, char[] page)
    {
        foreach (var character in page)
        {
            hash = unchecked((hash ^ character) * Prime);
        }
        return hash;
    }

    private bool HasSameCharacters(EmittedText other)
    {
        var (left, right) = (new char[PageSize], new char[PageSize]);
        for (var position = 0; position < Length; position += PageSize)
        {
            var count = Math.Min(PageSize, Length - position);
            CopyTo(position, left, 0, count);
            other.CopyTo(position, right, 0, count);
            for (var at = 0; at < count; at++)
            {
                if (left[at] != right[at])
                {
                    return false;
                }
            }
        }
        return true;
    }
}
