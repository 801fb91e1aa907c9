using System.Text.Json;
using System.Text.Json.Nodes;
using Archiet.Conformance.Http;

namespace Archiet.Samples.Tests.Clinic;

/// <summary>Someone who is signed in, and asks for whatever a test says.</summary>
internal sealed class Person(ApiClient client, string member)
{
    /// <summary>The id of the person's row.</summary>
    public string Member { get; } = member;

    public Task<Exchange> GetAsync(string path) => client.SendUnlistedAsync(HttpMethod.Get, "/api/" + path, null);

    public Task<Exchange> PostAsync(string path, JsonObject body) => client.SendUnlistedAsync(HttpMethod.Post, "/api/" + path, ApiClient.Content(body));

    /// <summary>Makes a row, which must succeed.</summary>
    public async Task<Exchange> CreateAsync(string path, JsonObject body) => Succeeded(await PostAsync(path, body), 201);

    /// <summary>Changes a row that is as it was when it was last heard of.</summary>
    public Task<Exchange> PatchAsync(string path, Exchange row, JsonObject change) =>
        client.SendUnlistedAsync(HttpMethod.Patch, $"/api/{path}/{row.Id}", ApiClient.Content(change), new Header("If-Match", row.ETag));

    /// <summary>Changes a row, which must succeed.</summary>
    public async Task<Exchange> ChangeAsync(string path, Exchange row, JsonObject change) => Succeeded(await PatchAsync(path, row, change), 200);

    public Task<Exchange> DeleteAsync(string path, Exchange row) =>
        client.SendUnlistedAsync(HttpMethod.Delete, $"/api/{path}/{row.Id}", null, new Header("If-Match", row.ETag));

    /// <summary>Takes a row from one state to another, or brings it back.</summary>
    public Task<Exchange> TakeAsync(string path, Exchange row, string transition) =>
        client.SendUnlistedAsync(HttpMethod.Post, $"/api/{path}/{row.Id}/{transition}", ApiClient.Content(new JsonObject()), new Header("If-Match", row.ETag));

    /// <summary>Takes a row from one state to another, which must succeed.</summary>
    public async Task<Exchange> TakenAsync(string path, Exchange row, string transition) => Succeeded(await TakeAsync(path, row, transition), 200);

    /// <summary>Adds or removes a link.</summary>
    public Task<Exchange> LinkAsync(HttpMethod method, string path) => client.SendUnlistedAsync(method, "/api/" + path, null);

    private static Exchange Succeeded(Exchange answer, int expected) => answer.StatusCode == expected
        ? answer
        : throw new InvalidOperationException($"{answer}: {JsonSerializer.Serialize(answer.Json)}");
}
