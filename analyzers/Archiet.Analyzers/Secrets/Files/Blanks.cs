namespace Archiet.Analyzers.Secrets.Files;

/// <summary>Blanks around what is of interest.</summary>
internal static class Blanks
{
    /// <summary>Draws both ends of a range inwards, over the white space there.</summary>
    public static void Trim(string text, ref int start, ref int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }
    }

    /// <summary>The first position from one on that is no white space.</summary>
    public static int Skip(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
        return at;
    }
}
