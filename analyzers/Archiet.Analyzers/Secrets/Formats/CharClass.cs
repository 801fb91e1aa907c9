namespace Archiet.Analyzers.Secrets;

/// <summary>The alphabets that tokens are written in.</summary>
internal static class CharClass
{
    private const string Digits = "0123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>The alphabets by the letter that stands for them in a <see cref="TokenShape"/>.</summary>
    private static readonly Dictionary<char, string> ByName = new()
    {
        ['d'] = Digits,
        ['x'] = Digits + "abcdef",
        ['X'] = Digits + "ABCDEF",
        ['h'] = Digits + "abcdefABCDEF",
        ['l'] = Lower + Upper,
        ['a'] = Digits + Lower,
        ['A'] = Digits + Upper,
        ['w'] = Digits + Lower + Upper,
        ['k'] = Digits + Lower + Upper + "_",
        ['u'] = Digits + Lower + Upper + "-_",
        ['r'] = Digits + Lower + Upper + "-_.~",
        ['b'] = Digits + Lower + Upper + "+/",
        ['p'] = Digits + Lower + Upper + "+/%-_",
        ['s'] = Lower + "234567",
        ['S'] = Upper + "234567",
        ['g'] = Digits + "abcdefABCDEF-",
    };

    private static readonly Dictionary<char, bool[]> Tables = ByName.ToDictionary(pair => pair.Key, pair => TableOf(pair.Value));

    private static readonly bool[] Alphanumeric = TableOf(Digits + Lower + Upper);

    /// <summary>What a token with all around it is made of: no blank, quote, bracket, comma or semicolon.</summary>
    private static readonly bool[] Solid = TableOf(Digits + Lower + Upper + "_-.~+/=:$@%&?#!*");

    /// <summary>The alphabet of a name, as a table over ASCII.</summary>
    public static bool[] Named(char name) => Tables[name];

    /// <summary>Whether a character belongs to an alphabet.</summary>
    public static bool Has(this bool[] table, char letter) => letter < 128 && table[letter];

    /// <summary>Whether a character is an ASCII letter or digit.</summary>
    public static bool IsAlphanumeric(char letter) => letter < 128 && Alphanumeric[letter];

    /// <summary>Whether a token could go on with a character.</summary>
    public static bool IsSolid(char letter) => letter < 128 && Solid[letter];

    /// <summary>A table over ASCII of some characters.</summary>
    public static bool[] TableOf(string letters)
    {
        var table = new bool[128];
        foreach (var letter in letters)
        {
            table[letter] = true;
        }
        return table;
    }
}
