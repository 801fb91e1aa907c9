using System.Net;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

public sealed class TransitionTests : AppointmentTests
{
    [Test]
    public async Task A_transition_changes_the_state_sets_what_it_says_and_answers_the_row()
    {
        var row = await NewAppointmentAsync();

        var answer = await TakeAsync(row, "confirm");
        var read = await Api.GetAsync($"{Path}/{row.Id}");

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Json.GetProperty("status").GetString()), Is.EqualTo((HttpStatusCode.OK, "confirmed")));
            Assert.That(answer.Json.GetProperty("confirmedBy").GetGuid(), Is.EqualTo(SampleDatabase.NorthMember));
            Assert.That(answer.Json.GetProperty("confirmedAt").GetDateTimeOffset(), Is.EqualTo(DateTimeOffset.UtcNow).Within(TimeSpan.FromMinutes(1)));
            Assert.That((read.Body, read.Tag), Is.EqualTo((answer.Body, answer.Tag)));
            Assert.That(answer.Tag, Is.Not.EqualTo(row.Tag));
        });
    }

    [TestCase("", ExpectedResult = "200")]
    [TestCase("{}", ExpectedResult = "200")]
    [TestCase(""" { "status": "confirmed" } """, ExpectedResult = "422 /status unknown")]
    [TestCase("[]", ExpectedResult = "422  type")]
    [TestCase("{", ExpectedResult = "400 malformed")]
    public async Task<string> A_transition_takes_no_values(string body)
    {
        var answer = await TakeAsync(await NewAppointmentAsync(), "confirm", body: body);

        return answer.Status switch
        {
            HttpStatusCode.OK => "200",
            HttpStatusCode.UnprocessableEntity => $"422 {answer.Findings.Single()}",
            var status => $"{(int)status} {answer.Problem}",
        };
    }

    [Test]
    public async Task From_another_state_it_is_a_conflict_that_names_the_states_and_what_can_be_done()
    {
        var row = await NewAppointmentAsync();

        var answer = await TakeAsync(row, "complete");

        Assert.That((answer.Status, answer.Problem, answer.Json.GetProperty("state").GetString()), Is.EqualTo((HttpStatusCode.Conflict, "transition", "requested")));
        Assert.That(answer.Json.GetProperty("from").ToString(), Is.EqualTo("""["confirmed"]"""));
        Assert.That(answer.Json.GetProperty("transitions").ToString(), Is.EqualTo("""["confirm","callOff"]"""));
    }

    [Test]
    public async Task A_guard_that_is_not_true_holds_it_back_with_the_message_of_the_genome()
    {
        var row = await NewAppointmentAsync("\"note\":\"late\"");

        var answer = await TakeAsync(row, "confirm");

        Assert.That((answer.Status, answer.Problem, answer.Json.GetProperty("title").GetString()), Is.EqualTo((HttpStatusCode.Conflict, "guard", "It is too late to confirm.")));
        Assert.That((await Api.GetAsync($"{Path}/{row.Id}")).Tag, Is.EqualTo(row.Tag));
    }

    [TestCase("clinician", "confirm", ExpectedResult = "403 forbidden")]
    [TestCase("clinician", "complete", ExpectedResult = "409 transition")]
    [TestCase("receptionist", "confirm", ExpectedResult = "403 forbidden")]
    [TestCase("tenantless", "confirm", ExpectedResult = "403 noTenant")]
    [TestCase(null, "confirm", ExpectedResult = "401 unauthenticated")]
    [TestCase("south", "confirm", ExpectedResult = "404 notFound")]
    public async Task<string> Who_may_not_is_refused(string? caller, string transition)
    {
        var answer = await TakeAsync(await NewAppointmentAsync(), transition, caller);

        return $"{(int)answer.Status} {answer.Problem}";
    }

    [Test]
    public async Task The_version_must_be_the_one_that_was_read()
    {
        var row = await NewAppointmentAsync();
        await Api.PatchAsync($"{Path}/{row.Id}", """{"note":"x"}""", row.Tag);

        var stale = await TakeAsync(row, "confirm");
        var none = await TakeAsync(row.Id, "confirm", tag: null);
        var gone = await TakeAsync(Guid.CreateVersion7().ToString(), "confirm", row.Tag);

        Assert.That((stale.Status, stale.Problem), Is.EqualTo((HttpStatusCode.PreconditionFailed, "changed")));
        Assert.That(((int)none.Status, none.Problem), Is.EqualTo((428, "ifMatch")));
        Assert.That((gone.Status, gone.Problem), Is.EqualTo((HttpStatusCode.NotFound, "notFound")));
    }

    [Test]
    public async Task Of_two_at_once_one_happens()
    {
        var row = await NewAppointmentAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(at => TakeAsync(row, at % 2 == 0 ? "confirm" : "call-off")));

        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.PreconditionFailed), Is.EqualTo(5));
    }

    [TestCase("post")]
    [TestCase("patch")]
    public async Task A_body_cannot_name_the_state(string verb)
    {
        var row = await NewAppointmentAsync();

        var answer = verb == "post"
            ? await Api.PostAsync(Path, Body(NewDay(), "\"status\":\"confirmed\""))
            : await Api.PatchAsync($"{Path}/{row.Id}", """{"status":"confirmed"}""", row.Tag);

        Assert.That(answer.Findings, Is.EqualTo(["/status notSettable"]));
    }

    [TestCase("UPDATE appointments SET status = 'completed' WHERE id = '{0}'")]
    [TestCase("UPDATE appointments SET status = 'paid' WHERE id = '{0}'")]
    [TestCase("""
        INSERT INTO appointments (tenant_id, id, number, with_id, starts_at, ends_at, status, fee, first)
        SELECT tenant_id, gen_random_uuid(), number, with_id, starts_at + interval '12 hours', ends_at + interval '12 hours', 'confirmed', 0, false
        FROM appointments WHERE id = '{0}'
        """)]
    public async Task Past_the_API_the_database_holds_the_ways(string sql)
    {
        var row = await NewAppointmentAsync();

        Assert.That(() => BypassAsync(sql.Replace("{0}", row.Id, StringComparison.Ordinal)), Refuses("23514", "ck_appointments_status_transition"));
    }
}
