using Npgsql;

namespace Archiet;

/// <summary>A living session as the database has it, its membership and its member row included.</summary>
internal sealed record StoredSession(Guid Account, string Email, Guid? Tenant, Guid? Member, IReadOnlyList<string> Roles, DateTimeOffset SeenAt, DateTimeOffset EndsAt);

/// <summary>A tenant that an account belongs to, and its roles there.</summary>
internal sealed record TenantRoles(Guid Id, string Name, IReadOnlyList<string> Roles);

/// <summary>The sessions in the database, reached through the functions of schema <c>archiet</c>, one round trip each.</summary>
internal sealed class SessionStore(NpgsqlDataSource database, MemberLookup members)
{
    /// <summary>Finds a session that lives at <paramref name="now"/>.</summary>
    public async Task<StoredSession?> FindAsync(SessionHash hash, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var batch = database.CreateBatch();
        var find = new NpgsqlBatchCommand("SELECT account_id, email, tenant_id, roles, seen_at, ends_at FROM archiet.find_session($1, $2, $3)");
        new Parameters(find.Parameters).Bytes(hash.ToBytes()).Timestamp(now).Duration(idle);
        batch.BatchCommands.Add(find);
        if (members.Sql is { } sql)
        {
            batch.BatchCommands.Add(new(sql));
        }
        await using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        if (!await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            return null;
        }
        var session = new StoredSession(
            rows.GetGuid(0),
            rows.GetString(1),
            rows.IsDBNull(2) ? null : rows.GetGuid(2),
            null,
            rows.IsDBNull(3) ? [] : rows.GetFieldValue<string[]>(3),
            rows.GetFieldValue<DateTimeOffset>(4),
            rows.GetFieldValue<DateTimeOffset>(5));
        if (members.Sql is null || session.Tenant is null)
        {
            return session;
        }
        await rows.NextResultAsync(cancel).ConfigureAwait(false);
        // Who was removed from a tenant's people is out, whatever the membership still says.
        return await rows.ReadAsync(cancel).ConfigureAwait(false)
            ? session with { Member = rows.GetGuid(0) }
            : session with { Tenant = null, Roles = [] };
    }

    /// <summary>The tenants of the session's account.</summary>
    public async Task<IReadOnlyList<TenantRoles>> TenantsAsync(SessionHash hash, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT id, name, roles FROM archiet.session_tenants($1)");
        new Parameters(command.Parameters).Bytes(hash.ToBytes());
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var tenants = new List<TenantRoles>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            tenants.Add(new(rows.GetGuid(0), rows.GetString(1), rows.GetFieldValue<string[]>(2)));
        }
        return tenants;
    }

    /// <summary>Goes on in another tenant under a new hash; false when the session or the membership is no more.</summary>
    public async Task<bool> SwitchAsync(SessionHash old, SessionHash hash, Guid tenant, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT archiet.switch_session($1, $2, $3, $4, $5)");
        new Parameters(command.Parameters).Bytes(old.ToBytes()).Bytes(hash.ToBytes()).Id(tenant).Timestamp(now).Duration(idle);
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is true;
    }

    /// <summary>The living sessions of the account that a living session is of, the newest first.</summary>
    public async Task<IReadOnlyList<SessionItem>> ListAsync(SessionHash hash, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT id, tenant_id, created_at, seen_at, ends_at, is_current FROM archiet.sessions_of($1, $2, $3)");
        new Parameters(command.Parameters).Bytes(hash.ToBytes()).Timestamp(now).Duration(idle);
        await using var rows = await command.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var items = new List<SessionItem>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            var (seen, ends) = (rows.GetDateTime(3), rows.GetDateTime(4));
            items.Add(new(rows.GetGuid(0), rows.IsDBNull(1) ? null : rows.GetGuid(1), rows.GetDateTime(2), seen, seen + idle < ends ? seen + idle : ends, rows.GetBoolean(5)));
        }
        return items;
    }

    /// <summary>Ends a session of the account that a living session is of; the hash of what ended, or null.</summary>
    public async Task<SessionHash?> EndOfAsync(SessionHash hash, Guid other, DateTimeOffset now, TimeSpan idle, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT archiet.end_session_of($1, $2, $3, $4)");
        new Parameters(command.Parameters).Bytes(hash.ToBytes()).Id(other).Timestamp(now).Duration(idle);
        return await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) is byte[] ended ? SessionHash.From(ended) : null;
    }

    /// <summary>Ends a session, if there is one.</summary>
    public async Task EndAsync(SessionHash hash, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT archiet.end_session($1)");
        new Parameters(command.Parameters).Bytes(hash.ToBytes());
        await command.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
    }
}
