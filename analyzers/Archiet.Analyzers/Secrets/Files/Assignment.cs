namespace Archiet.Analyzers.Secrets.Files;

/// <summary>A value that is itself a name and a value: <c>- POSTGRES_PASSWORD=...</c> in a list of environment variables, <c>"--password=..."</c> in one of arguments.</summary>
internal static class Assignment
{
    /// <summary>Hands a value on; in a list, under the name that it brings along.</summary>
    public static void Give(KeyPath key, TextPart value, int start, int length, IValueSink sink)
    {
        if (key.IsInList && EndOfName(value) is > 0 and var end)
        {
            key.Open();
            var dashes = 0;
            while (dashes < end && value[dashes] == '-')
            {
                dashes++;
            }
            key.Name(value.From(dashes, end - dashes));
            var isAsWritten = value.Length == length;
            sink.Value(key, value.From(end + 1), isAsWritten ? start + end + 1 : start, isAsWritten ? length - end - 1 : length);
            key.Close();
        }
        else
        {
            sink.Value(key, value, start, length);
        }
    }

    /// <summary>Where the equals sign of an assignment stands, right behind a name and before one value; -1 where there is none.</summary>
    private static int EndOfName(TextPart value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '=')
            {
                return at > 0 && value.Span.IndexOf(';') < 0 ? at : -1;
            }
            if (!(char.IsLetterOrDigit(value[at]) || value[at] is '_' or '.' or '-'))
            {
                return -1;
            }
        }
        return -1;
    }
}
