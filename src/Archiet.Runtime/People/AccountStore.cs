using Npgsql;

namespace Archiet;

/// <summary>What the database says to an attempt to sign in.</summary>
/// <param name="Wait">How long to wait before an attempt is looked at; zero for not at all.</param>
/// <param name="Account">The account; null where there is none of the address, or nothing is looked at.</param>
/// <param name="PasswordHash">Its password's hash.</param>
internal sealed record LoginEntry(TimeSpan Wait, Guid? Account, string? PasswordHash);

/// <summary>What the database says to somebody who is signed in and wants another password.</summary>
/// <param name="Wait">How long to wait before an attempt is looked at; zero for not at all.</param>
/// <param name="Account">The account.</param>
/// <param name="Email">Its address.</param>
/// <param name="EmailKey">The key of the address.</param>
/// <param name="PasswordHash">Its password's hash; null where nothing is looked at.</param>
internal sealed record PasswordChangeEntry(TimeSpan Wait, Guid Account, string Email, string EmailKey, string? PasswordHash);

/// <summary>
/// The accounts in the database, found one at a time through the functions of schema <c>archiet</c> that are the login role's alone: it has these connections for this,
/// and no others do. Guesses are counted there for all processes of the app.
/// </summary>
internal sealed class AccountStore(AppDatabase database)
{
    private NpgsqlDataSource Connections => database.Login ?? throw new InvalidOperationException("Nobody listens without the connections by which people sign in.");

    /// <summary>Enters an attempt, which counts as failed until <see cref="BeginSessionAsync"/>, and finds the account by the key of its address.</summary>
    public async Task<LoginEntry> EnterLoginAsync(string? emailKey, string network, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT wait, id, password_hash FROM archiet.enter_login($1, $2, $3)");
        new Parameters(command.Parameters).Text(emailKey).Text(network).Timestamp(now);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        await rows.ReadAsync(cancel).ConfigureAwait(false);
        return new(rows.GetTimeSpan(0), rows.IsDBNull(1) ? null : rows.GetGuid(1), rows.IsDBNull(2) ? null : rows.GetString(2));
    }

    /// <summary>Forgets the attempts for an address from a network, where the password was right and no session follows.</summary>
    public async Task ForgetAttemptsAsync(string emailKey, string network, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT archiet.forget_attempts($1, $2)");
        new Parameters(command.Parameters).Text(emailKey).Text(network);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Puts a newer hash of the same password in place of <paramref name="oldHash"/>.</summary>
    public async Task RenewHashAsync(Guid account, string oldHash, string newHash, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT archiet.renew_password_hash($1, $2, $3)");
        new Parameters(command.Parameters).Id(account).Text(oldHash).Text(newHash);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Begins a session for a password that was checked, and forgets the attempts before; false when the password or the membership is no more.</summary>
    public async Task<bool> BeginSessionAsync(SessionHash session, CheckedLogin login, DateTimeOffset now, DateTimeOffset ends, TimeSpan idle, CancellationToken cancel)
    {
        await using var batch = Connections.CreateBatch();
        var begin = new NpgsqlBatchCommand("SELECT archiet.begin_session($1, $2, $3, $4, $5, $6, $7)");
        new Parameters(begin.Parameters).Bytes(session.ToBytes()).Id(login.Account).Text(login.PasswordHash).Id(login.Tenant).Timestamp(now).Timestamp(ends).Duration(idle);
        batch.BatchCommands.Add(begin);
        var forget = new NpgsqlBatchCommand("SELECT archiet.forget_attempts($1, $2)");
        new Parameters(forget.Parameters).Text(login.EmailKey).Text(login.Network);
        batch.BatchCommands.Add(forget);
        return await batch.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }

    /// <summary>Enters an attempt to name the password of a session's account; null when the session is over.</summary>
    public async Task<PasswordChangeEntry?> EnterPasswordChangeAsync(SessionHash session, string network, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT wait, id, email, email_key, password_hash FROM archiet.enter_password_change($1, $2, $3, $4)");
        new Parameters(command.Parameters).Bytes(session.ToBytes()).Text(network).Timestamp(now).Duration(idle);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        return await rows.ReadAsync(cancel).ConfigureAwait(false)
            ? new(rows.GetTimeSpan(0), rows.GetGuid(1), rows.GetString(2), rows.GetString(3), rows.IsDBNull(4) ? null : rows.GetString(4))
            : null;
    }

    /// <summary>Changes a password: every session of the account ends, and one goes on under a new hash; false when it or the password that was checked is no more.</summary>
    public async Task<bool> ChangePasswordAsync(
        SessionHash old, SessionHash session, string checkedHash, string newHash, string network, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT archiet.change_password($1, $2, $3, $4, $5, $6, $7)");
        new Parameters(command.Parameters).Bytes(old.ToBytes()).Bytes(session.ToBytes()).Text(checkedHash).Text(newHash).Text(network).Timestamp(now).Duration(idle);
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }
}

/// <summary>An attempt whose password was right.</summary>
/// <param name="Account">The account.</param>
/// <param name="PasswordHash">What the password was checked against.</param>
/// <param name="Tenant">The tenant asked for; null for the only one.</param>
/// <param name="EmailKey">The key of the address.</param>
/// <param name="Network">Where the attempt came from.</param>
internal sealed record CheckedLogin(Guid Account, string PasswordHash, Guid? Tenant, string EmailKey, string Network);
