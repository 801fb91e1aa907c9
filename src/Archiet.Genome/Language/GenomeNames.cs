using System.Runtime.CompilerServices;
using System.Text;

namespace Archiet.Genome.Language;

/// <summary>The forms of names, and the names that follow from them. All of it is ASCII, so that no culture or normal form can matter.</summary>
public static class GenomeNames
{
    /// <summary>Characters that a name may have.</summary>
    public const int LongestName = 48;

    /// <summary>Bytes of an identifier in PostgreSQL.</summary>
    public const int LongestIdentifier = 63;

    /// <summary>Whether a name is a PascalCase word, as entities, types, values and enums have.</summary>
    public static bool IsPascalCase(string name) => name.Length > 0 && name[0] is >= 'A' and <= 'Z' && IsAlphanumeric(name, allowUnderscore: false);

    /// <summary>Whether a name is a camelCase word, as fields, roles, capabilities and indexes have.</summary>
    public static bool IsCamelCase(string name) => name.Length > 0 && name[0] is >= 'a' and <= 'z' && IsAlphanumeric(name, allowUnderscore: false);

    /// <summary>Whether a name can be a member of an enum: a letter, then letters, digits and underscores.</summary>
    public static bool IsEnumMember(string name) =>
        name.Length > 0 && name[0] is >= 'A' and <= 'Z' or >= 'a' and <= 'z' && IsAlphanumeric(name, allowUnderscore: true);

    /// <summary>The C# property of a field: <c>dateOfBirth</c> gives <c>DateOfBirth</c>.</summary>
    public static string Property(string field)
    {
        if (field.Length == 0 || field[0] == char.ToUpperInvariant(field[0]))
        {
            return field;
        }
        var letters = field.ToCharArray();
        letters[0] = char.ToUpperInvariant(letters[0]);
        return new(letters);
    }

    /// <summary>Whether a name is that of the C# property of a field.</summary>
    internal static bool IsPropertyOf(string name, string field) =>
        name.Length == field.Length && name.Length > 0 && name[0] == char.ToUpperInvariant(field[0]) && StandsAt(field, 1, name, 1);

    /// <summary>Whether a word, from one of its characters on, stands at an index of a text. What .NET compares parts of texts with is compiled at every start of a compiler.</summary>
    [MethodImpl(CompileOptions.AtOnce)]
    internal static bool StandsAt(string text, int start, string word, int from = 0)
    {
        if (text.Length - start < word.Length - from)
        {
            return false;
        }
        for (var i = from; i < word.Length; i++)
        {
            if (text[start + i - from] != word[i])
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The C# member of an enum's member: <c>inProgress</c>, <c>in_progress</c> and <c>IN_PROGRESS</c> give <c>InProgress</c>.</summary>
    public static string EnumMember(string member)
    {
        var builder = new StringBuilder(member.Length);
        foreach (var word in member.Split(['_'], StringSplitOptions.RemoveEmptyEntries))
        {
            var shouts = word.Length > 1 && !word.Any(static c => c is >= 'a' and <= 'z');
            builder.Append(char.ToUpperInvariant(word[0])).Append(shouts ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }
        return builder.ToString();
    }

    /// <summary>
    /// The plural of a PascalCase name by the rule table of the specification: a consonant and <c>y</c> to <c>ies</c>; <c>s</c>, <c>x</c>, <c>ch</c>, <c>sh</c>
    /// and <c>es</c>; else <c>s</c>.
    /// </summary>
    public static string Plural(string name)
    {
        if (name.Length > 1 && name[name.Length - 1] == 'y' && name[name.Length - 2] is not ('a' or 'e' or 'i' or 'o' or 'u'))
        {
            return name.Substring(0, name.Length - 1) + "ies";
        }
        return EndsWith(name, "s") || EndsWith(name, "x") || EndsWith(name, "ch") || EndsWith(name, "sh") ? name + "es" : name + "s";
    }

    /// <summary>A name in snake_case, as tables and columns have it: <c>DateOfBirth</c>, <c>dateOfBirth</c> give <c>date_of_birth</c>, <c>HTTPRoute</c> <c>http_route</c>.</summary>
    public static string SnakeCase(string name) => Separated(name, '_');

    /// <summary>A name in kebab-case, as routes have it.</summary>
    public static string KebabCase(string name) => Separated(name, '-');

    /// <summary>The words of a name in lower case, as in a sentence.</summary>
    public static string Words(string name) => Separated(name, ' ');

    [MethodImpl(CompileOptions.AtOnce)]
    private static string Separated(string name, char separator)
    {
        var capitals = CountCapitals(name);
        if (capitals == 0)
        {
            return name;
        }
        var separated = new char[name.Length + capitals];
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var isUpper = name[i] is >= 'A' and <= 'Z';
            var followsWord = i > 0 && name[i - 1] is not (>= 'A' and <= 'Z');
            var startsWord = i > 0 && i + 1 < name.Length && name[i + 1] is >= 'a' and <= 'z';
            if (isUpper && (followsWord || startsWord))
            {
                separated[length++] = separator;
            }
            separated[length++] = char.ToLowerInvariant(name[i]);
        }
        return new(separated, 0, length);
    }

    [MethodImpl(CompileOptions.AtOnce)]
    private static int CountCapitals(string name)
    {
        var capitals = 0;
        foreach (var c in name)
        {
            capitals += c is >= 'A' and <= 'Z' ? 1 : 0;
        }
        return capitals;
    }

    private static bool IsAlphanumeric(string name, bool allowUnderscore)
    {
        foreach (var c in name)
        {
            if (c is not (>= 'A' and <= 'Z' or >= 'a' and <= 'z' or >= '0' and <= '9') && !(allowUnderscore && c == '_'))
            {
                return false;
            }
        }
        return true;
    }

    private static bool EndsWith(string name, string ending) => name.EndsWith(ending, StringComparison.Ordinal);
}
