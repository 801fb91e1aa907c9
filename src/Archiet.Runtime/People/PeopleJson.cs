using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Archiet;

/// <summary>The body of a login.</summary>
internal sealed record LoginRequest(
    string Email, string Password, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Tenant = null);

/// <summary>The body of a switch to another tenant.</summary>
internal sealed record TenantRequest(Guid Tenant);

/// <summary>The body of a change of one's password.</summary>
internal sealed record PasswordRequest(string CurrentPassword, string NewPassword);

/// <summary>What an account is told about itself.</summary>
internal sealed record AccountView(Guid Id, string Email);

/// <summary>What an account is told about its session.</summary>
internal sealed record SessionView(
    AccountView Account, Guid? Tenant, Guid? Member, IReadOnlyList<string> Roles, IReadOnlyList<TenantRoles> Tenants, DateTime ExpiresAt);

/// <summary>One of the sessions of an account.</summary>
internal sealed record SessionItem(Guid Id, Guid? Tenant, DateTime CreatedAt, DateTime SeenAt, DateTime ExpiresAt, bool Current);

/// <summary>The sessions of an account.</summary>
internal sealed record SessionItems(IReadOnlyList<SessionItem> Items);

/// <summary>The people's JSON, read strictly: no unknown member, none twice, none missing, no null where a value belongs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(LoginRequest))]
[JsonSerializable(typeof(TenantRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(SessionView))]
[JsonSerializable(typeof(SessionItems))]
[JsonSerializable(typeof(DevelopmentAccounts))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class PeopleJson : JsonSerializerContext;
