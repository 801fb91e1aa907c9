using Microsoft.AspNetCore.Http;

namespace Archiet;

/// <summary>Who is asking, as the session row says: immutable, made when a session is first seen, shared by its requests.</summary>
/// <param name="Session">SHA-256 of the session's token, in lower-case hex: names the session in logs without being it.</param>
/// <param name="Account">The account.</param>
/// <param name="Tenant">The tenant in force; <see cref="Guid.Empty"/>, to which nothing belongs, while there is none.</param>
/// <param name="Member">The account's member row in this tenant, or null.</param>
/// <param name="Roles">The bits of its roles in the app's <see cref="AccessTable"/>.</param>
public sealed record Caller(string Session, Guid Account, Guid Tenant, Guid? Member, ulong Roles)
{
    /// <summary>The claim that holds the tenant in force.</summary>
    public const string TenantClaim = "tenant";

    /// <summary>Whether a tenant is in force: an account of several tenants chooses one first.</summary>
    public bool HasTenant => Tenant != Guid.Empty;

    /// <summary>The caller of an authenticated request, or null. Never read from a header, a route or a body.</summary>
    public static Caller? Of(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return (http.User as CallerPrincipal)?.Caller;
    }
}
