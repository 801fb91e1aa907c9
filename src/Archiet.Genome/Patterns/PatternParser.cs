namespace Archiet.Genome.Patterns;

/// <summary>
/// Reads a pattern in the subset that .NET, PostgreSQL and JavaScript understand alike: literals, <c>.</c>, classes, groups, alternatives and greedy quantifiers,
/// with <c>^</c> and <c>$</c> at the ends only. No look-around, no back reference and no class such as <c>\d</c>, whose members differ between the three.
/// </summary>
internal sealed class PatternParser
{
    private const int MostGroups = 16;
    private const int MostRepeats = 255;
    private const string Special = "^$\\.*+?()[]{}|";

    private readonly string text;
    private readonly int end;
    private int at;
    private int groups;
    private string? fault;
    private int faultAt;

    private PatternParser(string text)
    {
        this.text = text;
        end = IsAnchoredAtEnd(text) ? text.Length - 1 : text.Length;
    }

    /// <summary>Reads a pattern; null with the fault and its zero-based index where it is refused.</summary>
    public static PatternNode? Parse(string text, out string? fault, out int faultAt)
    {
        var parser = new PatternParser(text);
        var root = parser.ParseWhole();
        (fault, faultAt) = (parser.fault, parser.faultAt);
        return fault is null ? root : null;
    }

    /// <summary>Whether the last character is a dollar sign that no backslash takes the meaning from.</summary>
    private static bool IsAnchoredAtEnd(string text)
    {
        var backslashes = 0;
        while (backslashes + 1 < text.Length && text[text.Length - 2 - backslashes] == '\\')
        {
            backslashes++;
        }
        return text.EndsWith("$", StringComparison.Ordinal) && backslashes % 2 == 0;
    }

    private PatternNode? ParseWhole()
    {
        var isAnchored = at < end && text[at] == '^';
        at += isAnchored ? 1 : 0;
        var root = ParseChoice();
        if (fault is null && at < end)
        {
            return Refuse(at, "this parenthesis was never opened");
        }
        return root is ChoiceNode && (isAnchored || end < text.Length) ? Refuse(0, "put alternatives between '^' and '$' into a group") : root;
    }

    private PatternNode? ParseChoice()
    {
        var parts = new List<PatternNode>();
        while (true)
        {
            if (ParseSequence() is not { } part)
            {
                return null;
            }
            parts.Add(part);
            if (at >= end || text[at] != '|')
            {
                return parts.Count == 1 ? part : new ChoiceNode(parts);
            }
            at++;
        }
    }

    private PatternNode? ParseSequence()
    {
        var parts = new List<PatternNode>();
        while (at < end && text[at] is not ('|' or ')'))
        {
            if (ParseAtom() is not { } atom || ParseQuantifier(atom) is not { } part)
            {
                return null;
            }
            parts.Add(part);
        }
        return parts.Count == 0 ? Refuse(at, "nothing stands here that a text could match") : parts.Count == 1 ? parts[0] : new SequenceNode(parts);
    }

    private PatternNode? ParseAtom()
    {
        var start = at;
        var c = text[at++];
        switch (c)
        {
            case '.':
                return CharacterNode.Any;
            case '[':
                return ParseClass(start);
            case '(':
                return ParseGroup(start);
            case '\\':
                return ParseEscape("", out var escaped) ? CharacterNode.Of(escaped) : null;
            default:
                if (Special.IndexOf(c) >= 0)
                {
                    return Refuse(start, $"'{c}' has a meaning of its own; write '\\{c}' for the character");
                }
                return IsPlain(c, start) ? CharacterNode.Of(c) : null;
        }
    }

    private PatternNode? ParseGroup(int start)
    {
        if (at < end && text[at] == '?')
        {
            if (at + 1 >= end || text[at + 1] != ':')
            {
                return Refuse(start, "of the groups that begin with '(?' only '(?:' is part of the language");
            }
            at += 2;
        }
        if (++groups > MostGroups)
        {
            return Refuse(start, "more than 16 groups are too many");
        }
        var inner = ParseChoice();
        if (inner is null)
        {
            return null;
        }
        if (at >= end)
        {
            return Refuse(start, "this parenthesis is never closed");
        }
        at++;
        return new SequenceNode([inner]);
    }

    private PatternNode? ParseClass(int start)
    {
        var isNegated = at < end && text[at] == '^';
        at += isNegated ? 1 : 0;
        var ranges = new List<CharacterRange>();
        while (at < end && text[at] != ']')
        {
            var itemStart = at;
            if (!ParseClassCharacter(out var first))
            {
                return null;
            }
            var last = first;
            if (at + 1 < end && text[at] == '-' && text[at + 1] != ']')
            {
                at++;
                if (!ParseClassCharacter(out last))
                {
                    return null;
                }
            }
            if (last < first)
            {
                return Refuse(itemStart, "this range runs backwards");
            }
            ranges.Add(new(first, last));
        }
        if (at >= end)
        {
            return Refuse(start, "this bracket is never closed");
        }
        at++;
        return ranges.Count == 0 ? Refuse(start, "this class has no characters") : new CharacterNode(ranges, isNegated);
    }

    private bool ParseClassCharacter(out char c)
    {
        c = text[at++];
        if (c == '\\')
        {
            return ParseEscape("-", out c);
        }
        if (c is '[' or '^')
        {
            Refuse(at - 1, $"write '\\{c}' for the character within a class");
            return false;
        }
        return IsPlain(c, at - 1);
    }

    /// <summary>Reads what follows a backslash: a character with a meaning of its own, which it takes away.</summary>
    private bool ParseEscape(string also, out char c)
    {
        c = at < end ? text[at] : '\0';
        if (c != '\0' && (Special.IndexOf(c) >= 0 || also.IndexOf(c) >= 0 || c == '/'))
        {
            at++;
            return true;
        }
        Refuse(at - 1, c is 'd' or 'w' or 's' or 'D' or 'W' or 'S'
            ? $"'\\{c}' means something else to each reader; write the characters out, as in [0-9]"
            : "a backslash stands before one of ^$\\.*+?()[]{}|/ only");
        return false;
    }

    private PatternNode? ParseQuantifier(PatternNode atom)
    {
        if (at >= end || text[at] is not ('*' or '+' or '?' or '{'))
        {
            return atom;
        }
        var start = at;
        var c = text[at++];
        var (least, most) = c switch
        {
            '*' => (0, (int?)null),
            '+' => (1, null),
            '?' => (0, 1),
            _ => ParseCounts(),
        };
        if (least < 0)
        {
            return Refuse(start, "write {n}, {n,} or {n,m} with numbers up to 255, the smaller first");
        }
        if (at < end && text[at] is '*' or '+' or '?' or '{')
        {
            return Refuse(at, "a quantifier cannot follow another");
        }
        return new RepeatNode(atom, least, most);
    }

    /// <summary>Reads <c>n}</c>, <c>n,}</c> or <c>n,m}</c>; less than nought where there is no such thing.</summary>
    private (int Least, int? Most) ParseCounts()
    {
        var least = ParseCount();
        int? most = least;
        if (at < end && text[at] == ',')
        {
            at++;
            most = at < end && text[at] == '}' ? null : ParseCount();
        }
        var isClosed = at < end && text[at++] == '}';
        return isClosed && least >= 0 && (most is null || most >= least) ? (least, most) : (-1, null);
    }

    private int ParseCount()
    {
        var start = at;
        var count = 0;
        while (at < end && text[at] is >= '0' and <= '9' && count <= MostRepeats)
        {
            count = (count * 10) + (text[at++] - '0');
        }
        return at > start && count <= MostRepeats ? count : -1;
    }

    private bool IsPlain(char c, int index)
    {
        if (!char.IsControl(c) && !char.IsSurrogate(c))
        {
            return true;
        }
        Refuse(index, "control characters and characters beyond U+FFFF cannot stand in a pattern");
        return false;
    }

    private PatternNode? Refuse(int index, string reason)
    {
        if (fault is null)
        {
            (fault, faultAt) = (reason, index);
        }
        return null;
    }
}
