using System.Text;

namespace Archiet.Emit;

/// <summary>
/// The text of an emitted source in the pieces in which it was written. As one string each source would be a large object, whose collection stops the
/// compiler for longer than the writing took.
/// </summary>
public sealed class EmittedText : IEquatable<EmittedText>
{
    private const int ComparedAtOnce = 4096;

    private readonly StringBuilder pieces;

    /// <summary>Takes over what was written, which nobody may change any more.</summary>
    internal EmittedText(StringBuilder pieces)
    {
        this.pieces = pieces;
        Length = pieces.Length;
    }

    /// <summary>How many characters there are.</summary>
    public int Length { get; }

    /// <summary>A character. Who reads many takes them by <see cref="CopyTo"/>.</summary>
    public char this[int position] => pieces[position];

    /// <summary>Copies characters from a position on.</summary>
    public void CopyTo(int position, char[] destination, int destinationIndex, int count) => pieces.CopyTo(position, destination, destinationIndex, count);

    /// <inheritdoc/>
    public bool Equals(EmittedText? other) => ReferenceEquals(this, other) || (other is not null && Length == other.Length && HasSameCharacters(other));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EmittedText);

    /// <inheritdoc/>
    public override int GetHashCode() => Length;

    /// <summary>The text as one string.</summary>
    public override string ToString() => pieces.ToString();

    /// <summary>In arrays: <see cref="StringBuilder.Equals(StringBuilder)"/> looks for the piece of every character anew.</summary>
    private bool HasSameCharacters(EmittedText other)
    {
        var (left, right) = (new char[ComparedAtOnce], new char[ComparedAtOnce]);
        for (var position = 0; position < Length; position += ComparedAtOnce)
        {
            var count = Math.Min(ComparedAtOnce, Length - position);
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
