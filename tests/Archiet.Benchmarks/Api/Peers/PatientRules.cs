using System.Text.RegularExpressions;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>What Clinic's genome says of a new patient, by hand, for both peers.</summary>
internal static partial class PatientRules
{
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Whether a patient may be written so.</summary>
    public static bool Hold(string? number, string? name, DateOnly dateOfBirth, string? phone, string? insurance, DateTimeOffset now) =>
        name is { Length: >= 1 and <= 200 } && number is not { Length: > 12 } && insurance is not { Length: > 40 }
        && dateOfBirth >= Earliest && dateOfBirth <= DateOnly.FromDateTime(now.UtcDateTime)
        && (phone is null || (phone.Length <= 20 && Phone().IsMatch(phone)));

    /// <summary>Whether an address is whole; for a patient who has one.</summary>
    public static bool HoldOfAddress(string? street, string? postcode, string? city) =>
        street is { Length: <= 200 } && postcode is { Length: <= 12 } && city is { Length: <= 80 };

    [GeneratedRegex(@"^\+?[0-9][0-9 -]{4,18}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();
}
