using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>
/// What clinic.genome.yaml says about its rows, said back by the app: defaults, values, uniqueness, what becomes of rows that refer to a deleted one.
/// </summary>
public sealed class ClinicRowsTests
{
    private ClinicDesk desk = null!;

    [OneTimeSetUp]
    public async Task OpenAsync() => desk = new ClinicDesk((await Stage.OfAsync("Clinic")).World);

    [Test]
    public async Task Defaults_fill_what_a_create_leaves_out()
    {
        var appointment = await desk.CreateAppointmentAsync(await desk.CreatePatientAsync(), await desk.CreateClinicianAsync());

        Assert.Multiple(() =>
        {
            Assert.That(appointment.Json.GetProperty("minutes").GetInt32(), Is.EqualTo(20));
            Assert.That(appointment.Json.GetProperty("status").GetString(), Is.EqualTo("requested"));
            Assert.That(appointment.Json.GetProperty("fee").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task The_server_knows_who_and_when()
    {
        var world = (await Stage.OfAsync("Clinic")).World;
        var booker = world.Here.WhoMay(world.Resources.Single(resource => resource.Name == "Appointment").Create)!;

        var appointment = await desk.CreateAppointmentAsync(await desk.CreatePatientAsync(), await desk.CreateClinicianAsync());

        Assert.Multiple(() =>
        {
            Assert.That(appointment.Json.GetProperty("bookedBy").GetString(), Is.EqualTo(booker.Member));
            Assert.That(appointment.Json.GetProperty("bookedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
            Assert.That(appointment.Json.GetProperty("changedAt").GetRawText(), Is.EqualTo(appointment.Json.GetProperty("bookedAt").GetRawText()));
        });
    }

    [Test]
    public async Task A_change_moves_the_time_of_the_last_change_and_nothing_else()
    {
        var made = await desk.CreateAppointmentAsync(await desk.CreatePatientAsync(), await desk.CreateClinicianAsync(), new JsonObject { ["fee"] = 12.50m });

        var changed = await desk.UpdateAsync("Appointment", made, new JsonObject { ["status"] = "confirmed" });

        Assert.Multiple(() =>
        {
            Assert.That(changed.Json.GetProperty("status").GetString(), Is.EqualTo("confirmed"));
            Assert.That(changed.Json.GetProperty("fee").GetDecimal(), Is.EqualTo(12.50m));
            Assert.That(changed.Json.GetProperty("bookedAt").GetRawText(), Is.EqualTo(made.Json.GetProperty("bookedAt").GetRawText()));
            Assert.That(changed.Json.GetProperty("changedAt").GetDateTimeOffset(), Is.GreaterThan(made.Json.GetProperty("changedAt").GetDateTimeOffset()));
        });
    }

    [Test]
    public async Task A_value_is_merged_member_by_member_and_gone_by_null()
    {
        var address = new JsonObject { ["street"] = "Quay 1", ["postcode"] = "1011", ["city"] = "Amsterdam" };
        var made = await desk.CreateAsync("Patient", ClinicDesk.Patient(address));

        var moved = await desk.UpdateAsync("Patient", made, new JsonObject { ["address"] = new JsonObject { ["street"] = "Quay 2" } });
        var gone = await desk.UpdateAsync("Patient", moved, new JsonObject { ["address"] = null });

        Assert.Multiple(() =>
        {
            Assert.That(moved.Json.GetProperty("address").GetRawText(), Is.EqualTo("""{"street":"Quay 2","postcode":"1011","city":"Amsterdam"}"""));
            Assert.That(gone.Json.GetProperty("address").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task A_value_is_there_whole_or_not_at_all()
    {
        var refused = await desk.TryCreateAsync("Patient", ClinicDesk.Patient(new JsonObject { ["street"] = "Quay 1" }));

        Assert.That(refused.StatusCode, Is.EqualTo(422));
    }

    [Test]
    public async Task A_second_row_with_a_unique_value_is_a_conflict()
    {
        var room = new JsonObject { ["name"] = ClinicDesk.Unique("Room") };
        await desk.CreateAsync("Room", room);

        var second = await desk.TryCreateAsync("Room", room);

        Assert.Multiple(() =>
        {
            Assert.That(second.StatusCode, Is.EqualTo(409));
            Assert.That(second.ProblemCode, Is.EqualTo("unique"));
            Assert.That(second.Json.GetProperty("errors")[0].GetProperty("pointer").GetString(), Does.EndWith("/name"));
        });
    }

    [Test]
    public async Task Both_tenants_may_have_the_same_unique_value()
    {
        var world = (await Stage.OfAsync("Clinic")).World;
        var rooms = world.Resources.Single(resource => resource.Name == "Room");
        var room = new JsonObject { ["name"] = ClinicDesk.Unique("Room") };
        await desk.CreateAsync("Room", room);

        var theirs = await world.There.WhoMay(rooms.Create)!.Client.CreateAsync(rooms, room);

        Assert.That(theirs.StatusCode, Is.EqualTo(201));
    }

    [Test]
    public async Task Restrict_holds_a_row_that_others_refer_to()
    {
        var patient = await desk.CreatePatientAsync();
        await desk.CreateAppointmentAsync(patient, await desk.CreateClinicianAsync());

        var refused = await desk.DeleteAsync("Patient", patient);

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(409));
            Assert.That(refused.ProblemCode, Is.EqualTo("referenced"));
        });
    }

    [Test]
    public async Task SetNull_empties_the_reference()
    {
        var room = await desk.CreateAsync("Room", new JsonObject { ["name"] = ClinicDesk.Unique("Room") });
        var inTheRoom = new JsonObject { ["room"] = room.Id };
        var appointment = await desk.CreateAppointmentAsync(await desk.CreatePatientAsync(), await desk.CreateClinicianAsync(), inTheRoom);

        var gone = await desk.DeleteAsync("Room", room);
        var left = await desk.ReadAsync("Appointment", appointment.Id);

        Assert.Multiple(() =>
        {
            Assert.That(gone.StatusCode, Is.EqualTo(204));
            Assert.That(left.Json.GetProperty("room").ValueKind, Is.EqualTo(JsonValueKind.Null));
        });
    }

    [Test]
    public async Task Cascade_takes_the_row_along()
    {
        var appointment = await desk.CreateAppointmentAsync(await desk.CreatePatientAsync(), await desk.CreateClinicianAsync());
        var note = await desk.CreateAsync("VisitNote", new JsonObject { ["appointment"] = appointment.Id, ["text"] = "Well." });

        await desk.DeleteAsync("Appointment", appointment);

        Assert.That((await desk.ReadAsync("VisitNote", note.Id)).StatusCode, Is.EqualTo(404));
    }

    [TestCase("minutes", "4")]
    [TestCase("minutes", "481")]
    [TestCase("fee", "-1")]
    [TestCase("fee", "12.345")]
    [TestCase("fee", "1000000")]
    [TestCase("startsAt", "\"yesterday\"")]
    [TestCase("status", "\"Requested\"")]
    public async Task A_value_that_the_genome_does_not_allow_is_refused_at_its_field(string field, string value)
    {
        var patient = await desk.CreatePatientAsync();
        var clinician = await desk.CreateClinicianAsync();
        var body = new JsonObject
        {
            ["patient"] = patient.Id,
            ["with"] = clinician.Id,
            ["startsAt"] = "2031-05-06T07:08:09Z",
        };
        body[field] = JsonNode.Parse(value);

        var refused = await desk.TryCreateAsync("Appointment", body);

        Assert.Multiple(() =>
        {
            Assert.That(refused.StatusCode, Is.EqualTo(422));
            Assert.That(refused.Json.GetProperty("errors")[0].GetProperty("pointer").GetString(), Does.EndWith($"/{field}"));
        });
    }
}
