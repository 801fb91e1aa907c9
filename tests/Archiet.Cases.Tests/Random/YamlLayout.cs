using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Archiet.Cases.Tests;

/// <summary>Ways to write the same YAML.</summary>
/// <param name="Indent">Blanks of a level.</param>
/// <param name="BracesFrom">The level from which mappings stand between braces.</param>
/// <param name="Quote">What texts that need no quotes stand between, if anything.</param>
/// <param name="QuotesKeys">Whether keys are quoted too.</param>
/// <param name="Comments">Whether there are comments and empty lines.</param>
internal sealed partial record YamlLayout(int Indent, int BracesFrom, char? Quote, bool QuotesKeys, bool Comments)
{
    /// <summary>The layouts that every genome is written in.</summary>
    public static IReadOnlyList<YamlLayout> All { get; } =
    [
        new(2, 3, null, QuotesKeys: false, Comments: false),
        new(2, int.MaxValue, null, QuotesKeys: false, Comments: true),
        new(1, 4, '\'', QuotesKeys: false, Comments: false),
        new(7, 5, '"', QuotesKeys: false, Comments: true),
        new(2, 0, '"', QuotesKeys: true, Comments: false),
        new(4, 2, null, QuotesKeys: true, Comments: false),
    ];

    public string Write(YamlTree tree)
    {
        var text = new StringBuilder();
        if (BracesFrom == 0)
        {
            WriteFlow(text, tree);
            return text.Append('\n').ToString();
        }
        WriteBlock(text, (YamlMap)tree, 0);
        return text.ToString();
    }

    private void WriteBlock(StringBuilder text, YamlMap map, int level)
    {
        foreach (var (key, value) in map.Entries)
        {
            if (Comments)
            {
                text.Append('\n').Append(' ', level * Indent).Append("# about ").Append(level).Append('\n');
            }
            text.Append(' ', level * Indent).Append(Key(key)).Append(':');
            if (value is YamlMap { Entries.Count: > 0 } inner && level + 1 < BracesFrom)
            {
                text.Append(Comments ? "  # below\n" : "\n");
                WriteBlock(text, inner, level + 1);
            }
            else if (value is YamlItems { Items.Count: > 0 } items && level + 1 < BracesFrom)
            {
                text.Append('\n');
                foreach (var item in items.Items)
                {
                    text.Append(' ', level * Indent).Append("- ");
                    WriteFlow(text, item);
                    text.Append('\n');
                }
            }
            else
            {
                text.Append(' ');
                WriteFlow(text, value);
                text.Append(Comments ? " # said\n" : "\n");
            }
        }
    }

    private void WriteFlow(StringBuilder text, YamlTree tree)
    {
        switch (tree)
        {
            case YamlLeaf leaf:
                text.Append(leaf.IsText ? Text(leaf.Value) : leaf.Value);
                break;
            case YamlItems items:
                Join(text, '[', items.Items, ']', item => WriteFlow(text, item));
                break;
            case YamlMap map:
                Join(text, '{', map.Entries, '}', entry =>
                {
                    text.Append(Key(entry.Key)).Append(": ");
                    WriteFlow(text, entry.Value);
                });
                break;
            default:
                throw new InvalidOperationException(tree.GetType().Name);
        }
    }

    private static void Join<T>(StringBuilder text, char open, IReadOnlyList<T> items, char close, Action<T> write)
    {
        text.Append(open);
        for (var i = 0; i < items.Count; i++)
        {
            text.Append(i == 0 ? " " : ", ");
            write(items[i]);
        }
        text.Append(' ').Append(close);
    }

    private string Key(string key) => QuotesKeys ? "\"" + key + "\"" : key;

    private string Text(string text)
    {
        if (Quote == '"' || text.Any(static c => c is < ' ' or > '~'))
        {
            return DoubleQuoted(text);
        }
        return Quote is null && Plain().IsMatch(text) && !Special().IsMatch(text) ? text : "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
    }

    private static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                // A surrogate pair stands as it is; what no genome may contain, as an escape.
                _ when char.IsSurrogate(c) || c is (>= ' ' and <= '~') or (> '\u00a0' and < '\u2000') => c.ToString(),
                _ => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture),
            });
        }
        return quoted.Append('"').ToString();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_()]*( [A-Za-z0-9_]+)*$")]
    private static partial Regex Plain();

    [GeneratedRegex("^(true|false|null)$", RegexOptions.IgnoreCase)]
    private static partial Regex Special();
}
