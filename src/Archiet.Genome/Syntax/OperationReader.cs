using Archiet.Genome.Language;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads operations, seed rows, approvals and questions.</summary>
internal sealed class OperationReader(NodeReader nodes, FieldReader fields)
{
    /// <summary>One operation.</summary>
    public OperationSyntax Read(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", [], [], default);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Operation, name.Span, name.Text);
        return new(
            name,
            nodes.Prose(keys["description"], "'description'"),
            fields.ReadAll(keys["input"], LanguageKeys.OperationField, "'input'"),
            fields.ReadAll(keys["output"], LanguageKeys.OperationField, "'output'"),
            keys.Extensions);
    }

    /// <summary>The seed rows of one entity.</summary>
    public SeedSyntax ReadSeed(YamlEntry entry)
    {
        var entity = entry.Key;
        if (entry.Value is not YamlMapping { Entries.Length: > 0 } mapping)
        {
            nodes.WrongShape(entry.Value, $"'{entity.Text}'", "a mapping of at least one row by its key");
            return new(entity, []);
        }
        var rows = new List<SeedRowSyntax>(mapping.Entries.Length);
        foreach (var row in mapping.Entries)
        {
            rows.Add(new(row.Key, nodes.Mapping(row)));
        }
        return new(entity, rows);
    }

    /// <summary>One approval: a change and why.</summary>
    public ApprovalSyntax ReadApproval(YamlEntry entry) =>
        new(entry.Key, nodes.Text(entry.Value, $"'{entry.Key.Text}'", "the reason"));

    /// <summary>One question.</summary>
    public QuestionSyntax ReadQuestion(YamlEntry entry)
    {
        var name = entry.Key;
        if (nodes.Mapping(entry) is not { } mapping)
        {
            return new(name, "", "", "", [], null);
        }
        var keys = nodes.Keyed(mapping, LanguageKeys.Question, name.Span, name.Text);
        var ask = nodes.Prose(keys["ask"], "'ask'");
        var about = nodes.Prose(keys["about"], "'about'");
        var source = nodes.Prose(keys["source"], "'source'");
        var options = nodes.Words(keys["options"], "options", "a list of answers");
        var answer = nodes.Prose(keys["answer"], "'answer'");
        return new(name, ask, about, source, options, keys["answer"] is null ? null : answer);
    }
}
