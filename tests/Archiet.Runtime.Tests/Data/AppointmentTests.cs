using System.Globalization;
using System.Net.Http.Headers;
using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Data;

/// <summary>What the tests of rules and lifecycles share: appointments that are in nobody's way.</summary>
public abstract class AppointmentTests : ApiTests
{
    private protected const string Path = "/api/appointments";

    private static int days;

    /// <summary>The start of a day that no other test uses.</summary>
    private protected static DateTimeOffset NewDay() => new DateTimeOffset(2100, 1, 1, 9, 0, 0, TimeSpan.Zero).AddDays(Interlocked.Increment(ref days));

    private protected static string Body(DateTimeOffset startsAt, string more = "", double hours = 1) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"number":"A1","with":"{{SampleDatabase.NorthMember}}","startsAt":"{{startsAt:O}}","endsAt":"{{startsAt.AddHours(hours):O}}"{{(more.Length > 0 ? "," : "")}}{{more}}}""");

    private protected async Task<ApiAnswer> NewAppointmentAsync(string more = "")
    {
        var answer = await Api.PostAsync(Path, Body(NewDay(), more));
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Body);
        return answer;
    }

    private protected Task<ApiAnswer> TakeAsync(ApiAnswer row, string transition, string? caller = "north", string body = "") =>
        TakeAsync(row.Id, transition, row.Tag, caller, body);

    private protected Task<ApiAnswer> TakeAsync(string id, string transition, string? tag, string? caller = "north", string body = "") => Api.SendAsync(
        HttpMethod.Post, $"{Path}/{id}/{transition}", caller, ApiHost.Json(body), request =>
        {
            if (tag is not null)
            {
                request.Headers.IfMatch.Add(EntityTagHeaderValue.Parse(tag));
            }
        });

    /// <summary>A statement as the app's role, with a tenant set: what someone can do who goes past the API.</summary>
    private protected async Task BypassAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresFixture.As(Database, SampleDatabase.AppRole));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SET app.tenant = '{SampleDatabase.North}'; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a statement is refused for.</summary>
    private protected static NUnit.Framework.Constraints.IResolveConstraint Refuses(string sqlState, string constraint) =>
        Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(sqlState).And.Property("ConstraintName").EqualTo(constraint);
}
