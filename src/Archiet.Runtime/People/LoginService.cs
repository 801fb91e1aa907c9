using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>Checks an address and a password, at the same cost and with the same answer whether or not there is such an account.</summary>
internal sealed class LoginService(AccountStore accounts, Passwords passwords, Sessions sessions, TimeProvider clock, ILogger<LoginService> log)
{
    /// <summary>Signs in, with a cookie on the response when that succeeds.</summary>
    public async Task<LoginResult> RunAsync(HttpContext http, LoginRequest request)
    {
        var key = Email.Key(request.Email);
        var address = http.Connection.RemoteIpAddress;
        var network = Networks.Of(address);
        var entry = await accounts.EnterLoginAsync(key, network, clock.GetUtcNow(), http.RequestAborted).ConfigureAwait(false);
        if (entry.Wait > TimeSpan.Zero)
        {
            PeopleLog.LoginThrottled(log, address, entry.Wait);
            return new(LoginOutcome.TooEarly, RetryAfter: entry.Wait);
        }
        var check = await passwords.CheckAsync(entry.PasswordHash, request.Password, http.RequestAborted).ConfigureAwait(false);
        if (key is null || check == PasswordCheck.Wrong || entry is not { Account: { } account, PasswordHash: { } hash })
        {
            PeopleLog.LoginFailed(log, entry.Account, address);
            return new(LoginOutcome.Wrong);
        }
        if (check == PasswordCheck.RightButOldHash)
        {
            var newer = await passwords.HashAsync(request.Password, http.RequestAborted).ConfigureAwait(false);
            await accounts.RenewHashAsync(account, hash, newer, http.RequestAborted).ConfigureAwait(false);
            hash = newer;
        }
        return await BeginAsync(http, new(account, hash, request.Tenant, key, network), address).ConfigureAwait(false);
    }

    private async Task<LoginResult> BeginAsync(HttpContext http, CheckedLogin login, IPAddress? address)
    {
        if (await sessions.BeginAsync(http, login).ConfigureAwait(false) is not { } session)
        {
            PeopleLog.LoginWithoutMembership(log, login.Account, login.Tenant, address);
            return new(login.Tenant is null ? LoginOutcome.Wrong : LoginOutcome.NotAMember);
        }
        PeopleLog.LoggedIn(log, login.Account, address);
        return new(LoginOutcome.Begun, session);
    }
}

/// <summary>How a login ended.</summary>
internal enum LoginOutcome
{
    /// <summary>With a session.</summary>
    Begun,

    /// <summary>The address or the password is wrong.</summary>
    Wrong,

    /// <summary>Both are right, but the account does not belong to the tenant asked for.</summary>
    NotAMember,

    /// <summary>Too many attempts: this one was not looked at.</summary>
    TooEarly,
}

/// <summary>How a login ended, with what the answer needs.</summary>
internal readonly record struct LoginResult(LoginOutcome Outcome, SessionHash Session = default, TimeSpan RetryAfter = default);
