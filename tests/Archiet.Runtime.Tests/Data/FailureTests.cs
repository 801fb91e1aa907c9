using System.Net;
using Archiet.Runtime.Tests.Data.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

public sealed class FailureTests : ApiTests
{
    private const string Secret = "a word that must not leave";

    private protected override void MapRoutes(WebApplication app)
    {
        app.MapGet("/throws", string () => throw new InvalidOperationException(Secret));
        app.MapGet("/count", (SampleContext context) => context.Patients.CountAsync()).RequireAuthorization();
    }

    [Test]
    public async Task An_exception_is_a_500_that_tells_nothing()
    {
        var answer = await Api.GetAsync("/throws");

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, answer.Problem, answer.ContentType), Is.EqualTo((HttpStatusCode.InternalServerError, "internal", "application/problem+json")));
            Assert.That(answer.Body, Does.Not.Contain(Secret).And.Not.Contain("Exception"));
            Assert.That(answer.Json.GetProperty("traceId").GetString(), Is.Not.Empty);
        });
    }

    [Test]
    public async Task An_unknown_path_is_a_404_problem()
    {
        var answer = await Api.GetAsync("/nowhere");

        Assert.That((answer.Status, answer.Problem, answer.ContentType), Is.EqualTo((HttpStatusCode.NotFound, "notFound", "application/problem+json")));
    }

    [Test]
    public async Task A_users_own_endpoint_has_the_callers_context()
    {
        await NewPatientAsync();

        var north = await Api.GetAsync("/count");
        var south = await Api.GetAsync("/count", "south");
        var nobody = await Api.GetAsync("/count", null);

        Assert.That(north.Body, Is.Not.EqualTo("0"));
        Assert.That((south.Body, nobody.Status), Is.EqualTo(("0", HttpStatusCode.Unauthorized)));
    }

    [TestCase("/api/patients")]
    [TestCase("/api/patients/0198c6e0-0000-7000-8000-000000000001")]
    [TestCase("/count")]
    public async Task Without_a_database_the_answer_is_503(string path)
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=/nonexistent-archiet;Username=nobody;Database=none");
        await using var other = await ApiHost.StartAsync(Database, services => services.AddSingleton(nowhere), MapRoutes);

        var answer = await other.GetAsync(path);

        Assert.That((answer.Status, answer.Problem, answer.Headers.RetryAfter?.ToString()), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "unavailable", "1")));
        Assert.That(answer.Body, Does.Not.Contain("nonexistent"));
    }

    [Test]
    public async Task With_all_connections_in_use_the_answer_is_503()
    {
        var one = new NpgsqlConnectionStringBuilder(PostgresFixture.As(Database, SampleDatabase.AppRole)) { MaxPoolSize = 1, Timeout = 1 }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(one);
        await using var taken = await source.OpenConnectionAsync();
        await using var other = await ApiHost.StartAsync(Database, services => services.AddSingleton(source));

        Assert.That((await other.GetAsync("/api/patients")).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task A_lock_that_is_not_given_in_time_is_503()
    {
        var row = await NewPatientAsync();
        var impatient = new NpgsqlConnectionStringBuilder(PostgresFixture.As(Database, SampleDatabase.AppRole)) { Options = "-c lock_timeout=100" }.ConnectionString;
        await using var source = NpgsqlDataSource.Create(impatient);
        await using var other = await ApiHost.StartAsync(Database, services => services.AddSingleton(source));
        await using var holder = new NpgsqlConnection(Database);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand($"SELECT 1 FROM patients WHERE id = '{row.Id}' FOR UPDATE", holder, transaction);
        await hold.ExecuteNonQueryAsync();

        var answer = await other.PatchAsync("/api/patients/" + row.Id, """{"visits":1}""", row.Tag);

        Assert.That((answer.Status, answer.Problem), Is.EqualTo((HttpStatusCode.ServiceUnavailable, "unavailable")));
    }
}
