using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>
/// What clinic.genome.yaml says about its rows, said back by the app: defaults, values, stored names, uniqueness, what becomes of rows that refer to a deleted one.
/// </summary>
public sealed class RowsTests
{
    private static House House => House.Open;

    [Test]
    public async Task Defaults_and_states_fill_what_a_create_leaves_out()
    {
        var (room, appointment) = (await RoomAsync(), await Desk.AppointmentAsync());

        Assert.Multiple(() =>
        {
            Assert.That(room.Json.GetProperty("accessible").GetBoolean(), Is.False);
            Assert.That(room.Json.GetProperty("floor").GetInt32(), Is.Zero);
            Assert.That(appointment.Json.GetProperty("status").GetString(), Is.EqualTo("requested"));
            Assert.That(appointment.Json.GetProperty("fee").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task The_server_knows_who_and_when()
    {
        var appointment = await Desk.AppointmentAsync();

        Assert.Multiple(() =>
        {
            Assert.That(appointment.Json.GetProperty("bookedBy").GetString(), Is.EqualTo(House.Receptionist.Member));
            Assert.That(appointment.Json.GetProperty("bookedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
            Assert.That(appointment.Json.GetProperty("changedAt").GetRawText(), Is.EqualTo(appointment.Json.GetProperty("bookedAt").GetRawText()));
        });
    }

    [Test]
    public async Task A_change_moves_the_time_of_the_last_change_and_nothing_else()
    {
        var made = await Desk.AppointmentAsync();

        var changed = await House.Receptionist.ChangeAsync("appointments", made, new JsonObject { ["fee"] = 12.50m });

        Assert.Multiple(() =>
        {
            Assert.That(changed.Json.GetProperty("fee").GetDecimal(), Is.EqualTo(12.50m));
            Assert.That(changed.Json.GetProperty("bookedAt").GetRawText(), Is.EqualTo(made.Json.GetProperty("bookedAt").GetRawText()));
            Assert.That(changed.Json.GetProperty("startsAt").GetRawText(), Is.EqualTo(made.Json.GetProperty("startsAt").GetRawText()));
            Assert.That(changed.Json.GetProperty("changedAt").GetDateTimeOffset(), Is.GreaterThan(made.Json.GetProperty("changedAt").GetDateTimeOffset()));
        });
    }

    [Test]
    public async Task A_member_of_an_enum_goes_by_its_stored_name()
    {
        var colleague = await Desk.ClinicianAsync();
        await using var connection = await House.Database.OpenAsync(House.Tenant);

        var stored = await connection.ReadAsync($"SELECT specialty FROM clinicians WHERE id = '{colleague.Id}'");
        var refused = await House.Owner.PatchAsync("clinicians", colleague, new JsonObject { ["specialty"] = "general" });

        Assert.That((colleague.Json.GetProperty("specialty").GetString(), stored.Single()), Is.EqualTo(("GP", "GP")));
        Breaks.Refused(refused, 422, "choice");
    }

    [Test]
    public async Task A_value_is_merged_member_by_member_and_gone_by_null()
    {
        var body = Desk.Patient();
        body["address"] = new JsonObject { ["street"] = "Quay 1", ["postcode"] = "1011", ["city"] = "Amsterdam" };
        var made = await House.Receptionist.CreateAsync("patients", body);

        var moved = await House.Receptionist.ChangeAsync("patients", made, new JsonObject { ["address"] = new JsonObject { ["street"] = "Quay 2" } });
        var gone = await House.Receptionist.ChangeAsync("patients", moved, new JsonObject { ["address"] = null });

        Assert.Multiple(() =>
        {
            Assert.That(moved.Json.GetProperty("address").GetRawText(), Is.EqualTo("""{"street":"Quay 2","postcode":"1011","city":"Amsterdam"}"""));
            Assert.That(gone.Json.GetProperty("address").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task A_value_is_there_whole_or_not_at_all()
    {
        var body = Desk.Patient();
        body["address"] = new JsonObject { ["street"] = "Quay 1" };

        Breaks.Refused(await House.Receptionist.PostAsync("patients", body), 422, "required");
    }

    [Test]
    public async Task A_second_row_with_a_unique_value_is_a_conflict_with_the_genomes_message()
    {
        var patient = Desk.Patient();
        var first = await House.Receptionist.CreateAsync("patients", patient);

        Breaks.Refused(await House.Receptionist.PostAsync("patients", (JsonObject)patient.DeepClone()), 409, "unique", "The patient is already known.");
        await Breaks.RefusedByTheDatabaseAsync(
            $"INSERT INTO patients (tenant_id, id, name, date_of_birth, registered_at) SELECT tenant_id, gen_random_uuid(), name, date_of_birth, now() FROM patients WHERE id = '{first.Id}'",
            "23505", "uq_patients_per_practice");
    }

    [Test]
    public async Task Restrict_holds_a_row_that_others_refer_to()
    {
        var clinician = await Desk.ClinicianAsync();
        await House.Receptionist.CreateAsync("appointments", Desk.Appointment((await Desk.PatientAsync()).Id, clinician.Id));

        Breaks.Refused(await House.Owner.DeleteAsync("clinicians", clinician), 409, "referenced");
    }

    [Test]
    public async Task SetNull_empties_the_reference()
    {
        var room = await RoomAsync();
        var appointment = await House.Receptionist.ChangeAsync("appointments", await Desk.AppointmentAsync(), new JsonObject { ["room"] = room.Id });

        var gone = await House.Owner.DeleteAsync("rooms", room);
        var left = await House.Receptionist.GetAsync($"appointments/{appointment.Id}");

        Assert.That((gone.StatusCode, left.Json.GetProperty("room").ValueKind), Is.EqualTo((204, JsonValueKind.Null)));
    }

    [Test]
    public async Task Cascade_takes_the_row_along()
    {
        var appointment = await Desk.OwnAppointmentAsync();
        var note = await House.Clinician.CreateAsync("visit-notes", new JsonObject { ["appointment"] = appointment.Id, ["text"] = "Well." });

        var gone = await House.Receptionist.DeleteAsync("appointments", appointment);

        Assert.That((gone.StatusCode, (await House.Clinician.GetAsync($"visit-notes/{note.Id}")).StatusCode), Is.EqualTo((204, 404)));
    }

    [TestCase("fee", "-1")]
    [TestCase("fee", "12.345")]
    [TestCase("fee", "1000000")]
    [TestCase("startsAt", "\"yesterday\"")]
    [TestCase("status", "\"confirmed\"")]
    [TestCase("bookedBy", "null")]
    public async Task A_value_that_the_genome_does_not_allow_is_refused_at_its_field(string field, string value)
    {
        var body = Desk.Appointment((await Desk.PatientAsync()).Id, (await Desk.ClinicianAsync()).Id);
        body[field] = JsonNode.Parse(value);

        var refused = await House.Receptionist.PostAsync("appointments", body);

        Assert.That(refused.StatusCode, Is.EqualTo(422));
        Assert.That(refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString(), Does.EndWith($"/{field}"));
    }

    private static Task<Archiet.Conformance.Http.Exchange> RoomAsync() => House.Owner.CreateAsync("rooms", new JsonObject { ["name"] = Desk.Unique("Room") });
}
