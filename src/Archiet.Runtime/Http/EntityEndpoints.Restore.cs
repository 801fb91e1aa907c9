using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>Bringing back what a soft delete marked.</summary>
internal sealed partial class EntityEndpoints<T>
{
    /// <summary>Without If-Match: nobody sees a deleted row, so nobody has read or can have changed it.</summary>
    public async Task RestoreAsync(HttpContext http)
    {
        var caller = Caller.Of(http);
        if (!IsAllowed(caller, Verbs.Restore, out var plan))
        {
            await RefuseAsync(http, caller).ConfigureAwait(false);
            return;
        }
        if (!TryId(http, out var id))
        {
            await Problems.NotFoundAsync(http).ConfigureAwait(false);
            return;
        }
        var write = plan.Restore ?? throw new InvalidOperationException("Only an entity with soft delete has this endpoint.");
        var statement = write.For(default);
        var batch = TenantBatch.Of(caller, statement.Sql, out var parameters);
        parameters.Id(id);
        if (await TryWriteAsync(http, batch, statement.Sight, new(services.Clock), caller, id, StatusCodes.Status200OK).ConfigureAwait(false))
        {
            return;
        }

        // A deleted row that the caller may not bring back is as unknown as any other.
        await (await LookAsync(caller, id, write.LookFor(default), http.RequestAborted).ConfigureAwait(false) is null
            ? Problems.NotFoundAsync(http)
            : Problems.WriteAsync(http, StatusCodes.Status409Conflict, "notDeleted", "The row is not deleted.")).ConfigureAwait(false);
    }
}
