using Microsoft.AspNetCore.Builder;

namespace Archiet;

/// <summary>What the emitted <c>AddArchiet</c> and <c>MapArchiet</c> call.</summary>
public static class ArchietHost
{
    /// <summary>Adds everything that the app needs to its services.</summary>
    public static WebApplicationBuilder Add<TApp, TContext>(WebApplicationBuilder builder)
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext => throw new NotImplementedException();

    /// <summary>Maps the generated endpoints, the people's endpoints, health and the OpenAPI document.</summary>
    public static WebApplication Map<TApp, TContext>(WebApplication app)
        where TApp : IArchietApp<TApp>
        where TContext : EntityContext => throw new NotImplementedException();
}
