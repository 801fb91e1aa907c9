namespace Archiet;

public sealed partial class Field
{
    /// <summary>What a caller is told whose value has more digits than the field.</summary>
    internal string PrecisionMessage => $"The field must have at most {Precision} digits, {Scale} of them after the point.";

    /// <summary>What a caller is told whose value is too short or too long.</summary>
    /// <param name="unit">What is counted.</param>
    internal string LengthMessage(string unit) => this switch
    {
        { MinLength: > 0, MaxLength: > 0 } => $"The field must have {MinLength} to {MaxLength} {unit}.",
        { MinLength: 1 } => "The field must not be empty.",
        { MinLength: > 0 } => $"The field must have at least {MinLength} {unit}.",
        _ => $"The field must have at most {MaxLength} {unit}.",
    };
}
