using System.Text.Json;

namespace Archiet.Conformance.OpenApi;

/// <summary>The permission matrix of the document: for each role and each entity its grants.</summary>
public sealed class ApiPermissions
{
    private readonly Dictionary<(string Role, string Entity), ApiGrant[]> grants = [];

    /// <summary>The entities that the matrix names.</summary>
    public IEnumerable<string> Entities => grants.Keys.Select(key => key.Entity).Distinct(StringComparer.Ordinal);

    /// <summary>What a role may do with the rows of an entity by one of its operations; what several grants give adds up.</summary>
    public IReadOnlyList<ApiGrant> Of(string role, string entity, string operation) =>
        [.. (grants.GetValueOrDefault((role, entity)) ?? []).Where(grant => grant.Operations.Contains(operation, StringComparer.Ordinal))];

    /// <summary>Whether an operation is open to a role on some rows only.</summary>
    public bool IsConditional(string role, string entity, string operation) =>
        Of(role, entity, operation) is { Count: > 0 } found && found.All(grant => grant.Where is not null);

    /// <summary>The fields that a role sees on every row it reads or on some of them; null for all.</summary>
    public IReadOnlySet<string>? Seen(string role, string entity, string operation = "read") => Union(Of(role, entity, operation), grant => grant.See);

    /// <summary>The fields that a role may give by an operation, on every row or on some; null for all.</summary>
    public IReadOnlySet<string>? Settable(string role, string entity, string operation) => Union(Of(role, entity, operation), grant => grant.Set);

    internal static ApiPermissions Of(JsonElement root)
    {
        var permissions = new ApiPermissions();
        if (root.TryGetProperty("x-archiet-permissions", out var roles))
        {
            foreach (var (role, entity) in roles.EnumerateObject().SelectMany(role => role.Value.EnumerateObject().Select(entity => (role, entity))))
            {
                permissions.grants[(role.Name, entity.Name)] = [.. entity.Value.EnumerateArray().Select(ApiGrant.Of)];
            }
        }
        return permissions;
    }

    private static HashSet<string>? Union(IReadOnlyList<ApiGrant> grants, Func<ApiGrant, IReadOnlyList<string>?> fields) =>
        grants.Count == 0 || grants.Any(grant => fields(grant) is null) ? null : [.. grants.SelectMany(grant => fields(grant)!)];
}

/// <summary>What a capability grants a role on an entity.</summary>
/// <param name="Operations">The operations, transitions among them, by their names.</param>
/// <param name="Where">The condition that a row must meet, as text; null for every row.</param>
/// <param name="See">The fields that are seen; null for all.</param>
/// <param name="Set">The fields that may be given; null for all.</param>
public sealed record ApiGrant(IReadOnlyList<string> Operations, string? Where, IReadOnlyList<string>? See, IReadOnlyList<string>? Set)
{
    internal static ApiGrant Of(JsonElement grant) => new(
        Names(grant, "operations") ?? [], grant.TryGetProperty("where", out var where) ? where.GetString() : null, Names(grant, "see"), Names(grant, "set"));

    private static List<string>? Names(JsonElement grant, string list) =>
        grant.TryGetProperty(list, out var names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : null;
}
