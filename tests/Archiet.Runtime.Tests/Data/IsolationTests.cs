using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

public sealed class IsolationTests : ApiTests
{
    [TestCase("GET")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task A_row_of_another_tenant_is_a_row_that_is_not_there_to_the_byte(string method)
    {
        var foreign = await NewPatientAsync(caller: "south");

        var answer = await AskAsync(foreign.Id);
        var unknown = await AskAsync(Guid.CreateVersion7().ToString());
        var noId = await AskAsync("1");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(answer.WithoutTrace, Is.EqualTo(unknown.WithoutTrace));
            Assert.That(answer.WithoutTrace, Is.EqualTo(noId.WithoutTrace));
            Assert.That(answer.Headers.Select(header => header.Key).Order(), Is.EqualTo(unknown.Headers.Select(header => header.Key).Order()));
        });

        Task<ApiAnswer> AskAsync(string id) => Api.SendAsync(
            HttpMethod.Parse(method), "/api/patients/" + id, "north", method == "PATCH" ? ApiHost.Json("""{"visits":1}""") : null,
            request => request.Headers.TryAddWithoutValidation("If-Match", foreign.Tag));
    }

    [Test]
    public async Task A_list_shows_the_rows_of_its_tenant_only()
    {
        var north = await NewPatientAsync();
        var south = await NewPatientAsync(caller: "south");

        var list = await Api.GetAsync("/api/patients?limit=200");

        Assert.That(list.Names, Does.Contain(north.Json.GetProperty("name").GetString()).And.Not.Contain(south.Json.GetProperty("name").GetString()));
    }

    [Test]
    public async Task A_reference_to_a_row_of_another_tenant_is_a_reference_to_nothing()
    {
        var foreign = await Api.PostAsync("/api/patients", PatientBody(NewName(), $"\"physician\":\"{SampleDatabase.SouthMember}\""));
        var unknown = await Api.PostAsync("/api/patients", PatientBody(NewName(), $"\"physician\":\"{Guid.CreateVersion7()}\""));

        Assert.Multiple(() =>
        {
            Assert.That((foreign.Status, foreign.Findings), Is.EqualTo((HttpStatusCode.UnprocessableEntity, new[] { "/physician reference" })));
            Assert.That(foreign.WithoutTrace, Is.EqualTo(unknown.WithoutTrace));
        });
    }

    [Test]
    public async Task A_value_that_another_tenant_has_is_free()
    {
        var name = NewName();

        var answers = new[] { await Api.PostAsync("/api/patients", PatientBody(name), "south"), await Api.PostAsync("/api/patients", PatientBody(name)) };

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("X-Tenant")]
    [TestCase("X-Archiet-Tenant")]
    [TestCase("Tenant-Id")]
    public async Task A_header_names_no_tenant(string header)
    {
        var foreign = await NewPatientAsync(caller: "south");

        var answer = await Api.SendAsync(
            HttpMethod.Get, "/api/patients/" + foreign.Id, "north", null, request => request.Headers.TryAddWithoutValidation(header, SampleDatabase.South.ToString()));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_database_shows_the_app_role_nothing_without_a_tenant_and_takes_no_foreign_row_with_one()
    {
        await NewPatientAsync();
        await using var connection = new NpgsqlConnection(PostgresFixture.As(Database, SampleDatabase.AppRole));
        await connection.OpenAsync();

        var withoutTenant = await CountAsync("SELECT count(*) FROM patients");
        await CountAsync($"SELECT count(*) FROM (SELECT set_config('app.tenant', '{SampleDatabase.South}', false)) AS s");
        var northSeenFromSouth = await CountAsync($"SELECT count(*) FROM patients WHERE tenant_id = '{SampleDatabase.North}'");
        var insert = Assert.ThrowsAsync<PostgresException>(() => CountAsync(
            $"INSERT INTO clinicians VALUES ('{SampleDatabase.North}', gen_random_uuid(), NULL, 'x', 'x@x.example') RETURNING 0::bigint"));
        var reference = Assert.ThrowsAsync<PostgresException>(() => CountAsync($"""
            INSERT INTO patients (tenant_id, id, name, date_of_birth, status, balance, physician_id, created_at, updated_at)
            VALUES ('{SampleDatabase.South}', gen_random_uuid(), 'x', '2000-01-01', 'active', 0, '{SampleDatabase.NorthMember}', now(), now()) RETURNING 0::bigint
            """));

        Assert.Multiple(() =>
        {
            Assert.That((withoutTenant, northSeenFromSouth), Is.EqualTo((0L, 0L)));
            Assert.That(insert?.SqlState, Is.EqualTo(PostgresErrorCodes.InsufficientPrivilege));
            Assert.That(reference?.SqlState, Is.EqualTo(PostgresErrorCodes.ForeignKeyViolation));
        });

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }

    [Test]
    public async Task A_request_leaves_no_tenant_on_its_connection()
    {
        var single = new NpgsqlConnectionStringBuilder(PostgresFixture.As(Database, SampleDatabase.AppRole)) { MaxPoolSize = 1, ApplicationName = "single" }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(AppConnections.Harden(single));
        await using var other = await ApiHost.StartAsync(Database, services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, source));
        var row = await other.PostAsync("/api/patients", PatientBody(NewName()));
        await other.GetAsync("/api/patients");
        await other.PatchAsync("/api/patients/" + row.Id, """{"physician":"0198c6e0-0000-7000-8000-00000000000a"}""", row.Tag);

        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("SELECT coalesce(current_setting('app.tenant', true), '') || (SELECT count(*) FROM patients)", connection);

        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo("0"));
    }
}
