using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>
/// Makes the people of the private development cluster, and never of another database: two tenants and in each an account a role, with random passwords in a
/// file that only its owner can read.
/// </summary>
internal sealed class DevelopmentPeople(IProvisioning provisioning, AppFacts app, TimeProvider clock, ILogger<DevelopmentPeople> log)
{
    private const int Tenants = 2;
    private const int PasswordBytes = 15;

    /// <summary>Makes them, unless the file says that they are there.</summary>
    public async Task EnsureAsync(DevelopmentFolder folder, CancellationToken cancel)
    {
        if (File.Exists(folder.Accounts))
        {
            return;
        }
        using var turn = await FolderLock.TakeAsync(folder.LockFile, cancel).ConfigureAwait(false);
        if (File.Exists(folder.Accounts))
        {
            return;
        }
        var tenants = new List<DevelopmentTenant>();
        for (var number = 0; number < Tenants; number++)
        {
            tenants.Add(await CreateTenantAsync(number, cancel).ConfigureAwait(false));
        }
        await SaveAsync(folder.Accounts, new(tenants), cancel).ConfigureAwait(false);
    }

    private async Task<DevelopmentTenant> CreateTenantAsync(int number, CancellationToken cancel)
    {
        var row = app.Tenants is { } entity ? ExampleRow.Make(entity, number, clock) : null;
        var name = row?["name"]?.GetValueKind() == JsonValueKind.String ? row["name"]!.GetValue<string>() : $"{app.Name} {number + 1}";
        var tenant = await provisioning.CreateTenantAsync(name, Element(row), cancel).ConfigureAwait(false);
        var accounts = new List<DevelopmentAccount>();
        var domain = await FreeDomainAsync(number, cancel).ConfigureAwait(false);
        foreach (var role in app.Access.Roles)
        {
            var account = new DevelopmentAccount($"{role.ToLowerInvariant()}@{domain}", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes)), [role]);
            var id = await provisioning.CreateAccountAsync(account.Email, account.Password, cancel).ConfigureAwait(false);
            try
            {
                var member = app.Members is { } people ? ExampleRow.Make(people, accounts.Count, clock) : null;
                await provisioning.AddMemberAsync(tenant, id, account.Roles, Element(member), cancel).ConfigureAwait(false);
                accounts.Add(account);
            }
            catch (ProvisioningException refusal)
            {
                DatabaseLog.MemberNotMade(log, role, refusal.Message);
            }
        }
        return new(tenant, name, accounts);
    }

    /// <summary>A domain without accounts: who lost the file of an earlier database's accounts gets new ones beside them.</summary>
    private async Task<string> FreeDomainAsync(int number, CancellationToken cancel)
    {
        var label = app.Roles.Database.Replace('_', '-');
        var domain = $"{label}-{number + 1}.example";
        while (await provisioning.FindAccountAsync($"{app.Access.Roles[0].ToLowerInvariant()}@{domain}", cancel).ConfigureAwait(false) is not null)
        {
            domain = $"{label}-{number + 1}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2))}.example";
        }
        return domain;
    }

    private static JsonElement Element(JsonObject? row) => row is null ? default : JsonSerializer.SerializeToElement(row, PeopleJson.Default.JsonObject);

    /// <summary>Writes the file beside its place first, so that it is whole wherever it is found.</summary>
    private static async Task SaveAsync(string path, DevelopmentAccounts accounts, CancellationToken cancel)
    {
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        await using (var file = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(file, accounts, PeopleJson.Default.DevelopmentAccounts, cancel).ConfigureAwait(false);
        }
        File.Move(draft, path, overwrite: true);
    }
}
