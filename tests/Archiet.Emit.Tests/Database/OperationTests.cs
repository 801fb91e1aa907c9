using System.Text.Json;

namespace Archiet.Emit.Tests;

/// <summary>Operations from a genome's text and a user's handlers to HTTP: permission, input, references, tenant, answers and refusals.</summary>
public sealed class OperationTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Ward, namespace: Ward }
        roles: { chief: Runs the ward., nurse: Cares. }
        tenancy: { tenant: Clinic }
        types:
          Code: { base: string, max: 8, pattern: "[A-Z]+", example: AB }
        enums:
          Verbs: { members: { fast: Quickly., slow: { description: At leisure., stored: SLOW } } }
        entities:
          Clinic: { fields: { name: { type: string, max: 80, required: true } } }
          Person: { member: true, fields: { name: { type: string, max: 80, required: true, example: Kim } } }
          Patient:
            softDelete: true
            fields:
              name: { type: string, max: 80, required: true }
              nurse: { type: Person }
              room: { type: int, min: 1 }
            unique: { byRoom: { fields: [room], message: The room is taken. } }
        operations:
          handOver:
            description: Hands a patient to another nurse.
            x-slow: true
            input:
              patient: { type: Patient, required: true }
              to: { type: Person }
              reason: { type: string, min: 3, max: 20 }
              pace: { type: Verbs }
              code: { type: Code }
              secretWord: { type: string, max: 20, secret: true }
            output:
              at: { type: timestamp, required: true }
              name: { type: string, max: 80, required: true }
              pace: { type: Verbs, required: true }
              code: { type: Code }
              reason: { type: text }
          echo:
            input:
              yes: { type: bool, required: true }
              count: { type: int, min: 1, max: 5 }
              many: { type: long }
              price: { type: "decimal(6,2)" }
              day: { type: date }
              hour: { type: time }
              moment: { type: timestamp }
              length: { type: duration }
              id: { type: uuid }
              mail: { type: email }
              link: { type: url }
              data: { type: json }
              bytes: { type: bytes }
            output:
              yes: { type: bool }
              count: { type: int }
              many: { type: long }
              price: { type: "decimal(6,2)" }
              day: { type: date }
              hour: { type: time }
              moment: { type: timestamp }
              length: { type: duration }
              id: { type: uuid }
              mail: { type: email }
              link: { type: url }
              data: { type: json }
              bytes: { type: bytes }
          tidyUp: { input: { room: { type: int, required: true } } }
          countPatients: { output: { count: { type: int, required: true } } }
          doNothing: {}
        capabilities:
          run: { to: [chief], allow: { Patient: [list, read, create, update, delete], Person: [list, read] }, run: [handOver, echo, tidyUp, countPatients, doNothing] }
          care: { to: [nurse], allow: { Patient: [list, read] }, run: [countPatients] }
        """;

    private const string Handlers = """
        using Archiet;
        using Ward.Model;
        using Microsoft.EntityFrameworkCore;

        namespace Ward.Operations;

        public sealed partial class HandOver(WardContext ward)
        {
            public async partial ValueTask<Output> RunAsync(Input input, Caller caller, CancellationToken cancel)
            {
                var patient = await ward.Patients.SingleAsync(patient => patient.Id == input.PatientId, cancel);
                if (input.Reason == "never")
                {
                    throw new OperationRefused("notNow", "Not while the doctor sleeps.");
                }
                patient.NurseId = input.ToId;
                await ward.SaveChangesAsync(cancel);
                return new() { At = DateTimeOffset.UnixEpoch, Name = patient.Name, Pace = input.Pace ?? Ward.Model.Verbs.Slow, Code = input.Code, Reason = input.Reason };
            }
        }

        public sealed partial class Echo
        {
            public partial ValueTask<Output> RunAsync(Input input, Caller caller, CancellationToken cancel) => new(new Output
            {
                Yes = input.Yes, Count = input.Count, Many = input.Many, Price = input.Price, Day = input.Day, Hour = input.Hour, Moment = input.Moment,
                Length = input.Length, IdValue = input.IdValue, Mail = input.Mail, Link = input.Link, Data = input.Data, Bytes = input.Bytes,
            });
        }

        public sealed partial class TidyUp(WardContext ward)
        {
            public async partial ValueTask RunAsync(Input input, Caller caller, CancellationToken cancel)
            {
                foreach (var patient in await ward.Patients.ToListAsync(cancel))
                {
                    patient.Room = input.Room;
                }
                await ward.SaveChangesAsync(cancel);
            }
        }

        public sealed partial class CountPatients(WardContext ward)
        {
            public async partial ValueTask<Output> RunAsync(Caller caller, CancellationToken cancel) => new() { Count = await ward.Patients.CountAsync(cancel) };
        }

        public sealed partial class DoNothing
        {
            public partial ValueTask RunAsync(Caller caller, CancellationToken cancel) => default;
        }
        """;

    private ServedApp app = null!;
    private Visitor chief = null!;
    private Visitor nurse = null!;
    private Visitor stranger = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Genome, [Handlers]);
        var north = await app.TenantAsync("North");
        chief = await app.VisitorAsync(north, "chief", """{"name":"Ada"}""");
        nurse = await app.VisitorAsync(north, "nurse", """{"name":"Bo"}""");
        stranger = await app.VisitorAsync(await app.TenantAsync("South"), "chief", """{"name":"Eve"}""");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    [Test]
    public async Task A_handler_works_in_the_callers_tenant_and_its_output_is_the_answer()
    {
        var patient = await chief.CreateAsync("/api/patients", """{"name":"Kim"}""");

        var answer = await chief.PostAsync("/api/operations/hand-over", $$"""{"patient":"{{patient.Id}}","to":"{{nurse.Member}}","code":"AB"}""");

        Assert.That((answer.Status, answer.Body), Is.EqualTo((200, """{"at":"1970-01-01T00:00:00Z","name":"Kim","pace":"SLOW","code":"AB","reason":null}""")));
        Assert.That((await chief.GetAsync("/api/patients/" + patient.Id)).Json.GetProperty("nurse").GetString(), Is.EqualTo(nurse.Member.ToString()));
    }

    [Test]
    public async Task An_input_is_checked_whole_before_anything_runs()
    {
        var answer = await chief.PostAsync(
            "/api/operations/hand-over", """{"to":7,"reason":"no","pace":"medium","code":"ab","more":1,"secretWord":"a word of more than twenty letters"}""");

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((422, "invalid")));
        Assert.That(answer.Findings, Is.EquivalentTo([
            "/to type", "/reason length", "/pace choice", "/code pattern", "/more unknown", "/secretWord length", "/patient required"]));
    }

    [Test]
    public async Task Every_kind_is_read_as_in_rows_and_written_as_in_rows()
    {
        const string Body = """
            {"yes":true,"count":3,"many":9007199254740993,"price":12.50,"day":"2026-02-28","hour":"09:30:00","moment":"2026-01-31T09:00:00.25Z","length":"PT1H30M","id":"0198c6e0-5d7e-7c3a-9d2b-1f4e6a7b8c9d","mail":"a@b.example","link":"https://example.com/","data":{"a":[1,null]},"bytes":"AQID"}
            """;
        var full = await chief.PostAsync("/api/operations/echo", Body);
        var least = await chief.PostAsync("/api/operations/echo", """{"yes":false,"count":null}""");
        var wrong = await chief.PostAsync("/api/operations/echo", """{"yes":null,"count":6,"price":1.234,"day":"2026-02-30"}""");

        Assert.That((full.Status, full.Body), Is.EqualTo((200, Body.Trim())));
        Assert.That(least.Json.EnumerateObject().Select(member => member.Value.ValueKind), Is.EqualTo(Enumerable.Repeat(JsonValueKind.Null, 12).Prepend(JsonValueKind.False)));
        Assert.That(wrong.Findings, Is.EquivalentTo(["/yes required", "/count range", "/price precision", "/day format"]));
    }

    [Test]
    public async Task Rows_that_an_input_names_are_there_in_the_tenant_and_not_deleted()
    {
        var gone = await chief.CreateAsync("/api/patients", """{"name":"Gone"}""");
        var deleted = await chief.DeleteAsync("/api/patients/" + gone.Id, gone.Version);
        var foreign = await stranger.CreateAsync("/api/patients", """{"name":"Far"}""");
        var mine = await chief.CreateAsync("/api/patients", """{"name":"Near"}""");

        var wasHere = await chief.PostAsync("/api/operations/hand-over", $$"""{"patient":"{{gone.Id}}"}""");
        var another = await chief.PostAsync("/api/operations/hand-over", $$"""{"patient":"{{foreign.Id}}","to":"{{stranger.Member}}"}""");
        var nobody = await chief.PostAsync("/api/operations/hand-over", $$"""{"patient":"{{mine.Id}}","to":null}""");

        Assert.Multiple(() =>
        {
            Assert.That(deleted.Status, Is.EqualTo(204));
            Assert.That((wasHere.Status, string.Join(' ', wasHere.Findings)), Is.EqualTo((422, "/patient reference")));
            Assert.That((another.Status, string.Join(", ", another.Findings)), Is.EqualTo((422, "/patient reference, /to reference")));
            Assert.That(nobody.Status, Is.EqualTo(200), nobody.Body);
        });
    }

    [Test]
    public async Task A_handlers_refusal_is_a_problem()
    {
        var patient = await chief.CreateAsync("/api/patients", """{"name":"Kim"}""");
        var answer = await chief.PostAsync("/api/operations/hand-over", $$"""{"patient":"{{patient.Id}}","reason":"never"}""");

        Assert.That(
            (answer.Status, answer.Problem, answer.Json.GetProperty("title").GetString()), Is.EqualTo((409, "notNow", "Not while the doctor sleeps.")));
    }

    [Test]
    public async Task What_the_database_has_against_a_handlers_write_is_said_in_the_genomes_words()
    {
        await stranger.CreateAsync("/api/patients", """{"name":"One"}""");
        await stranger.CreateAsync("/api/patients", """{"name":"Two"}""");

        var answer = await stranger.PostAsync("/api/operations/tidy-up", """{"room":7}""");

        Assert.That((answer.Status, answer.Problem, answer.Json.GetProperty("title").GetString()), Is.EqualTo((409, "unique", "The room is taken.")));
    }

    [Test]
    public async Task Without_an_output_there_is_no_content()
    {
        var newcomer = await app.VisitorAsync(await app.TenantAsync("West"), "chief", """{"name":"Uma"}""");
        await newcomer.CreateAsync("/api/patients", """{"name":"Alone"}""");

        var tidied = await newcomer.PostAsync("/api/operations/tidy-up", """{"room":7}""");
        var nothing = await newcomer.PostAsync("/api/operations/do-nothing", "{}");
        var stillNothing = await newcomer.PostAsync("/api/operations/do-nothing", "");
        var tooMuch = await newcomer.PostAsync("/api/operations/do-nothing", """{"a":1}""");
        var counted = await newcomer.PostAsync("/api/operations/count-patients", "{}");

        Assert.Multiple(() =>
        {
            Assert.That((tidied.Status, tidied.Body), Is.EqualTo((204, "")));
            Assert.That((nothing.Status, stillNothing.Status), Is.EqualTo((204, 204)));
            Assert.That((tooMuch.Status, string.Join(' ', tooMuch.Findings)), Is.EqualTo((422, "/a unknown")));
            Assert.That((counted.Status, counted.Body), Is.EqualTo((200, """{"count":1}""")));
        });
    }

    [Test]
    public async Task Only_roles_that_may_run_it_do()
    {
        var (unknown, body) = await app.SendAsync(HttpMethod.Post, "/api/operations/count-patients", "{}", cookie: null);
        using (unknown)
        {
            Assert.That((int)unknown.StatusCode, Is.EqualTo(401), body);
        }
        Assert.That((await nurse.PostAsync("/api/operations/count-patients", "{}")).Status, Is.EqualTo(200));
        Assert.That((await nurse.PostAsync("/api/operations/hand-over", "{}")).Status, Is.EqualTo(403));
    }

    [Test]
    public async Task A_body_is_json_and_says_so()
    {
        Assert.That((await chief.PostAsync("/api/operations/echo", "{\"yes\":")).Status, Is.EqualTo(400));
        Assert.That((await chief.PostAsync("/api/operations/echo", "[]")).Findings, Is.EqualTo([" type"]));
        var (untyped, _) = await app.SendAsync(HttpMethod.Post, "/api/operations/do-nothing", null, chief.Cookie);
        using (untyped)
        {
            Assert.That((int)untyped.StatusCode, Is.EqualTo(415));
        }
    }

    [Test]
    public void The_document_has_path_messages_and_roles()
    {
        using var document = JsonDocument.Parse(OpenApiDocument.Write(app.Emitted.Model));
        var paths = document.RootElement.GetProperty("paths");
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var post = paths.GetProperty("/api/operations/hand-over").GetProperty("post");
        var input = schemas.GetProperty("HandOver.Input");

        Assert.Multiple(() =>
        {
            Assert.That(post.GetProperty("x-archiet-roles").GetRawText(), Is.EqualTo("""["chief"]"""));
            Assert.That(post.GetProperty("x-slow").GetBoolean(), Is.True);
            Assert.That(post.GetProperty("operationId").GetString(), Is.EqualTo("runHandOver"));
            Assert.That(post.GetProperty("responses").TryGetProperty("200", out _), Is.True);
            Assert.That(paths.GetProperty("/api/operations/tidy-up").GetProperty("post").GetProperty("responses").TryGetProperty("204", out _), Is.True);
            Assert.That(input.GetProperty("required").GetRawText(), Is.EqualTo("""["patient"]"""));
            Assert.That(input.GetProperty("additionalProperties").GetBoolean(), Is.False);
            Assert.That(input.GetProperty("properties").GetProperty("pace").GetRawText(), Does.Contain("#/components/schemas/Verbs"));
            Assert.That(schemas.GetProperty("HandOver.Output").GetProperty("properties").GetProperty("at").GetProperty("format").GetString(), Is.EqualTo("date-time"));
        });
    }
}
