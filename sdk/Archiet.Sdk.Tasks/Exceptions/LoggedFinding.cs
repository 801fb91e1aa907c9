using System.Text.Json;

namespace Archiet.Sdk.Tasks.Exceptions;

/// <summary>A finding in the compiler's log.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Path">The file, as a path of this machine; empty without a place.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="SuppressedBy">What in the source suppresses it; null when nothing does.</param>
/// <param name="Justification">The reason that the suppression gives, or empty.</param>
/// <param name="Properties">What the rule said of it for the build.</param>
internal sealed record LoggedFinding(
    string Id, string Path, int Line, int Column, string? SuppressedBy, string Justification, IReadOnlyDictionary<string, string> Properties)
{
    /// <summary>What the rule said under a name, or empty.</summary>
    public string Property(string name) => Properties.GetValueOrDefault(name, "");

    /// <summary>Reads a result of the log.</summary>
    public static LoggedFinding Read(JsonElement result)
    {
        var (path, line, column) = PlaceOf(result);
        var (suppressedBy, justification) = SuppressionOf(result);
        return new(result.GetProperty("ruleId").GetString()!, path, line, column, suppressedBy, justification, PropertiesOf(result));
    }

    private static (string Path, int Line, int Column) PlaceOf(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
        {
            return ("", 0, 0);
        }
        var place = locations[0].GetProperty("physicalLocation");
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        var region = place.GetProperty("region");
        return (
            Uri.TryCreate(uri, UriKind.Absolute, out var file) && file.IsFile ? file.LocalPath : Uri.UnescapeDataString(uri),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32());
    }

    private static (string? By, string Justification) SuppressionOf(JsonElement result)
    {
        if (!result.TryGetProperty("suppressions", out var suppressions) || suppressions.GetArrayLength() == 0)
        {
            return (null, "");
        }
        var first = suppressions[0];
        var by = first.TryGetProperty("properties", out var properties) && properties.TryGetProperty("suppressionType", out var type) ? type.GetString()! : first.GetProperty("kind").GetString()!;
        return (by, first.TryGetProperty("justification", out var reason) ? reason.GetString() ?? "" : "");
    }

    private static Dictionary<string, string> PropertiesOf(JsonElement result) =>
        result.TryGetProperty("properties", out var properties) && properties.TryGetProperty("customProperties", out var custom)
            ? custom.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString() ?? "", StringComparer.Ordinal)
            : [];
}
