using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>Checks an address and a password, at the same cost and with the same answer whether or not there is such an account.</summary>
internal sealed class LoginService(AccountStore accounts, Passwords passwords, LoginThrottle throttle, Sessions sessions, ILogger<LoginService> log)
{
    /// <summary>Signs in, with a cookie on the response when that succeeds.</summary>
    public async Task<LoginResult> RunAsync(HttpContext http, LoginRequest request)
    {
        var key = Email.Key(request.Email);
        var slot = key ?? "";
        var address = http.Connection.RemoteIpAddress;
        if (throttle.Enter(slot, address) is var wait && wait > TimeSpan.Zero)
        {
            PeopleLog.LoginThrottled(log, address, wait);
            return new(LoginOutcome.TooEarly, RetryAfter: wait);
        }
        var account = key is null ? null : await accounts.FindAsync(key, http.RequestAborted).ConfigureAwait(false);
        var check = await passwords.CheckAsync(account?.PasswordHash, request.Password, http.RequestAborted).ConfigureAwait(false);
        if (account is null || check == PasswordCheck.Wrong)
        {
            PeopleLog.LoginFailed(log, account?.Id, address);
            return new(LoginOutcome.Wrong);
        }
        throttle.Clear(slot, address);
        return await BeginAsync(http, request, account, check, address).ConfigureAwait(false);
    }

    private async Task<LoginResult> BeginAsync(HttpContext http, LoginRequest request, StoredAccount account, PasswordCheck check, IPAddress? address)
    {
        var hash = account.PasswordHash;
        if (check == PasswordCheck.RightButOldHash)
        {
            hash = await passwords.HashAsync(request.Password, http.RequestAborted).ConfigureAwait(false);
            await accounts.RenewHashAsync(account.Id, account.PasswordHash, hash, http.RequestAborted).ConfigureAwait(false);
        }
        if (await sessions.BeginAsync(http, account.Id, hash, request.Tenant).ConfigureAwait(false) is not { } session)
        {
            PeopleLog.LoginWithoutMembership(log, account.Id, request.Tenant, address);
            return new(request.Tenant is null ? LoginOutcome.Wrong : LoginOutcome.NotAMember);
        }
        PeopleLog.LoggedIn(log, account.Id, address);
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
