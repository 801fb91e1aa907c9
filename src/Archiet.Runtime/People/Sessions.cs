using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>
/// The sessions that this process has seen within a second. What ends a session here is seen at once here, and within that second by other processes.
/// </summary>
internal sealed class Sessions(SessionStore store, AccountStore accounts, AccessTable access, TimeProvider clock, IOptions<PeopleOptions> options)
{
    /// <summary>The authentication scheme, and the type of the identities that it makes.</summary>
    public const string Scheme = "Archiet";

    private const int PruneAbove = 10_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private static readonly Task<AuthenticateResult> Nobody = Task.FromResult(AuthenticateResult.NoResult());

    private readonly ConcurrentDictionary<SessionHash, Entry> known = new();
    private readonly PeopleOptions.SessionLimits limits = options.Value.Sessions;

    /// <summary>The result for the request's cookie: one shared object a session and second.</summary>
    public Task<AuthenticateResult> AuthenticateAsync(HttpContext http) =>
        SessionToken.TryRead(http.Request.Headers.Cookie, out var hash) ? AuthenticateAsync(hash) : Nobody;

    /// <summary>Begins a session in place of any that the browser has, and hands it the token; null when the account changed meanwhile or does not belong to the tenant.</summary>
    public async Task<SessionHash?> BeginAsync(HttpContext http, CheckedLogin login)
    {
        var now = clock.GetUtcNow();
        var token = SessionToken.Create();
        if (!await accounts.BeginSessionAsync(token.Hash, login, now, now + limits.Absolute, limits.Idle, http.RequestAborted).ConfigureAwait(false))
        {
            return null;
        }
        await EndAsync(http).ConfigureAwait(false);
        token.SendTo(http);
        return token.Hash;
    }

    /// <summary>Goes on in another tenant under a new token; null when there is no session or no membership.</summary>
    public async Task<SessionHash?> SwitchAsync(HttpContext http, Guid tenant)
    {
        if (!SessionToken.TryRead(http.Request.Headers.Cookie, out var old))
        {
            return null;
        }
        var token = SessionToken.Create();
        if (!await store.SwitchAsync(old, token.Hash, tenant, clock.GetUtcNow(), limits.Idle, http.RequestAborted).ConfigureAwait(false))
        {
            return null;
        }
        known.TryRemove(old, out _);
        token.SendTo(http);
        return token.Hash;
    }

    /// <summary>Goes on under a new token after the password was changed, and forgets every other session of the account; null when the change was none.</summary>
    public async Task<SessionHash?> ChangePasswordAsync(HttpContext http, SessionHash old, PasswordChangeEntry entry, string newHash, string network)
    {
        var token = SessionToken.Create();
        var now = clock.GetUtcNow();
        if (!await accounts.ChangePasswordAsync(old, token.Hash, entry.PasswordHash!, newHash, network, now, limits.Idle, http.RequestAborted).ConfigureAwait(false))
        {
            return null;
        }
        Forget(entry.Account);
        token.SendTo(http);
        return token.Hash;
    }

    /// <summary>The living sessions of a session's account; none when it is over.</summary>
    public Task<IReadOnlyList<SessionItem>> ListAsync(SessionHash hash, CancellationToken cancel) => store.ListAsync(hash, clock.GetUtcNow(), limits.Idle, cancel);

    /// <summary>Ends one of the sessions of a session's account; its hash, null when there is none of this id.</summary>
    public async Task<SessionHash?> EndAsync(SessionHash hash, Guid other, CancellationToken cancel)
    {
        var ended = await store.EndOfAsync(hash, other, clock.GetUtcNow(), limits.Idle, cancel).ConfigureAwait(false);
        if (ended is { } gone)
        {
            known.TryRemove(gone, out _);
        }
        return ended;
    }

    /// <summary>Ends the request's session on the server, if it has one.</summary>
    public async Task EndAsync(HttpContext http)
    {
        if (SessionToken.TryRead(http.Request.Headers.Cookie, out var hash))
        {
            // Not bound to the request: a browser that hangs up does not keep its session.
            await store.EndAsync(hash, CancellationToken.None).ConfigureAwait(false);
            known.TryRemove(hash, out _);
        }
    }

    /// <summary>What the session's account may be told about it; null when it is over.</summary>
    public async Task<SessionView?> ViewAsync(SessionHash hash, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var session = await store.FindAsync(hash, now, limits.Idle, cancel).ConfigureAwait(false);
        if (session is null)
        {
            return null;
        }
        var tenants = await store.TenantsAsync(hash, cancel).ConfigureAwait(false);
        var idle = session.SeenAt + limits.Idle;
        return new(new(session.Account, session.Email), session.Tenant, session.Member, session.Roles, tenants, (idle < session.EndsAt ? idle : session.EndsAt).UtcDateTime);
    }

    /// <summary>Forgets what is known of an account's sessions, after they ended in the database.</summary>
    public void Forget(Guid account)
    {
        foreach (var (hash, entry) in known)
        {
            // One that is still being read may have been read before the change.
            if (entry.Account is null || entry.Account == account)
            {
                known.TryRemove(hash, out _);
            }
        }
    }

    private Task<AuthenticateResult> AuthenticateAsync(SessionHash hash)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(hash, out var entry) && now - entry.Since < Fresh)
        {
            return entry.Result;
        }
        // The entry is there before the database is asked: a session that ends meanwhile takes it away again.
        var mine = new Entry(this, hash, now);
        if (entry is null ? !known.TryAdd(hash, mine) : !known.TryUpdate(hash, mine, entry))
        {
            return AuthenticateAsync(hash);
        }
        Prune(now);
        return mine.Result;
    }

    private async Task<AuthenticateResult> LoadAsync(Entry entry)
    {
        try
        {
            // Shared by requests, so that none of them can cancel it for the others.
            var session = await store.FindAsync(entry.Hash, entry.Since, limits.Idle, CancellationToken.None).ConfigureAwait(false);
            if (session is not null)
            {
                return entry.Found(session.Account, Success(entry.Hash, session));
            }
        }
        catch
        {
            Remove(entry);
            throw;
        }
        Remove(entry);
        return AuthenticateResult.NoResult();
    }

    private AuthenticateResult Success(SessionHash hash, StoredSession session)
    {
        List<Claim> claims = [new(ClaimTypes.NameIdentifier, session.Account.ToString())];
        if (session.Tenant is { } tenant)
        {
            claims.Add(new(Caller.TenantClaim, tenant.ToString()));
        }
        claims.AddRange(session.Roles.Where(access.Roles.Contains).Select(role => new Claim(ClaimTypes.Role, role)));
        var caller = new Caller(hash.ToString(), session.Account, session.Tenant ?? Guid.Empty, session.Member, access.BitsOf(session.Roles));
        return AuthenticateResult.Success(new(new SessionPrincipal(caller, claims), Scheme));
    }

    private void Prune(DateTimeOffset now)
    {
        if (known.Count <= PruneAbove)
        {
            return;
        }
        foreach (var (_, entry) in known)
        {
            if (now - entry.Since >= Fresh)
            {
                Remove(entry);
            }
        }
    }

    private void Remove(Entry entry) => known.TryRemove(new(entry.Hash, entry));

    /// <summary>One look at the database, shared by the requests of a second.</summary>
    private sealed class Entry
    {
        private readonly Lazy<Task<AuthenticateResult>> result;

        public Entry(Sessions sessions, SessionHash hash, DateTimeOffset since)
        {
            Hash = hash;
            Since = since;
            result = new(() => sessions.LoadAsync(this));
        }

        public SessionHash Hash { get; }

        public DateTimeOffset Since { get; }

        public Guid? Account { get; private set; }

        public Task<AuthenticateResult> Result => result.Value;

        public AuthenticateResult Found(Guid account, AuthenticateResult success)
        {
            Account = account;
            return success;
        }
    }
}
