using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>The lifecycles of clinic.genome.yaml: every way there is, and that there is no other, over HTTP and past the app.</summary>
public sealed class TransitionTests
{
    private static readonly string[] AppointmentStates = ["requested", "confirmed", "completed", "cancelled", "missed"];
    private static readonly string[] InvoiceStates = ["draft", "sent", "paid", "void"];

    private static House House => House.Open;

    [Test]
    public async Task Confirm_says_who_promised()
    {
        var confirmed = await House.Receptionist.TakenAsync("appointments", await Desk.AppointmentAsync(), "confirm");

        Assert.That(Of(confirmed, "status", "confirmedBy"), Is.EqualTo(new[] { "confirmed", House.Receptionist.Member }));
    }

    [Test]
    public async Task Complete_waits_for_the_beginning_and_says_when()
    {
        var later = await House.Receptionist.TakenAsync("appointments", await Desk.OwnAppointmentAsync(), "confirm");
        var begun = await House.Receptionist.TakenAsync("appointments", await Desk.OwnAppointmentAsync(startsIn: -2), "confirm");

        Breaks.Refused(await House.Clinician.TakeAsync("appointments", later, "complete"), 409, "guard", "The appointment has not begun yet.");
        var completed = await House.Clinician.TakenAsync("appointments", begun, "complete");

        Assert.That(completed.Json.GetProperty("status").GetString(), Is.EqualTo("completed"));
        Assert.That(completed.Json.GetProperty("completedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task Miss_waits_for_the_end()
    {
        var later = await House.Receptionist.TakenAsync("appointments", await Desk.OwnAppointmentAsync(), "confirm");
        var over = await House.Receptionist.TakenAsync("appointments", await Desk.OwnAppointmentAsync(startsIn: -40), "confirm");

        Breaks.Refused(await House.Clinician.TakeAsync("appointments", later, "miss"), 409, "guard", "The appointment is not over yet.");
        Assert.That(Of(await House.Clinician.TakenAsync("appointments", over, "miss"), "status"), Is.EqualTo(new[] { "missed" }));
    }

    [Test]
    public async Task Cancel_is_open_before_and_behind_the_promise()
    {
        var requested = await Desk.AppointmentAsync();
        var confirmed = await House.Receptionist.TakenAsync("appointments", await Desk.AppointmentAsync(), "confirm");

        foreach (var appointment in new[] { requested, confirmed })
        {
            Assert.That(Of(await House.Receptionist.TakenAsync("appointments", appointment, "cancel"), "status"), Is.EqualTo(new[] { "cancelled" }));
        }
    }

    [Test]
    public async Task From_another_state_a_transition_is_refused_with_the_states_that_it_starts_in()
    {
        var cancelled = await House.Receptionist.TakenAsync("appointments", await Desk.AppointmentAsync(), "cancel");

        Breaks.Refused(await House.Receptionist.TakeAsync("appointments", cancelled, "confirm"), 409, "transition", "requested");
    }

    [Test]
    public async Task Who_has_no_grant_takes_no_transition()
    {
        var appointment = await Desk.OwnAppointmentAsync();

        Assert.That((await House.Clinician.TakeAsync("appointments", appointment, "confirm")).StatusCode, Is.EqualTo(403));
        Assert.That((await House.Receptionist.TakeAsync("appointments", appointment, "complete")).StatusCode, Is.EqualTo(403));
    }

    [Test]
    public async Task A_row_that_has_changed_meanwhile_keeps_its_state()
    {
        var appointment = await Desk.AppointmentAsync();
        await House.Receptionist.ChangeAsync("appointments", appointment, new JsonObject { ["fee"] = 1 });

        Assert.That((await House.Receptionist.TakeAsync("appointments", appointment, "confirm")).StatusCode, Is.EqualTo(412));
    }

    [Test]
    public async Task An_invoice_is_sent_with_lines_and_then_paid()
    {
        var empty = await Desk.InvoiceAsync();
        var invoice = await Desk.InvoiceAsync(Desk.Line());

        Breaks.Refused(await House.Receptionist.TakeAsync("invoices", empty, "send"), 409, "guard", "An invoice without lines cannot be sent.");
        Breaks.Refused(await House.Owner.TakeAsync("invoices", invoice, "pay"), 409, "transition", "sent");
        var sent = await House.Receptionist.TakenAsync("invoices", invoice, "send");
        var paid = await House.Owner.TakenAsync("invoices", sent, "pay");

        Assert.That(Of(paid, "status"), Is.EqualTo(new[] { "paid" }));
        Assert.That(paid.Json.GetProperty("paidAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(5)));
        Breaks.Refused(await House.Owner.TakeAsync("invoices", paid, "cancel"), 409, "transition");
    }

    [Test]
    public async Task An_invoice_is_cancelled_before_it_is_paid()
    {
        var draft = await Desk.InvoiceAsync();
        var sent = await House.Receptionist.TakenAsync("invoices", await Desk.InvoiceAsync(Desk.Line()), "send");

        foreach (var invoice in new[] { draft, sent })
        {
            Assert.That(Of(await House.Owner.TakenAsync("invoices", invoice, "cancel"), "status"), Is.EqualTo(new[] { "void" }));
        }
    }

    [Test]
    public async Task The_database_knows_the_ways_of_an_appointment()
    {
        var ways = new[] { ("requested", "confirmed"), ("confirmed", "completed"), ("requested", "cancelled"), ("confirmed", "cancelled"), ("confirmed", "missed") };
        var rows = new Dictionary<string, Exchange>(StringComparer.Ordinal)
        {
            ["requested"] = await Desk.AppointmentAsync(),
            ["confirmed"] = await House.Receptionist.TakenAsync("appointments", await Desk.AppointmentAsync(), "confirm"),
            ["cancelled"] = await House.Receptionist.TakenAsync("appointments", await Desk.AppointmentAsync(), "cancel"),
        };

        await WaysAsync("appointments", rows, AppointmentStates, ways);
    }

    [Test]
    public async Task The_database_knows_the_ways_of_an_invoice()
    {
        var ways = new[] { ("draft", "sent"), ("sent", "paid"), ("draft", "void"), ("sent", "void") };
        var sent = await House.Receptionist.TakenAsync("invoices", await Desk.InvoiceAsync(Desk.Line()), "send");
        var rows = new Dictionary<string, Exchange>(StringComparer.Ordinal)
        {
            ["draft"] = await Desk.InvoiceAsync(Desk.Line()),
            ["sent"] = sent,
            ["paid"] = await House.Owner.TakenAsync("invoices", await House.Receptionist.TakenAsync("invoices", await Desk.InvoiceAsync(Desk.Line()), "send"), "pay"),
        };

        await WaysAsync("invoices", rows, InvoiceStates, ways);
    }

    [Test]
    public async Task In_the_database_a_row_begins_at_the_beginning()
    {
        var invoice = await Desk.InvoiceAsync(Desk.Line());

        await Breaks.RefusedByTheDatabaseAsync(
            $"""
            INSERT INTO invoices (tenant_id, id, number, patient_id, issued_on, due_on, status)
            SELECT tenant_id, gen_random_uuid(), 'begun', patient_id, issued_on, due_on, 'void' FROM invoices WHERE id = '{invoice.Id}'
            """,
            "23514", "ck_invoices_status_transition");
    }

    private static async Task WaysAsync(string table, Dictionary<string, Exchange> rows, string[] states, (string From, string To)[] ways)
    {
        foreach (var (from, row) in rows)
        {
            foreach (var to in states.Where(to => to != from))
            {
                var sql = $"UPDATE {table} SET status = '{to}' WHERE id = '{row.Id}'";
                await (ways.Contains((from, to)) ? Breaks.AllowedByTheDatabaseAsync(sql) : Breaks.RefusedByTheDatabaseAsync(sql, "23514", $"ck_{table}_status_transition"));
            }
        }
    }

    private static IEnumerable<string?> Of(Exchange row, params string[] fields) =>
        fields.Select(field => row.Json.GetProperty(field) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null);
}
