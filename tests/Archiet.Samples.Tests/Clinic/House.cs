using Archiet.Conformance.Apps;
using Archiet.Conformance.Http;
using Archiet.Samples.Tests.Database;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>A Clinic that runs for the tests of this namespace alone, with the people of its first practice signed in and a way into its database past the app.</summary>
internal sealed class House : IAsyncDisposable
{
    private readonly AppProcess process;
    private readonly ServedApp app;

    private House(AppProcess process, ServedApp app, string tenant, IReadOnlyDictionary<string, Person> people)
    {
        this.process = process;
        this.app = app;
        Tenant = tenant;
        Owner = people["owner"];
        Clinician = people["clinician"];
        Receptionist = people["receptionist"];
        Database = AppDatabase.OfTheApp(process.Folder, "Clinic");
    }

    /// <summary>The one that runs.</summary>
    public static House Open { get; private set; } = null!;

    /// <summary>The practice.</summary>
    public string Tenant { get; }

    /// <summary>Who runs the practice.</summary>
    public Person Owner { get; }

    /// <summary>Who treats patients.</summary>
    public Person Clinician { get; }

    /// <summary>Who keeps the calendar.</summary>
    public Person Receptionist { get; }

    /// <summary>The database, as the app's own role.</summary>
    public AppDatabase Database { get; }

    public static async Task OpenAsync()
    {
        var process = await AppProcess.StartAsync(SampleApps.DllOf("Clinic"));
        try
        {
            var app = await ServedApp.ConnectAsync(process.Address);
            var tenant = (await DevelopmentAccounts.ReadAsync(process.Folder)).Tenants[0];
            var people = new Dictionary<string, Person>(StringComparer.Ordinal);
            foreach (var account in tenant.Accounts)
            {
                var (client, session) = await app.LoginAsync(account);
                people[account.Roles.Single()] = new Person(client, session.Json.GetProperty("member").GetString()!);
            }
            Open = new House(process, app, tenant.Id, people);
        }
        catch
        {
            await TestContext.Error.WriteLineAsync(process.Output);
            await process.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        app.Dispose();
        await process.DisposeAsync();
    }
}

/// <summary>Opens the house for the tests of the Clinic, and closes it behind them.</summary>
[SetUpFixture]
internal sealed class HouseSetUp
{
    [OneTimeSetUp]
    public Task OpenAsync() => House.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (House.Open is { } house)
        {
            await house.DisposeAsync();
        }
    }
}
