using System.Globalization;
using System.Text.Json.Nodes;
using Archiet.Conformance.Http;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>Makes rows of the Clinic that break nothing, for tests to break.</summary>
internal static class Desk
{
    private static int serial;

    private static House House => House.Open;

    /// <summary>A text that no other row has.</summary>
    public static string Unique(string start) => $"{start} {Interlocked.Increment(ref serial)}";

    /// <summary>Hours from now, as JSON writes them.</summary>
    public static string At(double hours) => DateTimeOffset.UtcNow.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static JsonObject Patient(Exchange? physician = null) => new()
    {
        ["name"] = Unique("Patient"),
        ["dateOfBirth"] = "1980-02-29",
        ["physician"] = physician?.Id,
    };

    /// <summary>A patient of the clinician who is signed in.</summary>
    public static JsonObject OwnPatient()
    {
        var body = Patient();
        body["physician"] = House.Clinician.Member;
        return body;
    }

    public static Task<Exchange> PatientAsync() => House.Receptionist.CreateAsync("patients", Patient());

    /// <summary>A colleague of the clinician who is signed in.</summary>
    public static Task<Exchange> ClinicianAsync() =>
        House.Owner.CreateAsync("clinicians", new JsonObject { ["name"] = Unique("Clinician"), ["email"] = $"{Guid.NewGuid():N}@clinic.example" });

    public static JsonObject Appointment(string patient, string with, double startsIn = 24, double hours = 1) => new()
    {
        ["patient"] = patient,
        ["with"] = with,
        ["startsAt"] = At(startsIn),
        ["endsAt"] = At(startsIn + hours),
    };

    /// <summary>An appointment with a clinician of its own, so that no other is in its way.</summary>
    public static async Task<Exchange> AppointmentAsync(double startsIn = 24, double hours = 1) =>
        await House.Receptionist.CreateAsync("appointments", Appointment((await PatientAsync()).Id, (await ClinicianAsync()).Id, startsIn, hours));

    /// <summary>An appointment with the clinician who is signed in, at a time that no other test has.</summary>
    public static async Task<Exchange> OwnAppointmentAsync(double? startsIn = null) => await House.Receptionist.CreateAsync(
        "appointments",
        Appointment((await PatientAsync()).Id, House.Clinician.Member, startsIn ?? 1000 + (Interlocked.Increment(ref serial) * 2)));

    public static JsonObject Line(int quantity = 2, decimal unitPrice = 10.25m) =>
        new() { ["text"] = "Consultation", ["quantity"] = quantity, ["unitPrice"] = unitPrice };

    public static JsonObject Invoice(string patient, params JsonNode[] lines) => new()
    {
        ["number"] = Unique("2026"),
        ["patient"] = patient,
        ["issuedOn"] = "2026-03-01",
        ["dueOn"] = "2026-03-31",
        ["lines"] = new JsonArray(lines),
    };

    public static async Task<Exchange> InvoiceAsync(params JsonNode[] lines) => await House.Receptionist.CreateAsync("invoices", Invoice((await PatientAsync()).Id, lines));
}
