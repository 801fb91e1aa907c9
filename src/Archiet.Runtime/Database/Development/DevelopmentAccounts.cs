namespace Archiet;

/// <summary>What <c>accounts.json</c> holds: who can log in to the development database.</summary>
internal sealed record DevelopmentAccounts(IReadOnlyList<DevelopmentTenant> Tenants);

/// <summary>A tenant and who can log in to it.</summary>
internal sealed record DevelopmentTenant(Guid Id, string Name, IReadOnlyList<DevelopmentAccount> Accounts);

/// <summary>Someone who can log in.</summary>
internal sealed record DevelopmentAccount(string Email, string Password, IReadOnlyList<string> Roles);
