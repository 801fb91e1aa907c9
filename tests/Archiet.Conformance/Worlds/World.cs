using Archiet.Conformance.Apps;
using Archiet.Conformance.Bodies;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Worlds;

/// <summary>An app with two tenants, everyone signed in, and rows on both sides: the stage for every check.</summary>
public sealed class World : IDisposable
{
    private World(ServedApp app, TenantWorld here, TenantWorld there)
    {
        App = app;
        Here = here;
        There = there;
    }

    /// <summary>The app.</summary>
    public ServedApp App { get; }

    /// <summary>The tenant whose people act.</summary>
    public TenantWorld Here { get; }

    /// <summary>The tenant whose rows they must never see.</summary>
    public TenantWorld There { get; }

    /// <summary>What the app keeps.</summary>
    public IReadOnlyList<ApiResource> Resources => App.Document.Resources;

    /// <summary>The operations that are a matter of roles.</summary>
    public IEnumerable<ApiOperation> GuardedOperations => App.Document.Operations.Where(operation => operation.Roles is not null);

    /// <summary>Signs everyone in and stocks both tenants.</summary>
    public static async Task<World> EnterAsync(Uri address, DevelopmentAccounts accounts)
    {
        if (accounts.Tenants is not [var here, var there])
        {
            throw new ConformanceException($"The app made {accounts.Tenants.Count} tenants for development; two are due.");
        }
        var app = await ServedApp.ConnectAsync(address);
        try
        {
            var bodies = new BodyMaker();
            var world = new World(app, await TenantWorld.EnterAsync(app, here, bodies), await TenantWorld.EnterAsync(app, there, bodies));
            await world.Here.StockAsync();
            await world.There.StockAsync();
            return world;
        }
        catch
        {
            app.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => App.Dispose();
}
