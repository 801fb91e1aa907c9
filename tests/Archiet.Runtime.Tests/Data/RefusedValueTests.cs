using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Archiet.Runtime.Tests.Data;

/// <summary>Values that a user's own endpoint saves and a column does not take: PostgreSQL names no constraint then, and the caller is told the field all the same.</summary>
public sealed class RefusedValueTests : ApiTests
{
    private const string Long = "a text of more than forty characters, which no name has";

    private protected override void MapRoutes(WebApplication app)
    {
        var own = app.MapGroup("/own").RequireAuthorization();
        own.MapPost("/{kind}", async (string kind, SampleContext context) =>
        {
            var patient = new Patient { Name = NewName(), DateOfBirth = new(2000, 1, 1), Address = new() { Street = "a" } };
            switch (kind)
            {
                case "name": patient.Name = Long; break;
                case "street": patient.Address.Street = Long; break;
                case "phone": patient.Phone = PhoneNumber.Stored("+49 30 123456 123456 123456"); break;
                case "digits": patient.Balance = 123456789012.5m; break;
                case "rounded": patient.Balance = 9999999999.995m; break;
                case "nul": patient.Email = "a\0b"; break;
                case "null": patient.Name = null!; break;
                case "two": context.Add(new Patient { Name = NewName(), DateOfBirth = patient.DateOfBirth }); break;
                case "taken": context.Add(new Patient { Name = patient.Name, DateOfBirth = patient.DateOfBirth }); break;
                case "nobody": patient.PhysicianId = Guid.CreateVersion7(); break;
                default: break;
            }
            context.Add(patient);
            await context.SaveChangesAsync();
        });
        own.MapPost("/read/{text}", (SampleContext context, string text) => context.Database.SqlQuery<int>($"SELECT ({text}::text)::int AS \"Value\"").SingleAsync());
        own.MapPost("/second", async (SampleContext context) =>
        {
            context.AddRange(new Patient { Name = NewName(), DateOfBirth = new(2000, 1, 1) }, new Patient { Name = Long, DateOfBirth = new(2000, 1, 1) });
            await context.SaveChangesAsync();
        });
        own.MapPost("/change/{id:guid}", async (SampleContext context, Guid id) =>
        {
            (await context.Patients.SingleAsync(patient => patient.Id == id)).Name = Long;
            await context.SaveChangesAsync();
        });
        own.MapPost("/trigger", async (SampleContext context) =>
        {
            context.Add(new Patient { Name = NewName(), DateOfBirth = new(2000, 1, 1), Code = "RAISE" });
            await context.SaveChangesAsync();
        });
    }

    [TestCase("name", ExpectedResult = "422 invalid /name length: The field must have 1 to 40 characters.")]
    [TestCase("street", ExpectedResult = "422 invalid /address/street length: The field must have at most 20 characters.")]
    [TestCase("phone", ExpectedResult = "422 invalid /phone length: The field must have at most 20 characters.")]
    [TestCase("digits", ExpectedResult = "422 invalid /balance precision: The field must have at most 12 digits, 2 of them after the point.")]
    [TestCase("rounded", ExpectedResult = "422 invalid /balance precision: The field must have at most 12 digits, 2 of them after the point.")]
    [TestCase("nul", ExpectedResult = "422 invalid /email text: The field must not contain U+0000.")]
    [TestCase("null", ExpectedResult = "422 invalid /name required: The field must have a value.")]
    [TestCase("nobody", ExpectedResult = "422 invalid /physician reference: There is no such clinician.")]
    [TestCase("taken", ExpectedResult = "409 unique /name unique: The patient is known already.")]
    [TestCase("second", ExpectedResult = "422 invalid /name length: The field must have 1 to 40 characters.")]
    public async Task<string> The_field_is_named(string kind)
    {
        var answer = await Api.PostAsync("/own/" + kind, "{}");

        Assert.That(answer.ContentType, Is.EqualTo("application/problem+json"), answer.Body);
        var first = answer.Json.GetProperty("errors")[0];
        return $"{(int)answer.Status} {answer.Problem} {answer.Findings[0]}: {first.GetProperty("message").GetString()}";
    }

    // Of a statement whose value was refused while it was being prepared, Npgsql has the wrong idea from then on: the next one, in whoever's request, must not pay for it.
    [TestCase("name 422", "name 422", "two 200")]
    [TestCase("nul 422", "nul 422", "fine 200")]
    [TestCase("second 422", "two 200")]
    [TestCase("read/x 500", "read/x 500", "read/1 200")]
    public async Task A_refused_value_leaves_the_connection_as_it_was(params string[] requests)
    {
        await using var api = await ApiHost.StartAsync(await SampleDatabase.CreateAsync(), AddServices, MapRoutes);

        var answers = new List<string>();
        foreach (var kind in requests.Select(request => request.Split(' ')[0]))
        {
            answers.Add($"{kind} {(int)(await api.PostAsync("/own/" + kind, "{}")).Status}");
        }

        Assert.That(answers, Is.EqualTo(requests));
    }

    [Test]
    public async Task A_change_is_answered_as_a_new_row_and_with_the_same_problem_as_the_generated_endpoints()
    {
        var row = await NewPatientAsync();

        var own = await Api.PostAsync($"/own/change/{row.Id}", "{}");
        var generated = await Api.PatchAsync($"/api/patients/{row.Id}", $$"""{"name":"{{Long}}"}""", row.Tag);

        Assert.That((own.Status, own.WithoutTrace), Is.EqualTo((HttpStatusCode.UnprocessableEntity, generated.WithoutTrace)));
    }

    [Test]
    public async Task An_error_of_the_same_state_that_no_field_explains_stays_a_500()
    {
        await PostgresFixture.ExecuteAsync(Database, """
            CREATE FUNCTION overflow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.code = 'RAISE' THEN RAISE SQLSTATE '22001'; END IF; RETURN NEW; END $$;
            CREATE TRIGGER overflow BEFORE INSERT ON patients FOR EACH ROW EXECUTE FUNCTION overflow();
            """);

        Assert.That((await Api.PostAsync("/own/trigger", "{}")).Status, Is.EqualTo(HttpStatusCode.InternalServerError));
    }
}
