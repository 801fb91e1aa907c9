using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>Lines of invoices, allergies of patients, patients who come back, and lists in order.</summary>
public sealed class GraphTests
{
    private static House House => House.Open;

    [Test]
    public async Task The_total_is_the_sum_of_the_lines()
    {
        var invoice = await Desk.InvoiceAsync(Desk.Line(quantity: 3, unitPrice: 10.25m), Desk.Line(quantity: 1, unitPrice: 0.5m));

        Assert.That(invoice.Json.GetProperty("total").GetDecimal(), Is.EqualTo(31.25m));
        Assert.That(Amounts(invoice), Is.EqualTo(new[] { 30.75m, 0.5m }));
    }

    [Test]
    public async Task A_change_of_the_lines_replaces_them_and_keeps_those_whose_id_it_names()
    {
        var invoice = await Desk.InvoiceAsync(Desk.Line(1, 1), Desk.Line(1, 2));
        var kept = invoice.Json.GetProperty("lines")[1].GetProperty("id").GetString();
        var line = Desk.Line(5, 2);
        line["id"] = kept;

        var changed = await House.Receptionist.ChangeAsync("invoices", invoice, new JsonObject { ["lines"] = new JsonArray(line, Desk.Line(1, 7)) });

        Assert.That(Amounts(changed), Is.EquivalentTo(new[] { 10m, 7m }));
        Assert.That(changed.Json.GetProperty("lines").EnumerateArray().Select(row => row.GetProperty("id").GetString()), Has.Member(kept));
        Assert.That(changed.ETag, Is.Not.EqualTo(invoice.ETag));
    }

    [Test]
    public async Task Allergies_are_added_listed_and_removed()
    {
        var patient = await Desk.PatientAsync();
        var nuts = await House.Owner.CreateAsync("allergens", new JsonObject { ["name"] = Desk.Unique("Nuts") });
        var path = $"patients/{patient.Id}/allergies";

        var added = await House.Owner.LinkAsync(HttpMethod.Put, $"{path}/{nuts.Id}");
        var listed = await House.Owner.GetAsync(path);
        var removed = await House.Owner.LinkAsync(HttpMethod.Delete, $"{path}/{nuts.Id}");

        Assert.That((added.StatusCode, removed.StatusCode), Is.EqualTo((204, 204)));
        Assert.That(listed.ItemIds, Is.EqualTo(new[] { nuts.Id }));
        Assert.That((await House.Owner.GetAsync(path)).ItemIds, Is.Empty);
    }

    [Test]
    public async Task Allergies_are_not_in_the_receptionists_list_of_fields()
    {
        var path = $"patients/{(await Desk.PatientAsync()).Id}/allergies";

        Assert.That((await House.Receptionist.GetAsync(path)).StatusCode, Is.EqualTo(403));
        Assert.That((await House.Receptionist.LinkAsync(HttpMethod.Put, $"{path}/{Guid.CreateVersion7()}")).StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task A_patient_who_is_deleted_can_be_brought_back()
    {
        var patient = await House.Owner.GetAsync($"patients/{(await Desk.PatientAsync()).Id}");

        Assert.That((await House.Owner.DeleteAsync("patients", patient)).StatusCode, Is.EqualTo(204));
        Assert.That((await House.Owner.GetAsync($"patients/{patient.Id}")).StatusCode, Is.EqualTo(404));
        var booking = await House.Receptionist.PostAsync("appointments", Desk.Appointment(patient.Id, (await Desk.ClinicianAsync()).Id));
        Breaks.Refused(booking, 422, "reference");

        var restored = await House.Owner.PostAsync($"patients/{patient.Id}/restore", new JsonObject());
        Assert.That(restored.StatusCode, Is.EqualTo(200), restored.ToString());
        Assert.That((await House.Owner.GetAsync($"patients/{patient.Id}")).StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Lists_are_sorted_and_filtered_as_they_say()
    {
        var patient = (await Desk.PatientAsync()).Id;
        var ids = new List<string>();
        foreach (var startsIn in new[] { 10, 30, 20 })
        {
            ids.Add((await House.Receptionist.CreateAsync("appointments", Desk.Appointment(patient, (await Desk.ClinicianAsync()).Id, startsIn))).Id);
        }

        var byDefault = await House.Receptionist.GetAsync($"appointments?patient={patient}");
        var ascending = await House.Receptionist.GetAsync($"appointments?patient={patient}&sort=startsAt");
        var late = await House.Receptionist.GetAsync($"appointments?patient={patient}&startsAt.min={Uri.EscapeDataString(Desk.At(25))}");

        Assert.Multiple(() =>
        {
            Assert.That(byDefault.ItemIds, Is.EqualTo(new[] { ids[1], ids[2], ids[0] }));
            Assert.That(ascending.ItemIds, Is.EqualTo(new[] { ids[0], ids[2], ids[1] }));
            Assert.That(late.ItemIds, Is.EqualTo(new[] { ids[1] }));
        });
    }

    private static IEnumerable<decimal> Amounts(Exchange invoice) =>
        invoice.Json.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("amount").GetDecimal());
}
