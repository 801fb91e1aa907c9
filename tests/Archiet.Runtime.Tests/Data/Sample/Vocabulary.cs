using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Archiet.Runtime.Tests.Data.Sample;

/// <summary>A hand-written stand-in for what is emitted for a genome: every kind of field, a value, an enum, a named type, references, server-set fields.</summary>
public readonly record struct PhoneNumber : IText<PhoneNumber>
{
    private static readonly TextRule Rule = new(0, 20, @"\+?[0-9 ()-]{6,20}");
    private readonly string? text;

    private PhoneNumber(string text) => this.text = text;

    public string Value => text ?? "";

    static string IText<PhoneNumber>.Hint => "The value must be a phone number.";

    public static bool TryFrom(string text, out PhoneNumber value)
    {
        value = new(text);
        return Rule.Fits(text);
    }

    internal static PhoneNumber Stored(string text) => new(text);
}

internal sealed class PhoneNumberConverter() : ValueConverter<PhoneNumber, string>(value => value.Value, text => PhoneNumber.Stored(text));

public enum PatientStatus
{
    Active,
    Inactive,
    Ängstlich,
}

internal static class PatientStatusNames
{
    public static Choices All { get; } = new("active", "inactive", "ängstlich");
}

internal sealed class PatientStatusConverter()
    : ValueConverter<PatientStatus, string>(value => PatientStatusNames.All.Names[(int)value], text => (PatientStatus)PatientStatusNames.All.Find(text));

public sealed record Address
{
    public string Street { get; set; } = "";

    public string? Postcode { get; set; }

    public string? City { get; set; }

    internal static Address Blank() => new();
}
