using System.Text;

namespace Archiet.OpenApi;

/// <summary>
/// What lists can be asked for, said once, where an entity's own list is. The word <c>@list/Name</c> in the parameters of another list of the same rows stands
/// for the parameters of that list.
/// </summary>
internal sealed class OpenApiListings(IEnumerable<OpenApiPart> entities)
{
    private const string Word = "@list/";

    private readonly Dictionary<string, OpenApiPart> entities = entities.ToDictionary(part => part.Name, StringComparer.Ordinal);

    /// <summary>The text with the parameters in place of the words.</summary>
    public string Fill(string paths)
    {
        if (paths.IndexOf(Word, StringComparison.Ordinal) < 0)
        {
            return paths;
        }
        var text = new StringBuilder(paths.Length);
        for (var at = 0; at < paths.Length;)
        {
            var start = at;
            if (paths[at] == '"')
            {
                at = JsonScan.EndOfString(paths, at);
            }
            else if (string.CompareOrdinal(paths, at, Word, 0, Word.Length) == 0)
            {
                at = paths.IndexOfAny([',', ']'], at);
                text.Append(ParametersOf(paths.Substring(start + Word.Length, at - start - Word.Length)));
                continue;
            }
            else
            {
                at++;
            }
            text.Append(paths, start, at - start);
        }
        return text.ToString();
    }

    /// <summary>The items of the array; an entity's list is the one path of its own without a parameter.</summary>
    private string ParametersOf(string entity)
    {
        var paths = "{" + entities[entity].Paths + "}";
        var list = JsonScan.Members(paths, 0).First(path => path.Name.IndexOf('{') < 0);
        var get = Member(list, "get");
        var parameters = Member(get, "parameters");
        return paths.Substring(parameters.Value + 1, parameters.End - parameters.Value - 2);

        JsonMember Member(JsonMember of, string name) => JsonScan.Members(paths, of.Value).First(member => member.Name == name);
    }
}
