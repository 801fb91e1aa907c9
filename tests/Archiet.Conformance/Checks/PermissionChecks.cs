using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>The permission matrix: every operation by every role, held against the roles that the document states.</summary>
public sealed class PermissionChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "permissions";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        await report.CheckAsync(Name, "every operation on an entity states its roles, and somebody has one of them", check =>
        {
            foreach (var operation in world.Resources.SelectMany(resource => resource.Operations))
            {
                check.That(operation.Roles?.Intersect(world.Here.People.Select(person => person.Role), StringComparer.Ordinal).Any() == true, $"{operation}");
            }
        });
        foreach (var operation in world.GuardedOperations)
        {
            var granted = world.Here.People.Where(person => operation.Roles!.Contains(person.Role, StringComparer.Ordinal)).ToList();
            var others = world.Here.People.Except(granted).ToList();
            var refused = others.Count == 0 ? "" : $", refused to {string.Join(", ", others)}";
            await report.CheckAsync(Name, $"{operation}: open to {string.Join(", ", granted)}{refused}", async check =>
            {
                foreach (var person in granted)
                {
                    var answer = await TryAsync(person.Client, operation);
                    check.That(answer.StatusCode is not (401 or 403) && answer.StatusCode < 500, $"{person}: {answer}");
                }
                foreach (var person in others)
                {
                    check.Problem(await TryAsync(person.Client, operation), 403, "forbidden");
                }
            });
        }
    }

    /// <summary>A request that gets past the permission check and no further: no row is made or changed.</summary>
    private static Task<Exchange> TryAsync(ApiClient client, ApiOperation operation)
    {
        var path = operation.At(Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var body = operation.RequestSchema is null ? null : new JsonObject { ["thereIsNoSuchMember"] = 1 };
        return client.SendAsync(operation, path, body, operation.NamesRow && operation.IsUnsafe ? [new Header("If-Match", "\"1\"")] : []);
    }
}
