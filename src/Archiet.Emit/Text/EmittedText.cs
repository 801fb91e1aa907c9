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
