using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A text based named type: a struct that only a text within its constraints becomes.</summary>
internal static class TextTypeEmitter
{
    public static void Write(SourceWriter source, BoundScalarType type, TypeNames names, string mark)
    {
        var name = CSharpText.Identifier(type.Name);
        // No member is called like its type.
        var hint = type.Name == "Hint" ? "HintOfForm" : "Hint";
        var rule = type.Name == "Rule" ? "RuleOfForm" : "Rule";
        source
            .Summary(type.Description, "A text: " + Naming.Words(type.Name) + ".")
            .Line(mark)
            .Line(VocabularyEmitter.Json(names["TextJsonConverter"] + "<" + name + ">", names))
            .Open("public readonly partial record struct " + name + " : " + names["IText"] + "<" + name + ">");
        source.Line(
            $$"""
            private const string {{hint}} = {{CSharpText.Literal(Hint(type))}};
            private static readonly {{names["TextRule"]}} {{rule}} = new({{Rule(type.Constraints)}});
            private readonly string? text;

            private {{name}}(string text) => this.text = text;

            /// <inheritdoc/>
            public string Value => text ?? "";

            static string {{names["IText"]}}<{{name}}>.Hint => {{hint}};

            /// <summary>Takes a text that fits; says whether it did.</summary>
            public static bool TryFrom(string text, out {{name}} value)
            {
                value = new(text);
                return {{rule}}.Fits(text);
            }

            /// <summary>Takes a text that fits, or throws.</summary>
            public static {{name}} From(string text) => TryFrom(text, out var value) ? value : throw new {{names["FormatException"]}}({{hint}});

            /// <summary>Takes what the database holds, which was tested when it was stored.</summary>
            internal static {{name}} Stored(string text) => new(text);

            /// <inheritdoc/>
            public override string ToString() => Value;
            """);
        source.Close().Line();
        VocabularyEmitter.Converter(source, type.Name, names, mark, "value => value.Value, text => " + name + ".Stored(text)");
    }

    private static string Rule(FieldConstraints constraints) =>
        CSharpText.Number(constraints.MinLength ?? 0) + ", " + CSharpText.Number(constraints.MaxLength ?? 0) + ", "
        + (constraints.Pattern is { } pattern ? CSharpText.Literal(pattern) : "null");

    private static string Hint(BoundScalarType type)
    {
        var words = new List<string>();
        if (type.Constraints.MinLength is { } min and > 0)
        {
            words.Add("at least " + CSharpText.Number(min) + " characters");
        }
        if (type.Constraints.MaxLength is { } max)
        {
            words.Add("at most " + CSharpText.Number(max) + " characters");
        }
        if (type.Constraints.Pattern is { } pattern)
        {
            words.Add("the form " + pattern);
        }
        return words.Count == 0 ? "The value must be a text." : "The value must have " + string.Join(" and ", words) + ".";
    }
}
