using System.Text.RegularExpressions;

namespace Archiet.Samples.Tests.Sources;

/// <summary>A model of a schema that a sample carries over: its fields, with those of the types that it is declared <c>with</c>.</summary>
/// <param name="Name">As the source writes it.</param>
/// <param name="Fields">In the order of the source.</param>
internal sealed record SourceModel(string Name, IReadOnlyList<SourceField> Fields);

/// <summary>A field of a model.</summary>
/// <param name="Name">As the source writes it.</param>
/// <param name="Type">The name of its type, which may be a model's.</param>
/// <param name="IsList">Whether it holds several.</param>
/// <param name="Key">The field that holds the key, or the keys, of the rows that this one leads to; null for any other field.</param>
internal sealed record SourceField(string Name, string Type, bool IsList, string? Key);

/// <summary>Reads what models and fields a schema has, in the languages of Prisma, ZenStack and JHipster: one field a line.</summary>
internal static partial class SourceSchema
{
    /// <summary>The models of a schema by name.</summary>
    public static IReadOnlyDictionary<string, SourceModel> Read(string text)
    {
        var blocks = Block().Matches(text).Select(match => (
            Kind: match.Groups["kind"].Value,
            Name: match.Groups["name"].Value,
            Mixins: With().Matches(match.Groups["head"].Value).Select(with => with.Groups["name"].Value),
            Fields: FieldLine().Matches(match.Groups["body"].Value).Select(Field).ToList())).ToList();
        var mixins = blocks.Where(block => block.Kind == "type").ToDictionary(block => block.Name, block => block.Fields, StringComparer.Ordinal);
        return blocks.Where(block => block.Kind != "type")
            .Select(block => new SourceModel(block.Name, [.. block.Fields, .. block.Mixins.SelectMany(name => mixins.GetValueOrDefault(name) ?? [])]))
            .ToDictionary(model => model.Name, StringComparer.Ordinal);
    }

    private static SourceField Field(Match line) => new(
        line.Groups["name"].Value, line.Groups["type"].Value, line.Groups["list"].Success, line.Groups["key"].Success ? line.Groups["key"].Value : null);

    [GeneratedRegex(@"^(?<kind>model|type|entity) (?<name>\w+)(?<head>[^{\n]*)\{(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"(with|extends) (?<name>\w+)")]
    private static partial Regex With();

    [GeneratedRegex(@"^[ \t]*(?<name>\w+)[ \t]+(?<type>\w+)(?<list>\[\])?(?:[^\n/]*fields: \[(?<key>\w+)\])?", RegexOptions.Multiline)]
    private static partial Regex FieldLine();
}
