using System.Text.Json.Nodes;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>
/// The cross-site matrix: on methods that change something, what a browser says of where a request comes from decides, before anything else is looked at.
/// </summary>
public sealed class CrossSiteChecks : CheckGroup
{
    private const string Elsewhere = "https://elsewhere.example";

    /// <inheritdoc/>
    public override string Name => "cross-site";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        var own = world.App.Address.GetLeftPart(UriPartial.Authority);
        (string What, Header[] Headers)[] forged =
        [
            ("from another site", [new("Sec-Fetch-Site", "cross-site"), new("Origin", Elsewhere)]),
            ("from another site, without an origin", [new("Sec-Fetch-Site", "cross-site")]),
            ("from a sister site", [new("Sec-Fetch-Site", "same-site"), new("Origin", "https://sister.localhost")]),
            ("from another site, with our own header", [new("Sec-Fetch-Site", "cross-site"), new("Origin", Elsewhere), new(ApiClient.ProgramHeader, "1")]),
            ("from another origin, by an old browser", [new("Origin", Elsewhere)]),
            ("from an opaque origin", [new("Origin", "null")]),
            ("from nowhere", []),
        ];
        (string What, Header[] Headers)[] honest =
        [
            ("from our own pages", [new("Sec-Fetch-Site", "same-origin"), new("Origin", own)]),
            ("from our own pages, by an old browser", [new("Origin", own)]),
            ("from a program", [new(ApiClient.ProgramHeader, "1")]),
        ];
        foreach (var (what, headers) in forged)
        {
            await report.CheckAsync(Name, $"a request {what} is refused on every unsafe operation", async check =>
            {
                foreach (var operation in UnsafeOperations(world))
                {
                    check.Status(await TryAsync(world, operation, headers), 403);
                }
            });
        }
        foreach (var (what, headers) in honest)
        {
            await report.CheckAsync(Name, $"a request {what} gets past", async check =>
            {
                foreach (var operation in UnsafeOperations(world).Where(operation => operation.Path != world.App.Logout.Path))
                {
                    var answer = await TryAsync(world, operation, headers);
                    check.That(answer.StatusCode != 403, $"{answer}");
                }
            });
        }
        await report.CheckAsync(Name, "a forged log-out ends no session", async check =>
        {
            var person = world.Here.People[0];
            check.Status(await person.Client.GetAsync(world.App.Session, world.App.Session.Path), 200);
        });
    }

    private static IEnumerable<ApiOperation> UnsafeOperations(World world) => world.App.Document.Operations.Where(operation => operation.IsUnsafe);

    /// <summary>As a browser would send it for someone who may, and who is signed in; on a row that is not there.</summary>
    private static Task<Exchange> TryAsync(World world, ApiOperation operation, Header[] headers)
    {
        var person = world.Here.WhoMay(operation) ?? world.Here.People[0];
        var path = operation.IsOfOneRow ? operation.At(Guid.CreateVersion7().ToString()) : operation.Path;
        var content = operation.RequestSchema is null ? null : ApiClient.Content(new JsonObject { ["thereIsNoSuchMember"] = 1 });
        return person.Client.SendAsIsAsync(operation, path, content, [new Header("If-Match", "\"1\""), .. headers]);
    }
}
