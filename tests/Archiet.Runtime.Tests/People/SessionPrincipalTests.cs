using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Archiet.Runtime.Tests.People;

/// <summary>The requests of a second share the principal of their session: none of them may leave anything in it.</summary>
public sealed class SessionPrincipalTests
{
    private static readonly Caller Caller = new("hash", Guid.NewGuid(), Guid.NewGuid(), null, 1);
    private static readonly Claim Earned = new("mfa", "now");

    private readonly SessionPrincipal principal = new(Caller, [new(ClaimTypes.NameIdentifier, "me"), new(ClaimTypes.Role, "owner")]);

    [Test]
    public void It_says_who_is_asking() => Assert.Multiple(() =>
    {
        Assert.That(principal.Identity is { IsAuthenticated: true, AuthenticationType: Sessions.Scheme, Name: "me" });
        Assert.That(principal.IsInRole("owner"));
    });

    [Test]
    public void Nothing_can_be_put_into_it_or_taken_out() => Assert.Multiple(() =>
    {
        var identity = (ClaimsIdentity)principal.Identity!;
        Assert.Throws<InvalidOperationException>(() => identity.AddClaim(Earned));
        Assert.Throws<InvalidOperationException>(() => identity.AddClaims([Earned]));
        Assert.Throws<InvalidOperationException>(() => identity.RemoveClaim(identity.Claims.First()));
        Assert.Throws<InvalidOperationException>(() => identity.TryRemoveClaim(identity.Claims.First()));
        Assert.Throws<InvalidOperationException>(() => principal.AddIdentity(new()));
        Assert.Throws<InvalidOperationException>(() => principal.AddIdentities([new()]));
    });

    [Test]
    public void A_clone_is_the_requests_own_and_still_the_caller()
    {
        var mine = principal.Clone();
        ((ClaimsIdentity)mine.Identity!).AddClaim(Earned);
        mine.AddIdentity(new([new(ClaimTypes.Role, "operator")]));
        var http = new DefaultHttpContext { User = mine.Clone() };

        Assert.Multiple(() =>
        {
            Assert.That(Caller.Of(http), Is.SameAs(Caller));
            Assert.That(http.User.HasClaim("mfa", "now") && http.User.IsInRole("operator") && http.User.IsInRole("owner") && http.User.Identity!.IsAuthenticated);
            Assert.That(principal.HasClaim("mfa", "now") || principal.IsInRole("operator"), Is.False);
        });
    }
}
