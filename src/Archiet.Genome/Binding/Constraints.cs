using System.Globalization;
using Archiet.Genome.Patterns;

namespace Archiet.Genome.Binding;

/// <summary>Which constraints a kind takes, and whether a value is within them.</summary>
internal static class Constraints
{
    /// <summary>Characters of an e-mail address.</summary>
    public const int LongestEmail = 254;

    /// <summary>Characters of a url.</summary>
    public const int LongestUrl = 2048;

    /// <summary>Characters that PostgreSQL takes in a text with a limit.</summary>
    public const int LongestText = 10_485_760;

    public static bool HasLength(FieldKind kind) => kind is FieldKind.String or FieldKind.Text or FieldKind.Email or FieldKind.Url or FieldKind.Bytes;

    public static bool HasRange(FieldKind kind) =>
        kind is FieldKind.Int or FieldKind.Long or FieldKind.Decimal or FieldKind.Date or FieldKind.Time or FieldKind.Timestamp or FieldKind.Duration;

    public static bool HasPattern(FieldKind kind) => kind is FieldKind.String or FieldKind.Text;

    /// <summary>What a kind brings along.</summary>
    public static FieldConstraints Of(FieldKind kind) => kind switch
    {
        FieldKind.Email => new(MaxLength: LongestEmail),
        FieldKind.Url => new(MaxLength: LongestUrl),
        _ => FieldConstraints.None,
    };

    /// <summary>Says how a canonical value breaks the constraints, as the end of a sentence, or null.</summary>
    public static string? Violation(FieldType type, FieldConstraints constraints, string value)
    {
        if (HasLength(type.Kind))
        {
            var length = type.Kind == FieldKind.Bytes ? CanonicalText.Base64Length(value) : CodePoints(value);
            var unit = type.Kind == FieldKind.Bytes ? "bytes" : "characters";
            if (length < constraints.MinLength)
            {
                return $"is shorter than {Invariant(constraints.MinLength.Value)} {unit}";
            }
            if (length > constraints.MaxLength)
            {
                return $"is longer than {Invariant(constraints.MaxLength.Value)} {unit}";
            }
        }
        if (constraints.Minimum is { } minimum && CanonicalText.Compare(type.Kind, value, minimum) < 0)
        {
            return $"is less than {minimum}";
        }
        if (constraints.Maximum is { } maximum && CanonicalText.Compare(type.Kind, value, maximum) > 0)
        {
            return $"is greater than {maximum}";
        }
        return constraints.Pattern is { } pattern && PortablePattern.Parse(pattern, out _, out _) is { } matcher && !matcher.IsMatch(value)
            ? "does not match the pattern"
            : null;
    }

    public static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int CodePoints(string text) => text.Count(static c => !char.IsLowSurrogate(c));
}
