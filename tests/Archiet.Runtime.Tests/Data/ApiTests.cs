using Archiet.Runtime.Tests.Data.Sample;

namespace Archiet.Runtime.Tests.Data;

/// <summary>A fixture with a database and an app of its own.</summary>
public abstract class ApiTests
{
    private static int names;
    private ApiHost? host;
    private string? database;

    private protected ApiHost Api => host ?? throw new InvalidOperationException("The app runs during tests only.");

    private protected string Database => database ?? throw new InvalidOperationException("The database is there during tests only.");

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        database = await SampleDatabase.CreateAsync();
        host = await ApiHost.StartAsync(database, AddServices, MapRoutes);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (host is not null)
        {
            await host.DisposeAsync();
        }
    }

    private protected virtual void AddServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services)
    {
    }

    private protected virtual void MapRoutes(Microsoft.AspNetCore.Builder.WebApplication app)
    {
    }

    /// <summary>A name that no other test uses.</summary>
    private protected static string NewName() => $"Patient {Interlocked.Increment(ref names)}";

    private protected static string PatientBody(string name, string more = "") => $$"""{"name":"{{name}}","dateOfBirth":"1980-02-29"{{(more.Length > 0 ? "," : "")}}{{more}}}""";

    private protected async Task<ApiAnswer> NewPatientAsync(string more = "", string caller = "north")
    {
        var answer = await Api.PostAsync("/api/patients", PatientBody(NewName(), more), caller);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Body);
        return answer;
    }
}
