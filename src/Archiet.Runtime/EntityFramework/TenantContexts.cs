using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Archiet;

/// <summary>Hands out contexts for a named tenant: for work that no request asked for. Within a request, take the context itself from the services.</summary>
/// <typeparam name="TContext">The app's context.</typeparam>
public interface ITenantContextFactory<TContext>
    where TContext : EntityContext
{
    /// <summary>A context for a tenant. The one who takes it disposes it.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="member">The member row that writes are in the name of, or null.</param>
    TContext Create(Guid tenant, Guid? member = null);
}

/// <summary>
/// Makes contexts over the app role's connections: a new one each time, from options made once. A pool would save little and hand the same object to one tenant
/// after the other, so that code which disposes twice, or works on after its request, would find itself in another tenant.
/// </summary>
internal sealed class TenantContexts<TContext>(IServiceProvider services, TimeProvider clock) : ITenantContextFactory<TContext>
    where TContext : EntityContext
{
    private static readonly ObjectFactory<TContext> Make = ActivatorUtilities.CreateFactory<TContext>([typeof(DbContextOptions<TContext>)]);

    private readonly object[] options = [OptionsOf(services)];

    public TContext Create(Guid tenant, Guid? member = null)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(tenant, Guid.Empty);
        var context = Make(services, options);
        context.Enter(new(tenant, member, clock));
        return context;
    }

    /// <summary>A context for the caller of a request. Where there is none, or none with a tenant, the context refuses every query.</summary>
    public TContext Create(Caller? caller) =>
        caller is { Tenant: var tenant, Member: var member } && tenant != Guid.Empty ? Create(tenant, member) : Make(services, options);

    private static DbContextOptions<TContext> OptionsOf(IServiceProvider services)
    {
        var options = new DbContextOptionsBuilder<TContext>().UseApplicationServiceProvider(services);
        options.UseArchiet(services.GetRequiredService<NpgsqlDataSource>());
        options.AddInterceptors(new SchemaCommands(services.GetRequiredService<SchemaStanding>()), TenantCommands.Instance, TenantTransactions.Instance, FailedBinds.Instance);
        return (DbContextOptions<TContext>)options.Options;
    }
}

/// <summary>Puts the context in place.</summary>
internal static class TenantContextExtensions
{
    /// <summary>Adds the context for the caller of a request, and the factory for work without one.</summary>
    public static IServiceCollection AddTenantContext<TContext>(this IServiceCollection services)
        where TContext : EntityContext
    {
        services.AddScoped<RequestCaller>();
        services.TryAddSingleton<SchemaStanding>();
        services.AddSingleton<TenantContexts<TContext>>();
        services.AddSingleton<ITenantContextFactory<TContext>>(provider => provider.GetRequiredService<TenantContexts<TContext>>());
        services.AddScoped(provider => provider.GetRequiredService<TenantContexts<TContext>>().Create(provider.GetRequiredService<RequestCaller>().Caller));
        return services;
    }

    /// <summary>PostgreSQL, with the history of migrations where the app role cannot write: the same for the app's contexts and for the migrator's.</summary>
    public static DbContextOptionsBuilder UseArchiet(this DbContextOptionsBuilder options, NpgsqlDataSource database) =>
        options.UseNpgsql(database, npgsql => npgsql.MigrationsHistoryTable("migrations", "archiet"));
}
