using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Archiet;

/// <summary>What the endpoints of all entities of an app share.</summary>
internal sealed class EntityServices(AccessTable access, Cursors cursors, TimeProvider clock, IServiceProvider services, ILogger<EntityServices> log)
{
    private NpgsqlDataSource? database;

    public AccessTable Access => access;

    public Cursors Cursors => cursors;

    public TimeProvider Clock => clock;

    public ILogger Log => log;

    /// <summary>The app role's connections; asked for at the first request, because the database may start after the endpoints are mapped.</summary>
    public NpgsqlDataSource Database => database ??= services.GetRequiredService<NpgsqlDataSource>();

    /// <summary>Answers a caller who may not do what it asks, or who is nobody.</summary>
    public Task RefuseAsync(HttpContext http, Caller? caller)
    {
        if (caller is null)
        {
            return Problems.UnauthenticatedAsync(http);
        }
        using (CallerScope.Begin(Log, caller))
        {
            CallerScope.LogForbidden(Log, http);
        }
        return caller.HasTenant ? Problems.ForbiddenAsync(http) : Problems.NoTenantAsync(http);
    }

    /// <summary>
    /// Runs the tenant's setting and a statement that answers one row or none, to their end: an error at the commit must be known before anything is answered. Null for no row.
    /// </summary>
    public async ValueTask<TAnswer?> AskAsync<TAnswer>(NpgsqlBatch batch, Func<NpgsqlDataReader, TAnswer> read, CancellationToken cancel)
        where TAnswer : struct
    {
        var connection = await Database.OpenConnectionAsync(cancel).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            batch.Connection = connection;
            var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
            await using (rows.ConfigureAwait(false))
            {
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                TAnswer? answer = await rows.ReadAsync(cancel).ConfigureAwait(false) ? read(rows) : null;
                await rows.NextResultAsync(cancel).ConfigureAwait(false);
                return answer;
            }
        }
    }

    /// <summary>Whether anything is registered for a type: asked once, so that an entity without hooks pays nothing.</summary>
    public bool Has<TService>() => services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(TService));
}
