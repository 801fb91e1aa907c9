using System.Globalization;
using System.Text;

namespace Archiet;

public sealed partial class Field
{
    private FieldBounds? bounds;
    private TextRule? textRule;

    /// <summary>The range; made from its text once.</summary>
    internal FieldBounds Bounds => bounds ??= new(this);

    /// <summary>Lengths and pattern; made once.</summary>
    internal TextRule TextRule => textRule ??= new(MinLength, MaxLength, Pattern);
}

/// <summary>The range of a field, on one scale for all kinds: numbers as they are, dates as day numbers, times and lengths of time as ticks.</summary>
internal sealed class FieldBounds(Field field)
{
    private readonly decimal minimum = field.Minimum is { } text ? Read(field.Kind, text) : decimal.MinValue;
    private readonly decimal maximum = field.Maximum is { } text ? Read(field.Kind, text) : decimal.MaxValue;

    /// <summary>What a caller is told whose value lies outside.</summary>
    public string Message { get; } = field switch
    {
        { Minimum: { } least, Maximum: { } most } => $"The field must lie between {least} and {most}.",
        { Minimum: { } least } => $"The field must be at least {least}.",
        _ => $"The field must be at most {field.Maximum}.",
    };

    public bool Hold(decimal value) => value >= minimum && value <= maximum;

    private static decimal Read(FieldKind kind, string text) => kind switch
    {
        FieldKind.Date => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber,
        FieldKind.Time => TimeOnly.ParseExact(text, "HH:mm:ss", CultureInfo.InvariantCulture).Ticks,
        FieldKind.Timestamp => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcTicks,
        FieldKind.Duration => IsoDuration.TryParse(Encoding.UTF8.GetBytes(text), out var value)
            ? value.Ticks
            : throw new FormatException($"'{text}' is not a length of time."),
        _ => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture),
    };
}
