using System.Text;
using System.Text.Json;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>
/// Reads samples in JSON. What a sample is of stands before it: only a name that is an entity's or looks as a list of rows (<c>line_items</c>) is taken, and what a value looks
/// like is not said, so that all of it is implied.
/// </summary>
internal static class JsonSamples
{
    private static readonly JsonReaderOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 32 };

    /// <summary>Reads a block.</summary>
    public static void Read(Code code)
    {
        if (Parse(code.Place.Text) is not { } document)
        {
            return;
        }
        using (document)
        {
            var root = document.RootElement;
            var row = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
            var entity = NameOf(code, isList: root.ValueKind == JsonValueKind.Array);
            if (row.ValueKind != JsonValueKind.Object || entity.IsNone)
            {
                return;
            }
            code.Findings.Suggest(entity, 3, code.Place.Id);
            foreach (var property in row.EnumerateObject().Where(property => property.Value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)))
            {
                FieldNotes.Add(entity, property.Name, "", Basis.Implied, code.Evidence, code.Findings, TypeOf(property));
            }
        }
    }

    /// <summary>What is no JSON says nothing of data: samples are often cut, or of another language.</summary>
    private static JsonDocument? Parse(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), Options);
        try
        {
            return JsonDocument.TryParseValue(ref reader, out var document) ? document : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string TypeOf(JsonProperty property) => property.Value.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "bool",
        JsonValueKind.Number => FieldTypes.OfName(property.Name) is "decimal" || property.Value.GetRawText().Contains('.', StringComparison.Ordinal) ? "decimal" : "int",
        _ => "",
    };

    /// <summary>A list is named by the identifier in the line above it; an object by an entity that is named there.</summary>
    private static Term NameOf(Code code, bool isList)
    {
        var label = code.Place.LabelIds.Count > 0 ? code.Reading.Places.First(place => place.Id == code.Place.LabelIds[^1]).Text : code.Place.Label;
        foreach (var token in Token.Of(label).Reverse())
        {
            if (isList && token.Text.Contains('_', StringComparison.Ordinal))
            {
                return Term.Of(token.Text);
            }
        }
        return EntityNames.In(code.Place.Label);
    }
}
