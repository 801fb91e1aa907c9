using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>The field lists of clinic.genome.yaml: a field that a role does not see is in no answer, and refused in requests.</summary>
public sealed class FieldListTests
{
    private static House House => House.Open;

    [Test]
    public async Task The_record_is_the_clinicians_alone()
    {
        var patient = await OwnPatientAsync();
        var seen = await House.Clinician.GetAsync($"patients/{patient.Id}");
        await House.Clinician.ChangeAsync("patients", seen, new JsonObject { ["record"] = "Hypertension." });

        foreach (var person in new[] { House.Owner, House.Receptionist })
        {
            var row = await person.GetAsync($"patients/{patient.Id}");
            Assert.That(Fields(row), Does.Not.Contain("record").And.Contains("insurance"));
            Breaks.Refused(await person.PatchAsync("patients", row, new JsonObject { ["record"] = "None." }), 422, "notSettable");
        }
        var body = Desk.Patient();
        body["record"] = "None.";
        Breaks.Refused(await House.Receptionist.PostAsync("patients", body), 422, "notSettable");
        Assert.That((await House.Clinician.GetAsync($"patients/{patient.Id}")).Json.GetProperty("record").GetString(), Is.EqualTo("Hypertension."));
    }

    [Test]
    public async Task The_insurance_is_not_the_clinicians()
    {
        var patient = await House.Clinician.GetAsync($"patients/{(await OwnPatientAsync()).Id}");

        Assert.That(Fields(patient), Does.Not.Contain("insurance").And.Contains("record"));
        Breaks.Refused(await House.Clinician.PatchAsync("patients", patient, new JsonObject { ["insurance"] = "None" }), 422, "notSettable");
    }

    [Test]
    public async Task A_receptionist_does_not_see_when_an_invoice_was_paid()
    {
        var invoice = await Desk.InvoiceAsync(Desk.Line());

        Assert.That(Fields(invoice), Does.Not.Contain("paidAt").And.Contains("total"));
        Assert.That(Fields(await House.Owner.GetAsync($"invoices/{invoice.Id}")), Does.Contain("paidAt"));
        Breaks.Refused(await House.Receptionist.PatchAsync("invoices", invoice, new JsonObject { ["paidAt"] = Desk.At(0) }), 422, "notSettable");
    }

    [Test]
    public async Task Colleagues_are_known_by_name_address_and_specialty()
    {
        var colleague = await Desk.ClinicianAsync();

        foreach (var person in new[] { House.Clinician, House.Receptionist })
        {
            Assert.That(Fields(await person.GetAsync($"clinicians/{colleague.Id}")), Is.EquivalentTo(new[] { "id", "version", "name", "email", "specialty" }));
        }
        Assert.That(Fields(colleague), Does.Contain("supervisor"));
    }

    [Test]
    public async Task Lists_hide_what_rows_hide()
    {
        await OwnPatientAsync();

        var page = await House.Clinician.GetAsync("patients?limit=200");

        Assert.That(page.Json.GetProperty("items").EnumerateArray().Where(row => row.TryGetProperty("insurance", out _)), Is.Empty);
        Assert.That(page.ItemIds, Is.Not.Empty);
    }

    [Test]
    public async Task Nobody_sorts_or_filters_by_what_is_not_declared()
    {
        Assert.That((await House.Owner.GetAsync("patients?sort=insurance")).StatusCode, Is.EqualTo(422));
        Assert.That((await House.Owner.GetAsync("patients?record=x")).StatusCode, Is.EqualTo(422));
    }

    private static async Task<Exchange> OwnPatientAsync()
    {
        var body = Desk.OwnPatient();
        body["insurance"] = "Harbour Mutual";
        return await House.Receptionist.CreateAsync("patients", body);
    }

    private static IEnumerable<string> Fields(Exchange row) => row.Json.EnumerateObject().Select(member => member.Name);
}
