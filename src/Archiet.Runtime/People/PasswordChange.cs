using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>Changes the password of whoever is signed in and knows the old one. A guess counts as one at login does.</summary>
internal sealed class PasswordChange(
    AccountStore accounts, Passwords passwords, Sessions sessions, AppFacts app, IOptions<PeopleOptions> options, TimeProvider clock, ILogger<PasswordChange> log)
{
    /// <summary>Changes it, with a new cookie on the response when that succeeds; <paramref name="findings"/> say what is wrong with the request.</summary>
    public async Task<LoginResult> RunAsync(HttpContext http, PasswordRequest request, Findings findings)
    {
        var address = http.Connection.RemoteIpAddress;
        var network = Networks.Of(address);
        if (!SessionToken.TryRead(http.Request.Headers.Cookie, out var old)
            || await accounts.EnterPasswordChangeAsync(old, network, clock.GetUtcNow(), options.Value.Sessions.Idle, http.RequestAborted).ConfigureAwait(false) is not { } entry)
        {
            return new(LoginOutcome.Wrong);
        }
        if (entry.Wait > TimeSpan.Zero)
        {
            PeopleLog.LoginThrottled(log, address, entry.Wait);
            return new(LoginOutcome.TooEarly, RetryAfter: entry.Wait);
        }
        if (await passwords.CheckAsync(entry.PasswordHash, request.CurrentPassword, http.RequestAborted).ConfigureAwait(false) == PasswordCheck.Wrong)
        {
            PeopleLog.PasswordChangeFailed(log, entry.Account, address);
            findings.Add("/currentPassword", "wrong", "This is not the password of the account.");
            return new(LoginOutcome.Wrong);
        }
        if (RefusalOf(request, entry) is var (code, message))
        {
            await accounts.ForgetAttemptsAsync(entry.EmailKey, network, http.RequestAborted).ConfigureAwait(false);
            findings.Add("/newPassword", code, message);
            return new(LoginOutcome.Wrong);
        }
        var hash = await passwords.HashAsync(request.NewPassword, http.RequestAborted).ConfigureAwait(false);
        if (await sessions.ChangePasswordAsync(http, old, entry, hash, network).ConfigureAwait(false) is not { } session)
        {
            // The session ended meanwhile, or the password was changed by another.
            return new(LoginOutcome.Wrong);
        }
        PeopleLog.PasswordChanged(log, entry.Account);
        return new(LoginOutcome.Begun, session);
    }

    private (string Code, string Message)? RefusalOf(PasswordRequest request, PasswordChangeEntry entry) =>
        string.Equals(request.NewPassword, request.CurrentPassword, StringComparison.Ordinal) ? ("unchanged", "The new password is the old one.")
            : PasswordRules.Refuse(request.NewPassword, entry.Email, app.Name);
}
