using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Archiet;

/// <inheritdoc cref="IProvisioning"/>
internal sealed class Provisioning(
    AppDatabase database, AppFacts app, SchemaStanding standing, Passwords passwords, Sessions sessions, TimeProvider clock, ILogger<Provisioning> log)
    : IProvisioning
{
    private const int TenantsOfPage = 1000;

    private NpgsqlDataSource Connections => database.Provisioning ?? throw new InvalidOperationException(
        $"Tenants, accounts and memberships are made, and tenants listed, by the role \"{app.Roles.Provisioner}\", which the app's own connections do not have: "
        + $"set ConnectionStrings:{AppDatabaseFactory.ProvisionerConnectionName} to it in the processes that do so.");

    public async Task<Guid> CreateTenantAsync(string name, JsonElement fields = default, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        var findings = new Findings(clock);
        var now = clock.GetUtcNow();
        var tenant = Guid.CreateVersion7(now);
        var commands = new List<NpgsqlBatchCommand> { Call("SELECT archiet.create_tenant($1, $2, $3)", tenant, name, now) };
        AddRow(commands, app.Tenants, tenant, tenant, fields, findings);
        commands.AddRange(app.Seeds.Select(seed => Call(seed, tenant)));
        await RunAsync(tenant, commands, app.Tenants, findings, cancel).ConfigureAwait(false);
        PeopleLog.TenantCreated(log, tenant);
        return tenant;
    }

    public async IAsyncEnumerable<Guid> ListTenantsAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await database.StartAsync(cancel).ConfigureAwait(false);
        for (var page = await NextTenantsAsync(null, cancel).ConfigureAwait(false); page.Count > 0; page = await NextTenantsAsync(page[^1], cancel).ConfigureAwait(false))
        {
            foreach (var tenant in page)
            {
                yield return tenant;
            }
        }
    }

    public async Task<Guid> CreateAccountAsync(string email, string password, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(password);
        var findings = new Findings(clock);
        var key = Email.Key(email);
        if (key is null)
        {
            findings.Add("/email", "format", "The text is not an e-mail address.");
        }
        CheckPassword(password, [email, app.Name], findings);
        ThrowIfAny(findings);
        var now = clock.GetUtcNow();
        var account = Guid.CreateVersion7(now);
        var hash = await passwords.HashAsync(password, cancel).ConfigureAwait(false);
        await RunAsync(null, [Call("SELECT archiet.create_account($1, $2, $3, $4, $5)", account, email, key!, hash, now)], null, findings, cancel).ConfigureAwait(false);
        PeopleLog.AccountCreated(log, account);
        return account;
    }

    public async Task<Guid?> FindAccountAsync(string email, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(email);
        await database.StartAsync(cancel).ConfigureAwait(false);
        if (Email.Key(email) is not { } key)
        {
            return null;
        }
        await using var batch = Connections.CreateBatch();
        batch.BatchCommands.Add(Call("SELECT archiet.account_of($1)", key));
        return await batch.ExecuteScalarAsync(cancel).ConfigureAwait(false) as Guid?;
    }

    public async Task<Guid?> AddMemberAsync(
        Guid tenant, Guid account, IReadOnlyCollection<string> roles, JsonElement fields = default, CancellationToken cancel = default)
    {
        var findings = new Findings(clock);
        CheckRoles(roles, findings);
        var now = clock.GetUtcNow();
        var member = Guid.CreateVersion7(now);
        var commands = new List<NpgsqlBatchCommand> { Call("SELECT archiet.add_membership($1, $2, $3, $4)", account, tenant, roles.ToArray(), now) };
        AddRow(commands, app.Members, tenant, member, fields, findings);
        if (app.Members is { } members)
        {
            commands.Add(Call($"UPDATE {SqlName.Quote(members.Table.Table)} SET \"account_id\" = $1 WHERE \"tenant_id\" = $2 AND \"id\" = $3", account, tenant, member));
        }
        await RunAsync(tenant, commands, app.Members, findings, cancel).ConfigureAwait(false);
        sessions.Forget(account);
        PeopleLog.MemberAdded(log, account, tenant, roles);
        return app.Members is null ? null : member;
    }

    public async Task SetRolesAsync(Guid tenant, Guid account, IReadOnlyCollection<string> roles, CancellationToken cancel = default)
    {
        var findings = new Findings(clock);
        CheckRoles(roles, findings);
        await ChangeAsync(Call("SELECT archiet.set_roles($1, $2, $3)", account, tenant, roles.ToArray()), "The account does not belong to the tenant.", findings, cancel)
            .ConfigureAwait(false);
        sessions.Forget(account);
        PeopleLog.RolesSet(log, account, tenant, roles);
    }

    public async Task RemoveMemberAsync(Guid tenant, Guid account, CancellationToken cancel = default)
    {
        var commands = new List<NpgsqlBatchCommand> { Call("SELECT archiet.remove_membership($1, $2)", account, tenant) };
        if (app.Members is { } members)
        {
            commands.Add(Call(
                $"UPDATE {SqlName.Quote(members.Table.Table)} SET \"account_id\" = NULL WHERE \"tenant_id\" = $1 AND \"account_id\" = $2", tenant, account));
        }
        await RunAsync(tenant, commands, null, new(clock), cancel).ConfigureAwait(false);
        sessions.Forget(account);
        PeopleLog.MemberRemoved(log, account, tenant);
    }

    public async Task ChangePasswordAsync(Guid account, string password, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(password);
        var findings = new Findings(clock);
        CheckPassword(password, [app.Name], findings);
        ThrowIfAny(findings);
        var hash = await passwords.HashAsync(password, cancel).ConfigureAwait(false);
        await ChangeAsync(Call("SELECT archiet.set_password($1, $2, $3)", account, hash, clock.GetUtcNow()), "There is no such account.", findings, cancel)
            .ConfigureAwait(false);
        sessions.Forget(account);
        PeopleLog.PasswordChanged(log, account);
    }

    private async Task<List<Guid>> NextTenantsAsync(Guid? last, CancellationToken cancel)
    {
        await using var batch = Connections.CreateBatch();
        batch.BatchCommands.Add(Call("SELECT t.id FROM archiet.tenants_after($1::uuid, $2) AS t", last is { } some ? some : DBNull.Value, TenantsOfPage));
        await using var rows = await batch.ExecuteReaderAsync(cancel).ConfigureAwait(false);
        var tenants = new List<Guid>();
        while (await rows.ReadAsync(cancel).ConfigureAwait(false))
        {
            tenants.Add(rows.GetGuid(0));
        }
        return tenants;
    }

    private static void CheckPassword(string password, IEnumerable<string> context, Findings findings)
    {
        if (PasswordRules.Refuse(password, context) is var (code, message))
        {
            findings.Add("/password", code, message);
        }
    }

    private void CheckRoles(IReadOnlyCollection<string> roles, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(roles);
        foreach (var role in roles.Where(role => !app.Access.Roles.Contains(role)))
        {
            findings.Add("/roles", "choice", $"The genome has no role '{role}'.");
        }
    }

    private static void AddRow(List<NpgsqlBatchCommand> commands, PeopleEntity? entity, Guid tenant, Guid id, JsonElement fields, Findings findings)
    {
        if (entity is not null)
        {
            var json = fields.ValueKind == JsonValueKind.Undefined ? "{}" : fields.GetRawText();
            commands.AddRange(entity.Insert(tenant, id, Encoding.UTF8.GetBytes(json), findings));
        }
        else if (fields.ValueKind != JsonValueKind.Undefined)
        {
            findings.Add("", "unknown", "The genome has no entity that would take these fields.");
        }
    }

    /// <summary>Runs the commands as one transaction within a tenant.</summary>
    private async Task RunAsync(Guid? tenant, IEnumerable<NpgsqlBatchCommand> commands, PeopleEntity? entity, Findings findings, CancellationToken cancel)
    {
        ThrowIfAny(findings);
        await database.StartAsync(cancel).ConfigureAwait(false);
        await using var batch = Connections.CreateBatch();
        if (tenant is { } some)
        {
            // Rows of the app's own tables are among them.
            standing.DemandWrites();
            batch.BatchCommands.Add(TenantBatch.Setting(some));
        }
        foreach (var command in commands)
        {
            batch.BatchCommands.Add(command);
        }
        try
        {
            await batch.ExecuteNonQueryAsync(cancel).ConfigureAwait(false);
        }
        catch (PostgresException refusal) when (Explain(refusal, entity, findings))
        {
            throw new ProvisioningException(findings);
        }
    }

    private async Task ChangeAsync(NpgsqlBatchCommand change, string unknown, Findings findings, CancellationToken cancel)
    {
        ThrowIfAny(findings);
        await database.StartAsync(cancel).ConfigureAwait(false);
        await using var batch = Connections.CreateBatch();
        batch.BatchCommands.Add(change);
        if (await batch.ExecuteScalarAsync(cancel).ConfigureAwait(false) is not true)
        {
            findings.Add("", "unknown", unknown);
            throw new ProvisioningException(findings);
        }
    }

    private static bool Explain(PostgresException refusal, PeopleEntity? entity, Findings findings)
    {
        switch (refusal.ConstraintName)
        {
            case "uq_accounts_email":
                findings.Add("/email", "unique", "There is an account of this address.");
                return true;
            case "pk_memberships":
                findings.Add("/account", "unique", "The account belongs to the tenant already.");
                return true;
            case "fk_memberships_account":
                findings.Add("/account", "reference", "There is no such account.");
                return true;
            case "fk_memberships_tenant":
                findings.Add("/tenant", "reference", "There is no such tenant.");
                return true;
            case "ck_tenants_name":
                findings.Add("/name", "length", "A tenant's name has 1 to 200 characters.");
                return true;
            default:
                return entity?.Explain(refusal, findings) ?? false;
        }
    }

    private static void ThrowIfAny(Findings findings)
    {
        if (findings.Any)
        {
            throw new ProvisioningException(findings);
        }
    }

    private static NpgsqlBatchCommand Call(string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            var parameter = new NpgsqlParameter { Value = value };
            if (value is string)
            {
                parameter.NpgsqlDbType = NpgsqlDbType.Text;
            }
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
