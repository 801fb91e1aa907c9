using Archiet.Conformance.Http;
using Npgsql;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>How the Clinic refuses: over HTTP by a problem, past the app by the database.</summary>
internal static class Breaks
{
    private static House House => House.Open;

    /// <summary>Fails unless an answer is a problem of a status with a finding of a code.</summary>
    public static void Refused(Exchange answer, int status, string code, string? message = null)
    {
        Assert.That(answer.StatusCode, Is.EqualTo(status), answer.ToString());
        var findings = answer.Json.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().ToList() : [];
        Assert.That(findings.Select(finding => finding.GetProperty("code").GetString()).Append(answer.ProblemCode), Has.Member(code));
        if (message is not null)
        {
            Assert.That(System.Text.Encoding.UTF8.GetString(answer.Body.Span), Does.Contain(message));
        }
    }

    /// <summary>Fails unless the database refuses a statement of the app's own role, by the constraint given.</summary>
    public static async Task RefusedByTheDatabaseAsync(string sql, string state, string constraint)
    {
        await using var connection = await House.Database.OpenAsync(House.Tenant);

        var refusal = Assert.CatchAsync<PostgresException>(() => connection.RunAsync($"{sql}; SET CONSTRAINTS ALL IMMEDIATE"));

        Assert.That((refusal!.SqlState, refusal.ConstraintName), Is.EqualTo((state, constraint)), refusal.MessageText);
    }

    /// <summary>Fails unless the database lets a statement of the app's own role touch one row. It is undone.</summary>
    public static async Task AllowedByTheDatabaseAsync(string sql)
    {
        await using var connection = await House.Database.OpenAsync(House.Tenant);

        Assert.That(await connection.RunAsync(sql), Is.EqualTo(1), sql);
        await connection.RunAsync("SET CONSTRAINTS ALL IMMEDIATE");
    }
}
