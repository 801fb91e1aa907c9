using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>
/// Refuses what would write while the database has the schema of a newer release. The people's endpoints write to the runtime's own tables alone and go on: who cannot
/// log in cannot read.
/// </summary>
internal sealed class SchemaFence(RequestDelegate next, SchemaStanding standing)
{
    private static readonly PathString People = "/auth";

    public Task InvokeAsync(HttpContext http) =>
        standing.RefusesWrites && !IsSafe(http.Request.Method) && !http.Request.Path.StartsWithSegments(People) ? Problems.SchemaNewerAsync(http) : next(http);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
