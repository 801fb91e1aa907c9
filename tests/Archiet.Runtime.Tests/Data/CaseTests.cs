using System.Globalization;
using System.Text.Json;
using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

/// <summary>A fixture with the app over cases.</summary>
public abstract class CaseTests
{
    private protected const string Path = "/api/cases";

    private static int titles;
    private ApiHost? host;
    private string? database;

    private protected ApiHost Api => host ?? throw new InvalidOperationException("The app runs during tests only.");

    private protected string Database => database ?? throw new InvalidOperationException("The database is there during tests only.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        database = await CaseDatabase.CreateAsync();
        host = await ApiHost.StartAsync<CaseApp, CaseContext>(ConnectionOf(database));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private protected virtual string ConnectionOf(string made) => PostgresFixture.As(made, SampleDatabase.AppRole);

    /// <summary>A title that no other test uses.</summary>
    private protected static string NewTitle() => string.Create(CultureInfo.InvariantCulture, $"Case {Interlocked.Increment(ref titles)}");

    private protected static string Body(string title, string more = "") => $$"""{"title":"{{title}}","opened":"2026-01-31"{{(more.Length > 0 ? "," : "")}}{{more}}}""";

    /// <summary>A case of the agent's, with every field filled.</summary>
    private protected Task<ApiAnswer> NewOwnAsync() => NewAsync(SampleDatabase.NorthMember);

    /// <summary>A case of somebody else's.</summary>
    private protected Task<ApiAnswer> NewForeignAsync() => NewAsync(SampleDatabase.SouthMember);

    private protected static string[] Members(JsonElement row) => [.. row.EnumerateObject().Select(member => member.Name)];

    private protected static string[] Titles(ApiAnswer list) => [.. list.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()!)];

    private async Task<ApiAnswer> NewAsync(Guid assignee)
    {
        var more = $$"""
            "priority":3,"budget":10.5,"assignee":"{{assignee}}","place":{"street":"Main Street 1","city":"York"},"margin":"thin"
            """;
        var made = await Api.PostAsync(Path, Body(NewTitle(), more), "manager");
        Assert.That((int)made.Status, Is.EqualTo(201), made.Body);
        return made;
    }
}
