using System.Text.Json.Nodes;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>The operation of clinic.genome.yaml, done by the handler in HandOver.cs, and the rows that every practice begins with.</summary>
public sealed class OperationTests
{
    private const string HandOver = "operations/hand-over";

    private static House House => House.Open;

    [Test]
    public async Task All_patients_of_one_clinician_go_to_another()
    {
        var (from, to) = (await Desk.ClinicianAsync(), await Desk.ClinicianAsync());
        var patients = new[] { await PatientOfAsync(from.Id), await PatientOfAsync(from.Id) };

        var done = await House.Owner.PostAsync(HandOver, new JsonObject { ["from"] = from.Id, ["to"] = to.Id });

        Assert.That(done.StatusCode, Is.EqualTo(200), done.ToString());
        Assert.That(done.Json.GetProperty("patients").GetInt32(), Is.EqualTo(2));
        foreach (var patient in patients)
        {
            Assert.That((await House.Owner.GetAsync($"patients/{patient}")).Json.GetProperty("physician").GetString(), Is.EqualTo(to.Id));
        }
    }

    [Test]
    public async Task The_handler_refuses_what_changes_nothing()
    {
        var clinician = await Desk.ClinicianAsync();

        Breaks.Refused(await House.Owner.PostAsync(HandOver, new JsonObject { ["from"] = clinician.Id, ["to"] = clinician.Id }), 409, "sameClinician");
    }

    [Test]
    public async Task Both_clinicians_are_there()
    {
        var clinician = await Desk.ClinicianAsync();

        Breaks.Refused(await House.Owner.PostAsync(HandOver, new JsonObject { ["from"] = clinician.Id, ["to"] = Guid.CreateVersion7().ToString() }), 422, "reference");
        Breaks.Refused(await House.Owner.PostAsync(HandOver, new JsonObject { ["from"] = clinician.Id }), 422, "required");
    }

    [Test]
    public async Task Only_the_owner_hands_over()
    {
        var body = new JsonObject { ["from"] = House.Clinician.Member, ["to"] = (await Desk.ClinicianAsync()).Id };

        foreach (var person in new[] { House.Clinician, House.Receptionist })
        {
            Assert.That((await person.PostAsync(HandOver, (JsonObject)body.DeepClone())).StatusCode, Is.EqualTo(403));
        }
    }

    [Test]
    public async Task A_practice_begins_with_the_usual_allergens()
    {
        var allergens = await House.Owner.GetAsync("allergens?limit=200");

        Assert.That(
            allergens.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("name").GetString()), Is.SupersetOf(new[] { "Penicillin", "Pollen", "Tree nuts" }));
    }

    private static async Task<string> PatientOfAsync(string clinician)
    {
        var body = Desk.Patient();
        body["physician"] = clinician;
        return (await House.Receptionist.CreateAsync("patients", body)).Id;
    }
}
