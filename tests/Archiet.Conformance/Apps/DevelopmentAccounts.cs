using System.Text.Json;

namespace Archiet.Conformance.Apps;

/// <summary>The accounts that an app makes for itself in Development, as it writes them down for the developer.</summary>
/// <param name="Tenants">Two tenants, each with one account a role.</param>
public sealed record DevelopmentAccounts(IReadOnlyList<DevelopmentTenant> Tenants)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "accounts.json";

    /// <summary>Reads the file in a development folder.</summary>
    public static async Task<DevelopmentAccounts> ReadAsync(string folder)
    {
        using var file = File.OpenRead(Path.Combine(folder, FileName));
        return await JsonSerializer.DeserializeAsync<DevelopmentAccounts>(file, JsonSerializerOptions.Web)
            ?? throw new ConformanceException($"{FileName} holds nothing.");
    }
}

/// <summary>A tenant of the development database.</summary>
public sealed record DevelopmentTenant(string Id, string Name, IReadOnlyList<DevelopmentAccount> Accounts);

/// <summary>An account of the development database.</summary>
public sealed record DevelopmentAccount(string Email, string Password, IReadOnlyList<string> Roles);
