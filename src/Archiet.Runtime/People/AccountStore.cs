using Npgsql;

namespace Archiet;

/// <summary>An account as login needs it.</summary>
internal sealed record StoredAccount(Guid Id, string Email, string PasswordHash);

/// <summary>The accounts in the database, found one at a time through the functions of schema <c>archiet</c>.</summary>
internal sealed class AccountStore(NpgsqlDataSource database)
{
    /// <summary>Finds an account by the key of its address.</summary>
    public async Task<StoredAccount?> FindAsync(string emailKey, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT id, email, password_hash FROM archiet.find_account($1)");
        new Parameters(command.Parameters).Text(emailKey);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        return await rows.ReadAsync(cancel).ConfigureAwait(false) ? new(rows.GetGuid(0), rows.GetString(1), rows.GetString(2)) : null;
    }

    /// <summary>Puts a newer hash of the same password in place of <paramref name="oldHash"/>.</summary>
    public async Task RenewHashAsync(Guid account, string oldHash, string newHash, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT archiet.renew_password_hash($1, $2, $3)");
        new Parameters(command.Parameters).Id(account).Text(oldHash).Text(newHash);
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
