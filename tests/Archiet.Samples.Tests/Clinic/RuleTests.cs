using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>Each rule of clinic.genome.yaml broken twice: over HTTP, where the answer has the genome's message, and past the app, where the database holds it.</summary>
public sealed class RuleTests
{
    private const string Check = "23514";
    private const string Exclusion = "23P01";

    private static House House => House.Open;

    [Test]
    public async Task OpensBeforeItCloses()
    {
        var practice = await House.Owner.GetAsync($"practices/{House.Tenant}");

        Breaks.Refused(
            await House.Owner.PatchAsync("practices", practice, new JsonObject { ["opensAt"] = "19:00:00", ["closesAt"] = "18:00:00" }), 422, "rule", "A practice opens before it closes.");
        await Breaks.RefusedByTheDatabaseAsync("UPDATE practices SET opens_at = '19:00', closes_at = '18:00'", Check, "ck_practices_opens_before_it_closes");
        await Breaks.AllowedByTheDatabaseAsync("UPDATE practices SET opens_at = '17:00', closes_at = NULL");
    }

    [Test]
    public async Task NotOneself()
    {
        var clinician = await Desk.ClinicianAsync();

        Breaks.Refused(
            await House.Owner.PatchAsync("clinicians", clinician, new JsonObject { ["supervisor"] = clinician.Id }), 422, "rule", "Nobody supervises themselves.");
        await Breaks.RefusedByTheDatabaseAsync($"UPDATE clinicians SET supervisor_id = id WHERE id = '{clinician.Id}'", Check, "ck_clinicians_not_oneself");
        await Breaks.AllowedByTheDatabaseAsync($"UPDATE clinicians SET supervisor_id = '{House.Clinician.Member}' WHERE id = '{clinician.Id}'");
    }

    [Test]
    public async Task BornInThePast()
    {
        var patient = Desk.Patient();
        patient["dateOfBirth"] = "2999-12-31";
        var there = await Desk.PatientAsync();

        Breaks.Refused(await House.Receptionist.PostAsync("patients", patient), 422, "rule", "A date of birth lies in the past.");
        await Breaks.RefusedByTheDatabaseAsync($"UPDATE patients SET date_of_birth = '2999-12-31' WHERE id = '{there.Id}'", Check, "ck_patients_born_in_the_past");
        await Breaks.AllowedByTheDatabaseAsync($"UPDATE patients SET date_of_birth = '1999-12-31' WHERE id = '{there.Id}'");
    }

    [Test]
    public async Task EndsAfterStart()
    {
        var appointment = await Desk.AppointmentAsync();

        Breaks.Refused(
            await House.Receptionist.PatchAsync("appointments", appointment, new JsonObject { ["endsAt"] = Desk.At(23) }), 422, "rule", "An appointment ends after it starts.");
        await Breaks.RefusedByTheDatabaseAsync(
            $"UPDATE appointments SET ends_at = starts_at - interval '1 hour' WHERE id = '{appointment.Id}'", Check, "ck_appointments_ends_after_start");
    }

    [Test]
    public async Task AtMostEightHours()
    {
        var body = Desk.Appointment((await Desk.PatientAsync()).Id, (await Desk.ClinicianAsync()).Id, hours: 8.5);
        var appointment = await Desk.AppointmentAsync(hours: 8);

        Breaks.Refused(await House.Receptionist.PostAsync("appointments", body), 422, "rule", "An appointment takes eight hours at most.");
        await Breaks.RefusedByTheDatabaseAsync(
            $"UPDATE appointments SET ends_at = starts_at + interval '8 hours 1 second' WHERE id = '{appointment.Id}'", Check, "ck_appointments_at_most_eight_hours");
    }

    [Test]
    public async Task NoDoubleBooking()
    {
        var clinician = (await Desk.ClinicianAsync()).Id;
        var (patient, other) = ((await Desk.PatientAsync()).Id, (await Desk.PatientAsync()).Id);
        var first = await House.Receptionist.CreateAsync("appointments", Desk.Appointment(patient, clinician, startsIn: 48, hours: 2));

        Breaks.Refused(
            await House.Receptionist.PostAsync("appointments", Desk.Appointment(other, clinician, startsIn: 49, hours: 2)), 409, "overlap", "The clinician is booked at that time.");
        await Breaks.RefusedByTheDatabaseAsync(
            $"""
            INSERT INTO appointments (tenant_id, id, patient_id, with_id, starts_at, ends_at, status, booked_at, changed_at)
            SELECT tenant_id, gen_random_uuid(), patient_id, with_id, starts_at + interval '30 minutes', ends_at, status, now(), now() FROM appointments WHERE id = '{first.Id}'
            """,
            Exclusion, "ex_appointments_no_double_booking");
    }

    [Test]
    public async Task NoDoubleBooking_lets_the_next_begin_when_the_last_ends_and_forgets_what_is_cancelled()
    {
        var clinician = (await Desk.ClinicianAsync()).Id;
        var patient = (await Desk.PatientAsync()).Id;
        var first = Desk.Appointment(patient, clinician, startsIn: 48, hours: 2);
        var cancelled = await House.Receptionist.TakenAsync("appointments", await House.Receptionist.CreateAsync("appointments", first), "cancel");

        var again = await House.Receptionist.CreateAsync("appointments", (JsonObject)first.DeepClone());
        var next = Desk.Appointment(patient, clinician, startsIn: 50, hours: 1);
        next["startsAt"] = again.Json.GetProperty("endsAt").GetString();
        var behind = await House.Receptionist.PostAsync("appointments", next);

        Assert.That((cancelled.Json.GetProperty("status").GetString(), behind.StatusCode), Is.EqualTo(("cancelled", 201)));
    }

    [Test]
    public async Task DueAfterIssue()
    {
        var invoice = await Desk.InvoiceAsync(Desk.Line());

        Breaks.Refused(
            await House.Receptionist.PatchAsync("invoices", invoice, new JsonObject { ["dueOn"] = "2026-02-28" }), 422, "rule", "An invoice is due on the day it is issued or later.");
        await Breaks.RefusedByTheDatabaseAsync($"UPDATE invoices SET due_on = issued_on - 1 WHERE id = '{invoice.Id}'", Check, "ck_invoices_due_after_issue");
        await Breaks.AllowedByTheDatabaseAsync($"UPDATE invoices SET due_on = issued_on WHERE id = '{invoice.Id}'");
    }

    [Test]
    public async Task SomethingToPay()
    {
        var sent = await House.Receptionist.TakenAsync("invoices", await Desk.InvoiceAsync(Desk.Line()), "send");

        Breaks.Refused(
            await House.Receptionist.PatchAsync("invoices", sent, new JsonObject { ["lines"] = new JsonArray() }), 422, "rule", "An invoice that is sent has a line at least.");
        await Breaks.RefusedByTheDatabaseAsync($"DELETE FROM invoice_lines WHERE invoice_id = '{sent.Id}'", Check, "ck_invoices_something_to_pay");
    }

    [Test]
    public async Task An_invoice_has_a_hundred_lines_at_most()
    {
        var lines = Enumerable.Range(0, 101).Select(JsonNode (_) => Desk.Line()).ToArray();

        var refused = await House.Receptionist.PostAsync("invoices", Desk.Invoice((await Desk.PatientAsync()).Id, lines));

        Assert.That(refused.StatusCode, Is.EqualTo(422));
        Assert.That(refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString(), Is.EqualTo("/lines"));
    }

    [TestCase("patients", "number", "\"N-2\"")]
    [TestCase("appointments", "patient", null)]
    [TestCase("invoices", "number", "\"2026 changed\"")]
    public async Task What_is_written_once_is_not_changed(string path, string field, string? value)
    {
        var body = Desk.Patient();
        body["number"] = Guid.NewGuid().ToString("N")[..12];
        var patient = await House.Receptionist.CreateAsync("patients", body);
        var row = path switch
        {
            "patients" => patient,
            "appointments" => await Desk.AppointmentAsync(),
            _ => await Desk.InvoiceAsync(Desk.Line()),
        };
        var column = field == "patient" ? "patient_id" : field;

        Breaks.Refused(await House.Receptionist.PatchAsync(path, row, new JsonObject { [field] = value is null ? patient.Id : JsonNode.Parse(value) }), 422, "writeOnce");
        await Breaks.RefusedByTheDatabaseAsync(
            $"UPDATE {path} SET {column} = '{(value is null ? patient.Id : "other")}' WHERE id = '{row.Id}'", Check, $"ck_{path}_{column}_once");
    }
}
