using Archiet.Genome.Binding;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>Reads fields, and named types, which are fields without a place.</summary>
internal sealed class FieldReader(NodeReader nodes)
{
    private static readonly FieldNatureSyntax NoNature = new(null, null, null, null, null, null);

    /// <summary>The fields of an entity, a value or an operation.</summary>
    public IReadOnlyList<FieldSyntax> ReadAll(YamlNode? node, KeyTable table, string subject = "'fields'")
    {
        if (node is null)
        {
            return [];
        }
        if (node is not YamlMapping { Entries.Length: > 0 } mapping)
        {
            nodes.WrongShape(node, subject, "a mapping of at least one field");
            return [];
        }
        var fields = new List<FieldSyntax>(mapping.Entries.Length);
        foreach (var entry in mapping.Entries)
        {
            fields.Add(Read(entry, table, "type"));
        }
        return fields;
    }

    /// <summary>One field or named type; <paramref name="typeKey"/> is the key that says its type.</summary>
    public FieldSyntax Read(YamlEntry entry, KeyTable table, string typeKey)
    {
        var name = entry.Key;
        var expected = typeKey == "type" ? "a mapping such as { type: text }" : "a mapping such as { base: string, max: 20 }";
        if (entry.Value is not YamlMapping mapping)
        {
            // Without its colon a name takes the brace along, and is no name: that is said of it.
            if (name.Text.IndexOf('{') < 0)
            {
                nodes.WrongShape(entry.Value, NodeReader.Quote(name.Text), expected);
            }
            return new(name);
        }
        var keys = nodes.Keyed(mapping, table, name.Span, name.Text);
        var secret = nodes.True(keys["secret"], "'secret'");
        var isField = ReferenceEquals(table, LanguageKeys.Field);
        var isNamedType = ReferenceEquals(table, LanguageKeys.Type);
        var required = isNamedType ? null : keys["required"];
        var unique = isField ? keys["unique"] : null;
        return new(name)
        {
            Type = nodes.Text(keys[typeKey], typeKey == "type" ? "'type'" : "'base'", "the name of a type"),
            HasUnknownKeys = keys.HasUnknownKeys,
            RequiredWord = required as Word,
            Required = nodes.Bool(required, "'required'"),
            UniqueWord = unique as Word,
            Unique = nodes.Bool(unique, "'unique'"),
            Default = isField ? keys["default"] : null,
            Min = nodes.Scalar(keys["min"], "'min'", "a number, a date or a time"),
            Max = nodes.Scalar(keys["max"], "'max'", "a number, a date or a time"),
            Pattern = nodes.Text(keys["pattern"], "'pattern'", "a regular expression in quotes"),
            OnDelete = isField ? nodes.Text(keys["onDelete"], "'onDelete'", "restrict, cascade or setNull") : null,
            OnCreate = isField ? nodes.Text(keys["onCreate"], "'onCreate'", "now() or user") : null,
            OnUpdate = isField ? nodes.Text(keys["onUpdate"], "'onUpdate'", "now() or user") : null,
            Description = nodes.Prose(keys["description"], "'description'"),
            Example = keys["example"],
            Classification = ReadClassification(keys, secret),
            Nature = ReadNature(keys, isField, secret),
            Past = isField || ReferenceEquals(table, LanguageKeys.ValueField) ? ReadPast(keys) : null,
            Extensions = keys.Extensions,
        };
    }

    private Classification ReadClassification(KeyedNodes keys, Word? secret)
    {
        var classification = secret is null ? Classification.None : Classification.Secret;
        for (var i = 0; i < LanguageWords.Classifications.Count - 1; i++)
        {
            var word = LanguageWords.Classifications[i];
            if (keys[word] is { } node && nodes.Bool(node, NodeReader.Quote(word)))
            {
                classification |= (Classification)(1 << i);
            }
        }
        return classification;
    }

    private FieldNatureSyntax? ReadNature(KeyedNodes keys, bool isField, Word? secret)
    {
        if (!isField)
        {
            return secret is null ? null : new(null, null, null, null, null, secret);
        }
        if (secret is null && (keys["writeOnce"] ?? keys["computed"] ?? keys["stored"] ?? keys["owned"] ?? keys["many"]) is null)
        {
            return null;
        }
        var nature = new FieldNatureSyntax(
            nodes.True(keys["writeOnce"], "'writeOnce'"),
            nodes.Expression(keys["computed"], "'computed'"),
            nodes.True(keys["stored"], "'stored'"),
            nodes.True(keys["owned"], "'owned'"),
            nodes.True(keys["many"], "'many'"),
            secret);
        return nature == NoNature ? null : nature;
    }

    private FieldPastSyntax? ReadPast(KeyedNodes keys)
    {
        var was = nodes.Text(keys["was"], "'was'", "the old name");
        var retired = nodes.True(keys["retired"], "'retired'");
        return was is null && retired is null ? null : new(was, retired);
    }

}
