namespace Archiet.Analyzers.Secrets.Files;

/// <summary>
/// A value of an Azure template that is computed where it is deployed: <c>[concat('Server=', parameters('server'), ';Password=', parameters('password'))]</c>.
/// </summary>
internal static class TemplateExpression
{
    private const char Quote = '\'';
    private const char Apostrophe = '\u2019';

    /// <summary>What stands behind the last literal where nothing else is put there.</summary>
    private static readonly char[] Closings = [Quote, ')', ']', ' '];

    /// <summary>
    /// What is written in a value, each character at its place: of an expression its literals from their opening quotes on, with holes where functions are called; any other value as it is.
    /// </summary>
    public static string WrittenIn(string value)
    {
        if (!Is(value))
        {
            return value;
        }
        var written = value.ToCharArray();
        var isLiteral = false;
        for (var at = 0; at < written.Length; at++)
        {
            var isQuote = value[at] == Quote;
            if (isLiteral && isQuote && at + 1 < value.Length && value[at + 1] == Quote)
            {
                // A quote in a literal is written twice, and ends nothing: it stays as a character that means nothing to a connection string.
                written[at] = written[++at] = Apostrophe;
                continue;
            }
            if (isQuote == isLiteral)
            {
                written[at] = Placeholder.Hole;
            }
            isLiteral = isQuote != isLiteral;
        }
        var end = value.TrimEnd(Closings).Length;
        if (value[end] == Quote)
        {
            // Nothing is put behind the last literal.
            written[end] = ';';
        }
        return new string(written);
    }

    /// <summary>A call of a function in brackets. Two brackets begin a text that is none.</summary>
    private static bool Is(string value)
    {
        if (value.Length < 4 || value[0] != '[' || value[value.Length - 1] != ']')
        {
            return false;
        }
        var at = 1;
        while (char.IsLetterOrDigit(value[at]) || value[at] is '.' or '_')
        {
            at++;
        }
        return at > 1 && value[at] == '(';
    }
}
