using System.Text.Json.Nodes;
using Archiet.Conformance.Bodies;
using Archiet.Conformance.Http;
using Archiet.Conformance.OpenApi;
using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Bodies that must not be taken, each with the right refusal and the place of the fault.</summary>
public sealed class RefusalChecks : CheckGroup
{
    /// <inheritdoc/>
    public override string Name => "refusals";

    /// <inheritdoc/>
    public override async Task RunAsync(World world, CheckReport report)
    {
        foreach (var resource in world.Resources.Where(resource => resource.Create is not null))
        {
            var client = world.Here.WhoMay(resource.Create)!.Client;
            await report.CheckAsync(Name, $"{resource}: a body that is no JSON, or said to be none", async check =>
            {
                check.Status(await PostAsync("{\"", JsonTypes.Json), 400);
                check.Status(await PostAsync("[]", JsonTypes.Json), 400, 422);
                check.Status(await PostAsync("{}", "text/plain"), 415);
                check.Status(await PostAsync("a=b", "application/x-www-form-urlencoded"), 415);
            });
            await report.CheckAsync(Name, $"{resource}: an unknown member, and members that only the server sets", async check =>
            {
                foreach (var name in ServerSet(resource.Create!).Append("thereIsNoSuchMember"))
                {
                    var body = world.Here.LeastBody(resource);
                    body[name] = "x";
                    await RefusedAtAsync(check, body, $"/{name}");
                }
            });
            await report.CheckAsync(Name, $"{resource}: every required field must be there, and not be null", async check =>
            {
                foreach (var name in resource.Create!.RequestSchema!.Required)
                {
                    var without = world.Here.LeastBody(resource);
                    without.Remove(name);
                    await RefusedAtAsync(check, without, $"/{name}");
                    var empty = world.Here.LeastBody(resource);
                    empty[name] = null;
                    await RefusedAtAsync(check, empty, $"/{name}");
                }
            });
            await report.CheckAsync(Name, $"{resource}: values of a wrong type, too long or out of range", async check =>
            {
                foreach (var (name, wrong) in WrongValues.For(resource.Create!.RequestSchema!))
                {
                    var body = world.Here.LeastBody(resource);
                    body[name] = wrong;
                    await RefusedAtAsync(check, body, $"/{name}");
                }
            });

            Task<Exchange> PostAsync(string text, string mediaType) =>
                client.SendAsIsAsync(resource.Create!, resource.Path, ApiClient.Content(text, mediaType), new Header(ApiClient.ProgramHeader, "1"));

            async Task RefusedAtAsync(Check check, JsonObject body, string pointer)
            {
                var answer = await client.CreateAsync(resource, body);
                if (check.Status(answer, 422))
                {
                    var pointers = answer.Json.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("pointer").GetString()!).ToList();
                    var fits = pointers.Exists(found => found == pointer || found.StartsWith(pointer + "/", StringComparison.Ordinal));
                    check.That(fits, $"{answer} points at {string.Join(", ", pointers)}, {pointer} is due for {body.ToJsonString()}");
                }
            }
        }
    }

    private static IEnumerable<string> ServerSet(ApiOperation create) =>
        create.ResultSchema!.PropertyNames.Except(create.RequestSchema!.PropertyNames, StringComparer.Ordinal);
}
