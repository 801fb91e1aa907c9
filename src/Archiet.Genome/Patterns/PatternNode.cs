namespace Archiet.Genome.Patterns;

/// <summary>A part of a pattern.</summary>
internal abstract class PatternNode;

/// <summary>One character of a set.</summary>
internal sealed class CharacterNode(List<CharacterRange> ranges, bool isNegated) : PatternNode
{
    /// <summary>Any character.</summary>
    public static CharacterNode Any { get; } = new([], true);

    public static CharacterNode Of(char c) => new([new(c, c)], false);

    public bool Contains(char c)
    {
        foreach (var range in ranges)
        {
            if (c >= range.First && c <= range.Last)
            {
                return !isNegated;
            }
        }
        return isNegated;
    }
}

/// <summary>Characters from the first to the last.</summary>
internal sealed record CharacterRange(char First, char Last);

/// <summary>Parts one after another.</summary>
internal sealed class SequenceNode(List<PatternNode> parts) : PatternNode
{
    public List<PatternNode> Parts { get; } = parts;
}

/// <summary>One of several parts.</summary>
internal sealed class ChoiceNode(List<PatternNode> parts) : PatternNode
{
    public List<PatternNode> Parts { get; } = parts;
}

/// <summary>A part several times; without a most, any number of times.</summary>
internal sealed class RepeatNode(PatternNode part, int least, int? most) : PatternNode
{
    public PatternNode Part { get; } = part;

    public int Least { get; } = least;

    public int? Most { get; } = most;
}
