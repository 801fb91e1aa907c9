namespace Archiet.Genome.Expressions;

/// <summary>Types in words, for messages.</summary>
internal static class TypeWords
{
    /// <summary>A type with its article.</summary>
    public static string Of(ExpressionType type) => type.Kind switch
    {
        ValueKind.Bool => "a truth value",
        ValueKind.Number => type.Scale == 0 ? "a whole number" : "a decimal number",
        ValueKind.Text => "a text",
        ValueKind.Enum => $"a member of {type.Name}",
        ValueKind.Date => "a date",
        ValueKind.Time => "a time of day",
        ValueKind.Timestamp => "a moment",
        ValueKind.Duration => "a duration",
        ValueKind.Uuid => "a UUID",
        ValueKind.Reference => type.Name is null ? "the input" : $"a row of {type.Name}",
        ValueKind.Rows => $"rows of {type.Name}",
        _ => type.Name is null ? "a document" : $"a value {type.Name}",
    };

    /// <summary>The type of an expression with its article.</summary>
    public static string Of(Expression expression) => expression is Missing ? "null" : Of(expression.Type);

    /// <summary>Words at the beginning of a sentence.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words.Substring(1);
}
