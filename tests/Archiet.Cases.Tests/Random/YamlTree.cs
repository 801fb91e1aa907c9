namespace Archiet.Cases.Tests;

/// <summary>YAML before it has a layout.</summary>
internal abstract record YamlTree
{
    public static YamlTree Of(int value) => new YamlLeaf(value.ToString(System.Globalization.CultureInfo.InvariantCulture), IsText: false);

    public static YamlTree Of(bool value) => new YamlLeaf(value ? "true" : "false", IsText: false);

    public static YamlTree Text(string value) => new YamlLeaf(value, IsText: true);

    public static YamlTree Words(IEnumerable<string> words) => new YamlItems([.. words.Select(Text)]);

    public static YamlTree Map(params IEnumerable<(string Key, YamlTree? Value)> entries) =>
        new YamlMap([.. entries.Where(static entry => entry.Value is not null).Select(static entry => (entry.Key, entry.Value!))]);
}

/// <summary>A scalar: text, or a word that loses its meaning between quotes.</summary>
internal sealed record YamlLeaf(string Value, bool IsText) : YamlTree;

/// <summary>A list of scalars.</summary>
internal sealed record YamlItems(IReadOnlyList<YamlTree> Items) : YamlTree;

/// <summary>A mapping.</summary>
internal sealed record YamlMap(IReadOnlyList<(string Key, YamlTree Value)> Entries) : YamlTree;
