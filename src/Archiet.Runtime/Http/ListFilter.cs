namespace Archiet;

/// <summary>What a filter asks of its field.</summary>
internal enum FilterTest
{
    /// <summary>One of the values given.</summary>
    Equal,

    /// <summary>The value given, or a greater one.</summary>
    Least,

    /// <summary>The value given, or a smaller one.</summary>
    Most,
}

/// <summary>A query parameter by which a list is filtered.</summary>
/// <param name="Name">The parameter: the field's name in JSON, with <c>.min</c> or <c>.max</c> behind it for an end of a range.</param>
/// <param name="Field">The field's position.</param>
/// <param name="Test">What is asked of the field.</param>
/// <param name="Form">The form of its values.</param>
/// <param name="Choices">The names that an enum takes; null for other fields.</param>
internal sealed record ListFilter(string Name, int Field, FilterTest Test, ValueForm Form, Choices? Choices)
{
    /// <summary>The filters of an entity.</summary>
    public static IEnumerable<ListFilter> Of(EntityTable table)
    {
        for (var at = 0; at < table.Fields.Count; at++)
        {
            var field = table.Fields[at];
            if (!field.CanFilter)
            {
                continue;
            }
            var form = ValueForm.Of(field.Kind);
            yield return new(field.Name, at, FilterTest.Equal, form, field.Choices);
            if (ValueForm.IsOrdered(field.Kind))
            {
                yield return new($"{field.Name}.min", at, FilterTest.Least, form, null);
                yield return new($"{field.Name}.max", at, FilterTest.Most, form, null);
            }
        }
    }

    /// <summary>The value of a text; null for a text that is none.</summary>
    public object? Read(string text) => Choices is null || Choices.Names.Contains(text) ? Form.Read(text) : null;

    /// <summary>What is wrong with a text that is none: the code and the sentence of the finding.</summary>
    public (string Code, string Message) Refusal(string text) =>
        Choices is not null ? ("choice", Choices.Message)
        : text.Contains('\0', StringComparison.Ordinal) ? ("text", "The value must not contain U+0000.")
        : ("format", "The value does not have the form of the field.");
}
