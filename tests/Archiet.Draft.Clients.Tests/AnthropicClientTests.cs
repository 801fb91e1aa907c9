using System.Text.Json;
using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using Archiet.Draft.Server;

namespace Archiet.Draft.Clients.Tests;

/// <summary>The official client of Anthropic reads what the test server says, and sends what the server takes.</summary>
internal sealed class AnthropicClientTests
{
    private const string Key = "key-of-the-client-5f0a";

    [Test]
    public async Task An_answer()
    {
        await using var server = await StartAsync(static _ => (Written)ServerAnswer.Of(Schemas.Answer) with { InputTokens = 120, CachedTokens = 64, OutputTokens = 7 });
        var message = await CreateAsync(server);

        Assert.Multiple(() =>
        {
            Assert.That(server.Faults, Is.Empty);
            Assert.That(message.Content.Single().Value, Is.InstanceOf<TextBlock>().With.Property(nameof(TextBlock.Text)).EqualTo(Schemas.Answer));
            Assert.That(message.StopReason!.Value(), Is.EqualTo(StopReason.EndTurn));
            Assert.That(message.Usage.InputTokens, Is.EqualTo(56));
            Assert.That(message.Usage.CacheReadInputTokens, Is.EqualTo(64));
            Assert.That(message.Usage.OutputTokens, Is.EqualTo(7));
        });
    }

    [Test]
    public async Task A_refusal()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Refusal("I will not."));

        Assert.That((await CreateAsync(server)).StopReason!.Value(), Is.EqualTo(StopReason.Refusal));
    }

    [Test]
    public async Task An_answer_that_is_cut()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Cut("{ \"roles\": ["));

        Assert.That((await CreateAsync(server)).StopReason!.Value(), Is.EqualTo(StopReason.MaxTokens));
    }

    [Test]
    public async Task Too_many_requests_are_sent_again()
    {
        var sent = 0;
        await using var server = await StartAsync(_ =>
            Interlocked.Increment(ref sent) == 1 ? ServerAnswer.Error(429, "slow down", "rate_limit_error") with { Headers = [("Retry-After", "0")] } : ServerAnswer.Of(Schemas.Answer));
        await CreateAsync(server);

        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_failure_says_its_kind()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Error(401, "invalid x-api-key", "authentication_error"));

        Assert.ThrowsAsync<AnthropicUnauthorizedException>(() => CreateAsync(server));
    }

    private static Task<DraftServer> StartAsync(Func<ServerRequest, ServerAnswer> answer) => DraftServer.StartAsync(answer, new() { Key = Key, HasMaterial = false });

    private static async Task<Message> CreateAsync(DraftServer server)
    {
        using var client = new AnthropicClient(new ClientOptions { ApiKey = Key, BaseUrl = server.Address.ToString().TrimEnd('/'), MaxRetries = 1 });
        return await client.Messages.Create(new MessageCreateParams
        {
            Model = "test-model",
            MaxTokens = 100,
            System = "Report the roles.",
            Messages = [new UserMessageParam { Content = "A manager sees all orders." }],
            OutputConfig = new OutputConfig { Format = new JsonOutputFormat { Schema = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Schemas.Schema)! } },
        });
    }
}
