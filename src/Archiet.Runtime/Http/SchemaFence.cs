using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// Refuses what would write while the database has the schema of a newer release, and what has failed because one has taken away what it needs. The people's endpoints
/// write to the runtime's own tables alone and go on: who cannot log in cannot read.
/// </summary>
internal sealed class SchemaFence(RequestDelegate next, SchemaStanding standing, SchemaLook look)
{
    private static readonly PathString People = "/auth";

    public async Task InvokeAsync(HttpContext http)
    {
        if (standing.RefusesWrites && !IsSafe(http.Request.Method) && !http.Request.Path.StartsWithSegments(People))
        {
            await Problems.SchemaNewerAsync(http).ConfigureAwait(false);
            return;
        }
        try
        {
            await next(http).ConfigureAwait(false);
        }
        catch (Exception failure) when (SchemaLook.LacksSomething(failure))
        {
            if (await look.FindsNewerAsync(http.RequestAborted).ConfigureAwait(false))
            {
                throw new SchemaNewerException(SchemaNewerException.Missing, failure);
            }
            throw;
        }
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
