using System.Security.Claims;

namespace Archiet;

/// <summary>The principal that carries a <see cref="Archiet.Caller"/>. A clone carries it too, and can be added to.</summary>
internal class CallerPrincipal(Caller caller, ClaimsIdentity identity) : ClaimsPrincipal(identity)
{
    public Caller Caller { get; } = caller;

    public override ClaimsPrincipal Clone()
    {
        var clone = new CallerPrincipal(Caller, new ClaimsIdentity(Identity));
        clone.AddIdentities(Identities.Skip(1).Select(other => other.Clone()));
        return clone;
    }
}

/// <summary>
/// The principal of a session. The requests of a second share it, so that nothing can be put into it: what one request has earned, the next one has not.
/// </summary>
internal sealed class SessionPrincipal(Caller caller, IEnumerable<Claim> claims) : CallerPrincipal(caller, new SessionIdentity(claims))
{
    public override void AddIdentity(ClaimsIdentity identity) => throw Shared();

    public override void AddIdentities(IEnumerable<ClaimsIdentity> identities) => throw Shared();

    private static InvalidOperationException Shared() =>
        new("The principal of a session is shared by its requests. Add to what its Clone() returns, and make that the request's user.");

    private sealed class SessionIdentity(IEnumerable<Claim> claims) : ClaimsIdentity(claims, Sessions.Scheme, ClaimTypes.NameIdentifier, ClaimTypes.Role)
    {
        public override void AddClaim(Claim claim) => throw Shared();

        public override void AddClaims(IEnumerable<Claim?> claims) => throw Shared();

        public override void RemoveClaim(Claim? claim) => throw Shared();

        public override bool TryRemoveClaim(Claim? claim) => throw Shared();
    }
}
