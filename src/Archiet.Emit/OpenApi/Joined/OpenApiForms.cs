using System.Text;

namespace Archiet.OpenApi;

/// <summary>
/// The schemas of an entity or of a value: the row as the API answers it, the body of a create, that of a merge patch, and a page of rows. Their properties
/// are given once: what is <c>readOnly</c> stands in rows only, what is <c>writeOnly</c> in none, a <c>default</c>
/// in creates only, and what is <c>x-archiet-write-once</c> not in merge patches.
/// </summary>
internal static class OpenApiForms
{
    private const string OfOwned = "\"id\":{\"type\":\"string\",\"format\":\"uuid\",\"readOnly\":true}";

    private const string OfRows = OfOwned + ","
        + "\"version\":{\"type\":\"string\",\"readOnly\":true,\"description\":\"Changes with every write; the ETag without its quotes.\"}";

    private const string Next = "\"next\":{\"type\":\"string\",\"description\":\"What to pass as `after` for the next page; absent on the last one.\"}";

    private const string Named = "\"id\":{\"type\":\"string\",\"format\":\"uuid\",\"description\":\"The row to change, as a whole; left out, a row is made.\"}";

    private static readonly string[] RequiredOfRows = ["id", "version"];
    private static readonly string[] RequiredOfOwned = ["id"];

    /// <summary>Writes the schemas.</summary>
    /// <param name="word"><c>entity</c>, <c>owned</c> or <c>value</c>, the name, and the forms besides the row.</param>
    /// <param name="text">The shorthand.</param>
    /// <param name="at">Where the object begins: its description, what a create must have (<c>required</c>), its properties, extensions (<c>x-...</c>), which rows have.</param>
    /// <param name="json">Where to write.</param>
    public static void Expand(string[] word, string text, int at, StringBuilder json)
    {
        var isOwned = word[0] == "owned";
        var isEntity = word[0] == "entity" || isOwned;
        var name = word[1];
        var members = JsonScan.Members(text, at).ToDictionary(member => member.Name, StringComparer.Ordinal);
        var properties = JsonScan.Members(text, members["properties"].Value).Select(property => new Property(text, property)).ToList();
        var description = members.TryGetValue("description", out var described) ? text.Substring(described.Start, described.End - described.Start).TrimEnd() : null;

        Begin(name, description);
        var shown = properties.Where(property => !property.IsWriteOnly).ToList();
        Required((isOwned ? RequiredOfOwned : isEntity ? RequiredOfRows : []).Concat(shown.Where(property => !property.IsHidden).Select(property => property.Name)));
        Properties(isOwned ? OfOwned : isEntity ? OfRows : "", shown, "");
        foreach (var extension in members.Values.Where(member => member.Name.StartsWith("x-", StringComparison.Ordinal)).OrderBy(member => member.Start))
        {
            OpenApiShorthand.Expand(text, extension.Start, extension.End, "", json.Append(','));
        }
        json.Append('}');
        foreach (var form in word.Skip(2))
        {
            Begin(name + "." + form, isEntity ? null : description);
            if (form == "Page")
            {
                json.Append(",\"required\":[\"items\"],\"properties\":{\"items\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/")
                    .Append(name).Append("\"}},").Append(Next).Append("}}");
                continue;
            }
            if ((form == "Create" || isOwned) && members.TryGetValue("required", out var required))
            {
                OpenApiShorthand.Expand(text, required.Start, required.End, "", json.Append(','));
            }
            Properties(isOwned && form == "Patch" ? Named : "", properties.Where(property => !property.IsReadOnly && (isOwned || form != "Patch" || !property.IsWriteOnce)), "." + form);
            json.Append(",\"additionalProperties\":false}");
        }

        void Begin(string schema, string? prose)
        {
            var separator = json[json.Length - 1] == '}' ? "," : "";
            json.Append(separator).Append('"').Append(schema).Append("\":{\"type\":\"object\"").Append(prose is null ? "" : "," + prose);
        }

        void Required(IEnumerable<string> names) =>
            json.Append(",\"required\":[").Append(string.Join(",", names.Select(required => "\"" + required + "\""))).Append(']');

        void Properties(string before, IEnumerable<Property> those, string form)
        {
            json.Append(",\"properties\":{").Append(before);
            var separator = before.Length > 0 ? "," : "";
            foreach (var property in those)
            {
                property.Expand(form, json.Append(separator));
                separator = ",";
            }
            json.Append('}');
        }
    }

    private sealed class Property(string text, JsonMember member)
    {
        private readonly List<JsonMember> keywords = JsonScan.Members(text, member.Value).ToList();

        public string Name => member.Name;

        /// <summary>Whether some rows are answered without it.</summary>
        public bool IsHidden => keywords.Exists(keyword => keyword.Name == "x-archiet-hidden");

        public bool IsWriteOnce => keywords.Exists(keyword => keyword.Name == "x-archiet-write-once");

        public bool IsWriteOnly => keywords.Exists(keyword => keyword.Name == "writeOnly");

        public bool IsReadOnly => keywords.Exists(keyword => keyword.Name == "readOnly");

        public void Expand(string form, StringBuilder json)
        {
            json.Append('"').Append(Name).Append("\":{");
            var separator = "";
            foreach (var keyword in keywords.Where(keyword => keyword.Name != "default" || form == ".Create"))
            {
                OpenApiShorthand.Expand(text, keyword.Start, keyword.End, form, json.Append(separator));
                separator = ",";
            }
            json.Append('}');
        }
    }
}
