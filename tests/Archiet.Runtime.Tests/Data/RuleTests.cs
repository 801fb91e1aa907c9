using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class RuleTests : AppointmentTests
{
    [Test]
    public async Task A_rule_over_given_fields_is_told_with_its_message_at_each_of_them()
    {
        var answer = await Api.PostAsync(Path, Body(NewDay(), hours: -1));

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "invalid")));
        Assert.That(answer.Findings, Is.EqualTo(["/startsAt rule", "/endsAt rule"]));
        Assert.That(answer.Body, Does.Contain("An appointment ends after it starts."));
    }

    [Test]
    public async Task A_rule_over_a_field_that_is_given_and_one_that_is_not_is_the_databases_to_tell()
    {
        var row = await NewAppointmentAsync();

        var answer = await Api.PatchAsync($"{Path}/{row.Id}", """{"endsAt":"2099-01-01T00:00:00Z"}""", row.Tag);

        Assert.That(answer.Findings, Is.EqualTo(["/startsAt rule", "/endsAt rule"]));
        Assert.That(() => BypassAsync($"UPDATE appointments SET ends_at = '2099-01-01' WHERE id = '{row.Id}'"), Refuses("23514", "ck_appointments_ends_after_start"));
    }

    [Test]
    public async Task A_rule_of_the_clock_is_held_by_a_trigger()
    {
        var answer = await Api.PostAsync(Path, Body(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var row = await NewAppointmentAsync();

        Assert.That((answer.Status, string.Join(',', answer.Findings)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/startsAt rule")));
        Assert.That(answer.Body, Does.Contain("An appointment is booked ahead."));
        Assert.That(() => BypassAsync($"UPDATE appointments SET starts_at = '2020-01-01', ends_at = '2020-01-02' WHERE id = '{row.Id}'"), Refuses("23514", "ck_appointments_booked_ahead"));
    }

    [Test]
    public async Task What_overlaps_is_a_conflict_and_what_only_touches_is_not()
    {
        var day = NewDay();
        var first = await Api.PostAsync(Path, Body(day));

        var touching = await Api.PostAsync(Path, Body(day.AddHours(1)));
        var overlapping = await Api.PostAsync(Path, Body(day.AddMinutes(30)));
        await TakeAsync(first, "call-off");
        var instead = await Api.PostAsync(Path, Body(day.AddMinutes(30), hours: 0.5));

        Assert.That((first.Status, touching.Status, instead.Status), Is.EqualTo((HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.Created)));
        Assert.That((overlapping.Status, overlapping.Problem), Is.EqualTo((HttpStatusCode.Conflict, "overlap")));
        Assert.That(overlapping.Findings, Is.EqualTo(["/with overlap", "/startsAt overlap", "/endsAt overlap"]));
        Assert.That(
            () => BypassAsync($"UPDATE appointments SET starts_at = starts_at - interval '30 minutes' WHERE id = '{touching.Id}'"),
            Refuses("23P01", "ex_appointments_no_double_booking"));
    }

    [Test]
    public async Task A_partial_unique_counts_the_rows_that_it_means()
    {
        var first = await NewAppointmentAsync("\"first\":true");
        var other = await NewAppointmentAsync();
        var second = await Api.PostAsync(Path, Body(NewDay(), "\"first\":true"));

        Assert.That((second.Status, second.Problem, second.Json.GetProperty("title").GetString()), Is.EqualTo((HttpStatusCode.Conflict, "unique", "A clinician has one first appointment.")));
        Assert.That(() => BypassAsync($"UPDATE appointments SET first = true WHERE id = '{other.Id}'"), Refuses("23505", "uq_appointments_one_first"));
        await BypassAsync($"DELETE FROM appointments WHERE id = '{first.Id}'");
    }

    [Test]
    public async Task Computed_fields_are_read_and_never_written()
    {
        var row = await NewAppointmentAsync("\"fee\":10.5,\"tax\":2.1");
        var refused = await Api.PatchAsync($"{Path}/{row.Id}", """{"total":1,"lasts":"PT1H"}""", row.Tag);
        var untaxed = await Api.PatchAsync($"{Path}/{row.Id}", """{"tax":null}""", row.Tag);

        Assert.That((row.Json.GetProperty("total").GetDecimal(), row.Json.GetProperty("lasts").GetString()), Is.EqualTo((12.6m, "PT1H")));
        Assert.That(refused.Findings, Is.EqualTo(["/total notSettable", "/lasts notSettable"]));
        Assert.That(untaxed.Json.GetProperty("total").ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(() => BypassAsync($"UPDATE appointments SET total = 1 WHERE id = '{row.Id}'"), Throws.InstanceOf<Npgsql.PostgresException>().With.Property("SqlState").EqualTo("428C9"));
    }

    [Test]
    public async Task A_write_once_field_is_given_when_the_row_is_made_and_never_after()
    {
        var row = await NewAppointmentAsync();

        var answer = await Api.PatchAsync($"{Path}/{row.Id}", """{"number":"A2"}""", row.Tag);

        Assert.That((answer.Status, string.Join(',', answer.Findings)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/number writeOnce")));
        Assert.That(() => BypassAsync($"UPDATE appointments SET number = 'A2' WHERE id = '{row.Id}'"), Refuses("23514", "ck_appointments_number_once"));
    }

    [TestCase("post")]
    [TestCase("patch")]
    [TestCase("confirm")]
    public async Task What_is_held_at_the_end_of_the_transaction_is_known_before_anything_is_answered(string verb)
    {
        var row = await NewAppointmentAsync();
        if (verb == "confirm")
        {
            await PostgresFixture.ExecuteAsync(Database, $"""
                ALTER TABLE appointments DISABLE TRIGGER tr_appointments_later;
                UPDATE appointments SET note = 'never' WHERE id = '{row.Id}';
                ALTER TABLE appointments ENABLE TRIGGER tr_appointments_later;
                """);
            row = await Api.GetAsync($"{Path}/{row.Id}");
        }

        var answer = verb switch
        {
            "post" => await Api.PostAsync(Path, Body(NewDay(), "\"note\":\"never\"")),
            "patch" => await Api.PatchAsync($"{Path}/{row.Id}", """{"note":"never"}""", row.Tag),
            _ => await TakeAsync(row, "confirm"),
        };

        Assert.That((answer.Status, answer.ContentType), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "application/problem+json")), answer.Body);
        Assert.That(answer.Findings, Is.EqualTo(["/note rule"]));
        Assert.That((await Api.GetAsync($"{Path}/{row.Id}")).Tag, Is.EqualTo(row.Tag));
    }
}
