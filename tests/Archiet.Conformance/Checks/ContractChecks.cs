using System.Globalization;
using Archiet.Conformance.Http;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>
/// The OpenAPI document keeps its word: every answer that any check got has a status, a media type, headers and a body as the document lists them.
/// </summary>
public sealed class ContractChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "contract";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var seen = world.App.Log.Seen;
        await report.CheckAsync(Name, "every operation of the document was called", check =>
        {
            foreach (var operation in world.App.Document.Operations.Where(operation => !seen.ContainsKey(operation)))
            {
                check.That(false, $"{operation}");
            }
        });
        foreach (var (operation, statuses) in seen.OrderBy(entry => $"{entry.Key.Path} {entry.Key.Method}", StringComparer.Ordinal))
        {
            var list = string.Join(", ", statuses.Select(status => status.ToString(CultureInfo.InvariantCulture)));
            await report.CheckAsync(Name, $"{operation} answers as described ({list})", check =>
            {
                foreach (var violation in world.App.Log.ViolationsOf(operation))
                {
                    check.That(false, violation);
                }
            });
        }
    }
}
