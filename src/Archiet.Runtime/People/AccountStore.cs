using Npgsql;

namespace Archiet;

/// <summary>An account as login needs it.</summary>
internal sealed record StoredAccount(Guid Id, string Email, string PasswordHash);

/// <summary>
/// The accounts in the database, found one at a time through the functions of schema <c>archiet</c> that are the login role's alone: it has these connections for this,
/// and no others do.
/// </summary>
internal sealed class AccountStore(AppDatabase database)
{
    private NpgsqlDataSource Connections => database.Login ?? throw new InvalidOperationException("Nobody listens without the connections by which people sign in.");

    /// <summary>Finds an account by the key of its address.</summary>
    public async Task<StoredAccount?> FindAsync(string emailKey, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT id, email, password_hash FROM archiet.find_account($1)");
        new Parameters(command.Parameters).Text(emailKey);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        return await rows.ReadAsync(cancel).ConfigureAwait(false) ? new(rows.GetGuid(0), rows.GetString(1), rows.GetString(2)) : null;
    }

    /// <summary>Puts a newer hash of the same password in place of <paramref name="oldHash"/>.</summary>
    public async Task RenewHashAsync(Guid account, string oldHash, string newHash, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT archiet.renew_password_hash($1, $2, $3)");
        new Parameters(command.Parameters).Id(account).Text(oldHash).Text(newHash);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Begins a session for a password that was checked against <paramref name="checkedHash"/>; false when that or the membership is no more.</summary>
    public async Task<bool> BeginSessionAsync(
        SessionHash session, Guid account, string checkedHash, Guid? tenant, DateTimeOffset now, DateTimeOffset ends, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = Connections.CreateCommand("SELECT archiet.begin_session($1, $2, $3, $4, $5, $6, $7)");
        new Parameters(command.Parameters).Bytes(session.ToBytes()).Id(account).Text(checkedHash).Id(tenant).Timestamp(now).Timestamp(ends).Duration(idle);
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }
}
