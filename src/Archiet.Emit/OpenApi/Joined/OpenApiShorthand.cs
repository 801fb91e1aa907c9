using System.Text;

namespace Archiet.OpenApi;

/// <summary>
/// The form in which an app carries its OpenAPI document: JSON with words that stand in place of members, so that what every entity repeats is emitted once.
/// <c>@kind/Name</c> is a reference to a component, <c>@kind/Name*</c> one to the form of a value that fits the object it stands in, and <c>@entity/...</c>,
/// <c>@owned/...</c> and <c>@value/...</c> are schemas whose properties are written once for all their forms (<see cref="OpenApiForms"/>). <c>@list/...</c> is filled in
/// before (<see cref="OpenApiListings"/>). White space means nothing.
/// </summary>
internal static class OpenApiShorthand
{
    /// <summary>Writes a text of the shorthand as JSON without white space.</summary>
    public static void Expand(string text, StringBuilder json) => Expand(text, 0, text.Length, "", json);

    /// <summary>Writes a piece of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the piece begins.</param>
    /// <param name="end">Where it is over.</param>
    /// <param name="form">What a value's name ends in here.</param>
    /// <param name="json">Where to write.</param>
    public static void Expand(string text, int start, int end, string form, StringBuilder json)
    {
        for (var at = start; at < end;)
        {
            switch (text[at])
            {
                case '"':
                    var close = JsonScan.EndOfString(text, at);
                    json.Append(text, at, close - at);
                    at = close;
                    break;
                case ' ' or '\n':
                    at++;
                    break;
                case '@':
                    at = Word(text, at + 1, form, json);
                    break;
                default:
                    json.Append(text[at++]);
                    break;
            }
        }
    }

    private static int Word(string text, int at, string form, StringBuilder json)
    {
        var end = text.IndexOfAny(['{', '}', ',', '\n'], at);
        if (text[end] == '{')
        {
            OpenApiForms.Expand(text.Substring(at, end - at).Split('/'), text, end, json);
            return JsonScan.EndOfValue(text, end);
        }
        var isValue = text[end - 1] == '*';
        json.Append("\"$ref\":\"#/components/").Append(text, at, end - at - (isValue ? 1 : 0)).Append(isValue ? form : "").Append('"');
        return end;
    }
}
