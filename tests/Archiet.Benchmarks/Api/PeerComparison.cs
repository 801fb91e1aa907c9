using System.Globalization;
using System.Text.Json.Nodes;

namespace Archiet.Benchmarks.Api;

/// <summary>
/// Generated and hand-written endpoints must say the same before they are measured: for each role the same bytes of a row and of a page, page after page, and the
/// same row out of a create. Only the form of a page's <c>next</c> is each one's own.
/// </summary>
internal sealed class PeerComparison(IReadOnlyList<(ServerProcess Server, string Path)> peers)
{
    /// <summary>Asks every peer the same; throws at the first difference.</summary>
    public async Task RunAsync()
    {
        foreach (var role in BenchDatabase.Roles)
        {
            await PagesAsync(role).ConfigureAwait(false);
            await SameAsync(role, BenchDatabase.PatientId(BenchDatabase.Tenants * (BenchDatabase.Patients - 2))).ConfigureAwait(false);
        }
        await CreatesAsync().ConfigureAwait(false);
    }

    private async Task PagesAsync(string role)
    {
        var nexts = new string?[peers.Count];
        for (var page = 1; page <= 2; page++)
        {
            var texts = new List<string>();
            for (var at = 0; at < peers.Count; at++)
            {
                var answer = Parse(await GetAsync(at, $"?limit=50{(nexts[at] is { } next ? "&after=" + next : "")}", role).ConfigureAwait(false));
                nexts[at] = (string?)answer["next"] ?? throw new InvalidOperationException($"Page {page} of {peers[at].Path} is the last one.");
                answer.Remove("next");
                texts.Add(answer.ToJsonString());
            }
            Check(texts, string.Create(CultureInfo.InvariantCulture, $"page {page} for the {role}"));
        }
    }

    private async Task SameAsync(string role, string id)
    {
        var texts = new List<string>();
        for (var at = 0; at < peers.Count; at++)
        {
            texts.Add(await GetAsync(at, "/" + id, role).ConfigureAwait(false));
        }
        Check(texts, $"a patient for the {role}");
    }

    /// <summary>What differs between two creates of one body is the name, which is unique, and what the server sets.</summary>
    private async Task CreatesAsync()
    {
        var texts = new List<string>();
        foreach (var (server, path) in peers)
        {
            var body = new JsonObject
            {
                ["number"] = "N-" + texts.Count,
                ["name"] = "Compared " + texts.Count,
                ["dateOfBirth"] = "1980-02-29",
                ["phone"] = "+49 151 000001",
                ["address"] = new JsonObject { ["street"] = "Main Street 1", ["postcode"] = "50667", ["city"] = "Köln" },
                ["insurance"] = "AOK",
                ["physician"] = BenchDatabase.PatientId(1),
            };
            var answer = Parse(await server.PostAsync(path, body.ToJsonString(), 1).ConfigureAwait(false));
            await SameAsync(BenchDatabase.Roles[0], (string)answer["id"]!).ConfigureAwait(false);
            foreach (var own in (string[])["id", "version", "number", "name", "registeredAt"])
            {
                _ = answer[own] ?? throw new InvalidOperationException($"{path} answers a create without {own}.");
                answer[own] = "own";
            }
            texts.Add(answer.ToJsonString());
        }
        Check(texts, "a created patient");
    }

    private Task<string> GetAsync(int peer, string rest, string role) => peers[peer].Server.GetAsync(peers[peer].Path + rest, 1, role);

    private void Check(List<string> texts, string what)
    {
        if (texts.FindIndex(text => text != texts[0]) is var other and > 0)
        {
            throw new InvalidOperationException($"{what}: {peers[0].Path} and {peers[other].Path} differ.\n{texts[0]}\n{texts[other]}");
        }
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
