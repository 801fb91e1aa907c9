using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>The row conditions of <c>treatPatients</c>: for a clinician there are their own patients, appointments and notes, and no others.</summary>
public sealed class RowConditionTests
{
    private static House House => House.Open;

    [Test]
    public async Task Patients_are_the_clinicians_own()
    {
        var own = await House.Receptionist.CreateAsync("patients", Desk.OwnPatient());
        var others = new[] { await Desk.PatientAsync(), await House.Receptionist.CreateAsync("patients", Desk.Patient(await Desk.ClinicianAsync())) };

        Assert.That((await House.Clinician.GetAsync($"patients/{own.Id}")).StatusCode, Is.EqualTo(200));
        foreach (var other in others)
        {
            await IsNotThereAsync("patients", other, new JsonObject { ["phone"] = "+44 20 7946 0018" });
        }
        Assert.That(await IdsAsync("patients"), Does.Contain(own.Id).And.Not.Contains(others[0].Id).And.Not.Contains(others[1].Id));
    }

    [Test]
    public async Task A_patient_is_not_handed_on_by_a_change()
    {
        var own = await House.Receptionist.CreateAsync("patients", Desk.OwnPatient());

        var refused = await House.Clinician.PatchAsync("patients", await House.Clinician.GetAsync($"patients/{own.Id}"), new JsonObject { ["physician"] = (await Desk.ClinicianAsync()).Id });

        Assert.That(refused.StatusCode, Is.EqualTo(403));
        Assert.That((await House.Clinician.GetAsync($"patients/{own.Id}")).Json.GetProperty("physician").GetString(), Is.EqualTo(House.Clinician.Member));
    }

    [Test]
    public async Task Appointments_are_the_clinicians_own()
    {
        var (own, other) = (await Desk.OwnAppointmentAsync(), await Desk.AppointmentAsync());

        Assert.That((await House.Clinician.GetAsync($"appointments/{own.Id}")).StatusCode, Is.EqualTo(200));
        await IsNotThereAsync("appointments", other, new JsonObject { ["fee"] = 1 });
        Assert.That((await House.Clinician.TakeAsync("appointments", other, "cancel")).StatusCode, Is.EqualTo(404));
        Assert.That(await IdsAsync("appointments"), Does.Contain(own.Id).And.Not.Contains(other.Id));
    }

    [Test]
    public async Task Notes_are_about_the_clinicians_own_appointments()
    {
        var (own, other) = (await Desk.OwnAppointmentAsync(), await Desk.AppointmentAsync());

        var made = await House.Clinician.PostAsync("visit-notes", new JsonObject { ["appointment"] = own.Id, ["text"] = "Better." });
        var refused = await House.Clinician.PostAsync("visit-notes", new JsonObject { ["appointment"] = other.Id, ["text"] = "Worse." });

        var unknown = await House.Clinician.PostAsync("visit-notes", new JsonObject { ["appointment"] = Guid.CreateVersion7().ToString(), ["text"] = "Worse." });

        Assert.That((made.StatusCode, refused.StatusCode, unknown.StatusCode), Is.EqualTo((201, 422, 422)), "Another's appointment is as unknown as none.");
    }

    [Test]
    public async Task A_note_goes_out_of_sight_with_its_appointment()
    {
        var appointment = await Desk.OwnAppointmentAsync();
        var note = await House.Clinician.CreateAsync("visit-notes", new JsonObject { ["appointment"] = appointment.Id, ["text"] = "Rest." });

        await House.Receptionist.ChangeAsync("appointments", appointment, new JsonObject { ["with"] = (await Desk.ClinicianAsync()).Id });

        await IsNotThereAsync("visit-notes", note, new JsonObject { ["text"] = "Changed." });
        Assert.That((await House.Clinician.DeleteAsync("visit-notes", note)).StatusCode, Is.EqualTo(404));
        Assert.That(await IdsAsync("visit-notes"), Does.Not.Contain(note.Id));
    }

    private static async Task IsNotThereAsync(string path, Exchange row, JsonObject change)
    {
        var unknown = await House.Clinician.GetAsync($"{path}/{Guid.CreateVersion7()}");
        var read = await House.Clinician.GetAsync($"{path}/{row.Id}");

        Assert.That(read.Appearance(), Is.EqualTo(unknown.Appearance()), path);
        Assert.That((await House.Clinician.PatchAsync(path, row, change)).StatusCode, Is.EqualTo(404), path);
    }

    private static async Task<List<string>> IdsAsync(string path)
    {
        var ids = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await House.Clinician.GetAsync($"{path}?limit=200{after}");
            ids.AddRange(page.ItemIds);
            after = page.Json.TryGetProperty("next", out var next) && next.ValueKind == JsonValueKind.String ? $"&after={next.GetString()}" : null;
        }
        return ids;
    }
}
