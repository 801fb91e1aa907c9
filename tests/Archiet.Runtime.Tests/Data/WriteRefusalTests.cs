using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Writes of the user's own endpoints, through Entity Framework: held by the same rules and refused in the same words.</summary>
public sealed class WriteRefusalTests : AppointmentTests
{
    private protected override void MapRoutes(WebApplication app)
    {
        var own = app.MapGroup("/own").RequireAuthorization();
        own.MapPost("/new", async (SampleContext context, string startsAt, string endsAt, bool first) =>
        {
            var made = new Appointment
            {
                Number = "E1",
                WithId = SampleDatabase.NorthMember,
                StartsAt = DateTimeOffset.Parse(startsAt, null),
                EndsAt = DateTimeOffset.Parse(endsAt, null),
                First = first,
            };
            context.Add(made);
            await context.SaveChangesAsync();
            return new { id = made.Id, total = made.Total, status = made.Status.ToString() };
        });
        own.MapPost("/confirm/{id:guid}", async (SampleContext context, Guid id) =>
        {
            var row = await context.Appointments.SingleAsync(appointment => appointment.Id == id);
            row.Confirm(DateTimeOffset.UtcNow, null);
            await context.SaveChangesAsync();
        });
        own.MapPost("/stale/{id:guid}", async (SampleContext context, Guid id) =>
        {
            var row = await context.Appointments.SingleAsync(appointment => appointment.Id == id);
            await context.Appointments.Where(appointment => appointment.Id == id).ExecuteUpdateAsync(set => set.SetProperty(appointment => appointment.Note, "first"));
            row.Note = "second";
            await context.SaveChangesAsync();
        });
        own.MapPost("/remove-clinician", async (SampleContext context) =>
        {
            context.Remove(await context.Clinicians.SingleAsync());
            await context.SaveChangesAsync();
        });
        own.MapPost("/retime/{id:guid}", (SampleContext context, Guid id) => context.Appointments.Where(appointment => appointment.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(appointment => appointment.EndsAt, DateTimeOffset.UnixEpoch)));
        own.MapPost("/remove-clinicians", (SampleContext context) => context.Clinicians.ExecuteDeleteAsync());
        own.MapPost("/lose-clinician/{id:guid}", (SampleContext context, Guid id) => context.Appointments.Where(appointment => appointment.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(appointment => appointment.WithId, Guid.CreateVersion7())));
        own.MapPost("/unknown", (SampleContext context) => context.Database.ExecuteSqlRawAsync("SELECT 1 / 0"));
    }

    private Task<ApiAnswer> NewAsync(DateTimeOffset startsAt, DateTimeOffset endsAt, bool first = false) =>
        Api.PostAsync($"/own/new?startsAt={startsAt:yyyy-MM-ddTHH:mm:ss}Z&endsAt={endsAt:yyyy-MM-ddTHH:mm:ss}Z&first={first}", "{}");

    [Test]
    public async Task A_new_row_begins_in_the_initial_state_and_has_its_computed_fields()
    {
        var day = NewDay();

        var answer = await NewAsync(day, day.AddHours(1));

        Assert.That((answer.Status, answer.Json.GetProperty("status").GetString()), Is.EqualTo((HttpStatusCode.OK, "Requested")), answer.Body);
    }

    [Test]
    public async Task A_check_a_trigger_and_an_exclusion_are_answered_as_the_generated_endpoint_answers_them()
    {
        var day = NewDay();
        await NewAsync(day, day.AddHours(1));

        var backwards = await NewAsync(day.AddDays(200), day);
        var past = await NewAsync(day.AddYears(-99), day.AddYears(-99).AddHours(1));
        var overlapping = await NewAsync(day, day.AddHours(2));

        Assert.That((backwards.Status, string.Join(',', backwards.Findings)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/startsAt rule,/endsAt rule")));
        Assert.That((past.Status, string.Join(',', past.Findings)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/startsAt rule")));
        Assert.That((overlapping.Status, overlapping.Problem), Is.EqualTo((HttpStatusCode.Conflict, "overlap")));
    }

    [Test]
    public async Task A_partial_unique_is_answered_with_its_message()
    {
        var day = NewDay();
        await NewAsync(day, day.AddHours(1), first: true);

        var second = await NewAsync(day.AddHours(5), day.AddHours(6), first: true);

        Assert.That((second.Status, second.Problem), Is.EqualTo((HttpStatusCode.Conflict, "unique")));
    }

    [Test]
    public async Task The_entitys_own_method_takes_a_transition_and_refuses_one_from_another_state()
    {
        var row = await NewAppointmentAsync();
        var late = await NewAppointmentAsync("\"note\":\"late\"");

        var first = await Api.PostAsync($"/own/confirm/{row.Id}", "{}");
        var second = await Api.PostAsync($"/own/confirm/{row.Id}", "{}");
        var held = await Api.PostAsync($"/own/confirm/{late.Id}", "{}");

        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK), first.Body);
        Assert.That((second.Status, second.Problem, second.Json.GetProperty("state").GetString()), Is.EqualTo((HttpStatusCode.Conflict, "transition", "confirmed")));
        Assert.That((held.Status, held.Problem), Is.EqualTo((HttpStatusCode.Conflict, "guard")));
    }

    [Test]
    public async Task A_row_that_has_changed_meanwhile_is_a_conflict()
    {
        var row = await NewAppointmentAsync();

        var answer = await Api.PostAsync($"/own/stale/{row.Id}", "{}");

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Conflict, "changed")));
    }

    [Test]
    public async Task A_statement_without_entities_is_answered_too()
    {
        var row = await NewAppointmentAsync();

        var answer = await Api.PostAsync($"/own/retime/{row.Id}", "{}");

        Assert.That((answer.Status, string.Join(',', answer.Findings)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/startsAt rule,/endsAt rule")));
    }

    [Test]
    public async Task A_delete_that_others_stand_against_says_so()
    {
        await NewAppointmentAsync();

        var answer = await Api.PostAsync("/own/remove-clinician", "{}");

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.Conflict, "referenced")));
    }

    [Test]
    public async Task A_statement_that_leaves_a_reference_leading_nowhere_is_a_conflict()
    {
        var row = await NewAppointmentAsync();

        var removed = await Api.PostAsync("/own/remove-clinicians", "{}");
        var lost = await Api.PostAsync($"/own/lose-clinician/{row.Id}", "{}");

        Assert.That((removed.Status, removed.Problem), Is.EqualTo((HttpStatusCode.Conflict, "reference")), removed.Body);
        Assert.That((lost.Status, lost.Problem), Is.EqualTo((HttpStatusCode.Conflict, "reference")), lost.Body);
    }

    [Test]
    public async Task A_reference_is_known_by_its_table_where_its_name_is_made_up_as_those_to_partitions_are()
    {
        await NewAppointmentAsync();
        await PostgresFixture.ExecuteAsync(Database, "ALTER TABLE appointments RENAME CONSTRAINT fk_appointments_with_id TO appointments_tenant_id_with_id_fkey1");

        var removed = await Api.PostAsync("/own/remove-clinicians", "{}");
        await PostgresFixture.ExecuteAsync(Database, "ALTER TABLE appointments RENAME CONSTRAINT appointments_tenant_id_with_id_fkey1 TO fk_appointments_with_id");

        Assert.That((removed.Status, removed.Problem), Is.EqualTo((HttpStatusCode.Conflict, "reference")), removed.Body);
    }

    [Test]
    public async Task An_error_that_names_nothing_of_the_genome_stays_a_500() =>
        Assert.That((await Api.PostAsync("/own/unknown", "{}")).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
}
