using System.ClientModel;
using System.ClientModel.Primitives;
using Archiet.Draft.Server;
using OpenAI;
using OpenAI.Chat;

namespace Archiet.Draft.Clients.Tests;

/// <summary>The official client of OpenAI reads what the test server says, and sends what the server takes.</summary>
internal sealed class OpenAiClientTests
{
    private const string Key = "key-of-the-client-5f0a";

    [Test]
    public async Task An_answer()
    {
        await using var server = await StartAsync(static _ => (Written)ServerAnswer.Of(Schemas.Answer) with { InputTokens = 120, CachedTokens = 64, OutputTokens = 7 });
        var completion = await CompleteAsync(server);

        Assert.Multiple(() =>
        {
            Assert.That(server.Faults, Is.Empty);
            Assert.That(completion.Content[0].Text, Is.EqualTo(Schemas.Answer));
            Assert.That(completion.FinishReason, Is.EqualTo(ChatFinishReason.Stop));
            Assert.That(completion.Model, Is.EqualTo("test-model-2026-09-01"));
            Assert.That(completion.Usage.InputTokenCount, Is.EqualTo(120));
            Assert.That(completion.Usage.InputTokenDetails.CachedTokenCount, Is.EqualTo(64));
            Assert.That(completion.Usage.OutputTokenCount, Is.EqualTo(7));
        });
    }

    [Test]
    public async Task A_refusal()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Refusal("I will not."));
        var completion = await CompleteAsync(server);

        Assert.That(completion.Refusal, Is.EqualTo("I will not."));
        Assert.That(completion.Content, Is.Empty);
    }

    [Test]
    public async Task An_answer_that_is_cut()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Cut("{ \"roles\": ["));
        var completion = await CompleteAsync(server);

        Assert.That(completion.FinishReason, Is.EqualTo(ChatFinishReason.Length));
    }

    [Test]
    public async Task Too_many_requests_are_sent_again()
    {
        var sent = 0;
        await using var server = await StartAsync(_ =>
            Interlocked.Increment(ref sent) == 1 ? ServerAnswer.Error(429, "slow down") with { Headers = [("Retry-After", "0")] } : ServerAnswer.Of(Schemas.Answer));
        var completion = await CompleteAsync(server);

        Assert.That(completion.Content[0].Text, Is.EqualTo(Schemas.Answer));
        Assert.That(server.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_failure_says_its_message()
    {
        await using var server = await StartAsync(static _ => ServerAnswer.Error(401, "Incorrect API key provided"));

        var failed = Assert.ThrowsAsync<ClientResultException>(() => CompleteAsync(server));
        Assert.That(failed!.Status, Is.EqualTo(401));
        Assert.That(failed.Message, Does.Contain("Incorrect API key provided"));
    }

    private static Task<DraftServer> StartAsync(Func<ServerRequest, ServerAnswer> answer) => DraftServer.StartAsync(answer, new() { Key = Key, HasMaterial = false });

    private static async Task<ChatCompletion> CompleteAsync(DraftServer server)
    {
        var client = new ChatClient("test-model", new ApiKeyCredential(Key), new OpenAIClientOptions { Endpoint = new Uri(server.Address, "v1"), RetryPolicy = new ClientRetryPolicy(maxRetries: 1) });
        return await client.CompleteChatAsync(
            [new SystemChatMessage("Report the roles."), new UserChatMessage("A manager sees all orders.")],
            new ChatCompletionOptions { MaxOutputTokenCount = 100, ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("roles", BinaryData.FromString(Schemas.Schema), jsonSchemaIsStrict: true) });
    }
}
