using System.Text.Json.Nodes;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>The app's own operations: open to their roles, refused to others, and never with another tenant's rows.</summary>
public sealed class OperationChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "operations";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var operation in world.App.Document.OwnOperations)
        {
            await report.CheckAsync(Name, $"{operation}: done, or refused with a reason", async check =>
            {
                var body = operation.RequestSchema is null ? null : world.Here.InputOf(operation);
                check.Status(await world.Here.WhoMay(operation)!.Client.SendAsync(operation, operation.Path, body), 200, 204, 409, 422);
            });
            foreach (var (field, schema) in operation.RequestSchema?.Properties ?? [])
            {
                if (schema.Reference is { } target && world.There.IdOf(target) is { } foreign)
                {
                    await report.CheckAsync(Name, $"{operation}: another tenant's {target} in '{field}' is as unknown as any", async check =>
                    {
                        var client = world.Here.WhoMay(operation)!.Client;
                        var refused = await client.SendAsync(operation, operation.Path, With(foreign));
                        check.Status(refused, 422);
                        check.Alike(refused, await client.SendAsync(operation, operation.Path, With(Guid.CreateVersion7().ToString())));
                    });
                }

                JsonObject With(string id)
                {
                    var body = world.Here.InputOf(operation);
                    body[field] = id;
                    return body;
                }
            }
        }
    }
}
