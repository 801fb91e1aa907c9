using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>The ids in a route, in the one form that ids are written in.</summary>
internal static class RouteIds
{
    /// <summary>The id of the row.</summary>
    public const string Row = "id";

    /// <summary>The id of the row that it is linked to.</summary>
    public const string Target = "target";

    /// <summary>Reads an id; any other text names nothing.</summary>
    public static bool TryRead(HttpContext http, string name, out Guid id) => Guid.TryParseExact(http.Request.RouteValues[name] as string, "D", out id);
}
