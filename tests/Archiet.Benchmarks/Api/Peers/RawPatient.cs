using System.Text.Json;

namespace Archiet.Benchmarks.Api.Peers;

/// <summary>A new patient, as the raw endpoint reads one.</summary>
internal struct RawPatient
{
    public string? Number, Name, Phone, Street, Postcode, City, Insurance;
    public DateOnly DateOfBirth;
    public Guid? Physician;

    /// <summary>Reads a body; false for one that is no patient who may be written.</summary>
    public static bool TryRead(JsonElement body, DateTimeOffset now, out RawPatient patient)
    {
        patient = default;
        var hasAddress = false;
        foreach (var member in body.EnumerateObject())
        {
            switch (member.Name)
            {
                case "number": patient.Number = member.Value.GetString(); break;
                case "name": patient.Name = member.Value.GetString(); break;
                case "phone": patient.Phone = member.Value.GetString(); break;
                case "insurance": patient.Insurance = member.Value.GetString(); break;
                case "physician": patient.Physician = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value.GetGuid(); break;
                case "dateOfBirth" when DateOnly.TryParseExact(member.Value.GetString(), "yyyy-MM-dd", out var date): patient.DateOfBirth = date; break;
                case "address":
                    hasAddress = member.Value.ValueKind == JsonValueKind.Object;
                    if (hasAddress && !patient.TryReadAddress(member.Value))
                    {
                        return false;
                    }
                    break;
                default: return false;
            }
        }
        return PatientRules.Hold(patient.Number, patient.Name, patient.DateOfBirth, patient.Phone, patient.Insurance, now)
            && (!hasAddress || PatientRules.HoldOfAddress(patient.Street, patient.Postcode, patient.City));
    }

    private bool TryReadAddress(JsonElement address)
    {
        foreach (var member in address.EnumerateObject())
        {
            switch (member.Name)
            {
                case "street": Street = member.Value.GetString(); break;
                case "postcode": Postcode = member.Value.GetString(); break;
                case "city": City = member.Value.GetString(); break;
                default: return false;
            }
        }
        return true;
    }
}
