using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Archiet.Draft.Server;
using Archiet.Draft.Tests.Wire.Kit;
using Archiet.Draft.Wire;

namespace Archiet.Draft.Tests.Wire;

/// <summary>What stops a draft: the diagnostic, how often the server was asked, and that nothing is written.</summary>
[TestFixtureSource(typeof(Dialects), nameof(Dialects.Each))]
internal sealed class RefusedTests(ServerDialect dialect)
{
    [TestCase(400, "output_config.format.schema: compiled grammar is too large", "ARC6031", 1)]
    [TestCase(400, "Invalid schema for response_format 'archiet_vocabulary'", "ARC6031", 1)]
    [TestCase(400, "something else", "ARC6030", 1)]
    [TestCase(422, "something else", "ARC6030", 1)]
    [TestCase(402, "pay first", "ARC6030", 1)]
    [TestCase(401, "invalid key", "ARC6027", 1)]
    [TestCase(403, "not yours", "ARC6028", 1)]
    [TestCase(404, "model not found", "ARC6029", 1)]
    [TestCase(408, "slow", "ARC6035", 5)]
    [TestCase(409, "conflict", "ARC6035", 5)]
    [TestCase(429, "slow down", "ARC6034", 5)]
    [TestCase(500, "oh", "ARC6035", 5)]
    [TestCase(503, "oh", "ARC6035", 5)]
    [TestCase(529, "overloaded", "ARC6035", 5)]
    public async Task A_status(int status, string message, string id, int requests)
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Error(status, message));

        Assert.That(outcome.Errors.First(), Is.EqualTo(id));
        Assert.That(server.Requests, Has.Count.EqualTo(requests));
        Assert.That(outcome.Message, Does.Not.Contain(message), "a server may repeat what it was sent");
    }

    [Test]
    public async Task A_quota_that_is_used_up_is_not_waited_for()
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Error(429, "You exceeded your quota", "insufficient_quota"));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6034"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_temperature_that_the_model_does_not_take()
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Error(400, "`temperature` is not supported with this model"), options => options with { Temperature = 0.2 }, new() { TakesSampling = true });

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6032"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_refusal_is_not_asked_again()
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Refusal("I will not."));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6041"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_request_that_is_too_large_is_halved_down_to_a_sentence()
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Error(413));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6033"));
        Assert.That(server.Requests[^1].Sentences.Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task An_answer_that_is_cut_is_asked_for_by_halves_and_never_mended()
    {
        var (outcome, server) = await RunAsync(static _ => ServerAnswer.Cut("{ \"roles\": [{ \"name\": \"mana"));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6042"));
        Assert.That(server.Requests[^1].Sentences.Count(), Is.EqualTo(1));
    }

    [TestCase("", "ARC6044")]
    [TestCase("  \n", "ARC6044")]
    [TestCase("I cannot do that, sorry.", "ARC6043")]
    [TestCase("{ \"roles\": [ { \"name\": \"manager\" ", "ARC6043")]
    [TestCase("{ \"roles\": [], \"entities\": [], \"roles\": [] }", "ARC6043")]
    [TestCase("{ \"answer\": 42 }", "ARC6043")]
    [TestCase("{ \"roles\": [{ \"name\": \"\\ud800\" }], \"entities\": [] }", "ARC6043")]
    public async Task What_cannot_be_read_is_asked_for_three_times(string text, string id)
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Of(text));

        Assert.That(outcome.Errors.First(), Is.EqualTo(id));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Bytes_that_are_no_UTF8_are_asked_for_three_times()
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Raw(200, "application/json", [(byte)'{', (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}']));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6043"));
        Assert.That(server.Requests, Has.Count.EqualTo(3));
    }

    [TestCase("text/html", "<html><body>Sign in to the proxy</body></html>")]
    [TestCase("application/json", "{ \"hello\": \"world\" }")]
    [TestCase("text/plain", "hello")]
    public async Task What_is_no_models_API(string contentType, string body)
    {
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Raw(200, contentType, body));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6039"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task What_could_not_be_read_is_kept_for_a_person_without_the_key()
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(static _ => ServerAnswer.Of($"Your key {DraftOnDisk.Key} is fine, and so are you."), new() { Key = DraftOnDisk.Key });
        var outcome = await draft.DraftAsync(draft.Options(dialect, server));
        var kept = Path.Combine(draft.PathOf("obj"), "vocabulary.unreadable.txt");

        Assert.That(outcome.Message, Does.Contain($"it is in '{kept}'"));
        Assert.That(await File.ReadAllTextAsync(kept), Is.EqualTo("Your key [key] is fine, and so are you."));
    }

    [Test]
    public async Task What_is_tried_again_is_said_in_a_line()
    {
        var (outcome, _) = await RunAsync(static _ => ServerAnswer.Error(503));

        Assert.That(outcome.Progress, Is.EqualTo(new[]
        {
            "vocabulary: '127.0.0.1' answered 503; attempt 2 of 5 in 0.5 s", "vocabulary: '127.0.0.1' answered 503; attempt 3 of 5 in 1 s",
            "vocabulary: '127.0.0.1' answered 503; attempt 4 of 5 in 2 s", "vocabulary: '127.0.0.1' answered 503; attempt 5 of 5 in 4 s",
        }));
    }

    [Test]
    public async Task An_answer_that_is_packed_wrongly()
    {
        var (outcome, server) = await RunAsync(static _ => ServerAnswer.Raw(200, "application/json", "not packed at all") with { Headers = [("Content-Encoding", "gzip")] });

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6036"));
        Assert.That(server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        await using var other = await DraftServer.StartAsync(static request => ServerAnswer.Of(GoodAnswers.For(request)));
        var (outcome, _) = await RunAsync(_ => ServerAnswer.Error(307) with { Headers = [("Location", other.Address + "v1/messages")] });

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6038"));
        Assert.That(other.Requests, Is.Empty, "document and key stay where they were sent");
    }

    [Test]
    public async Task A_connection_that_always_breaks()
    {
        var (outcome, server) = await RunAsync(static _ => ServerAnswer.Reset);

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6036"));
        Assert.That(server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task A_server_that_is_not_there()
    {
        using var draft = new DraftOnDisk();
        var outcome = await draft.DraftAsync(draft.Options(dialect, new Uri($"http://127.0.0.1:{FreePort()}/")));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6036"));
        Assert.That(draft.Time.Pauses, Has.Count.EqualTo(4));
        Assert.That(draft.Drafted, Is.Empty);
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_not_tried_again()
    {
        using var key = RSA.Create(2048);
        var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var greeting = GreetAsync(listener, certificate);
        using var draft = new DraftOnDisk();
        var outcome = await draft.DraftAsync(draft.Options(dialect, new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6036"));
        Assert.That(outcome.Message, Does.Contain("certificate"));
        Assert.That(draft.Time.Pauses, Is.Empty);
        await greeting;

        static async Task GreetAsync(TcpListener listener, X509Certificate2 certificate)
        {
            using var client = await listener.AcceptTcpClientAsync();
            await using var tls = new SslStream(client.GetStream());
            try
            {
                await tls.AuthenticateAsServerAsync(certificate);
                Assert.That(await tls.ReadAsync(new byte[1]), Is.Zero, "not a byte of the request");
            }
            catch (Exception ended) when (ended is IOException or AuthenticationException)
            {
                // The client hung up: what is wanted.
            }
        }
    }

    [Test]
    public async Task An_answer_without_end()
    {
        var endless = new byte[9 * 1024 * 1024];
        Array.Fill(endless, (byte)' ');
        var (outcome, server) = await RunAsync(_ => ServerAnswer.Raw(200, "application/json", endless));

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6040"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_server_that_stalls_is_left_at_the_deadline(bool inBody)
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(_ => inBody ? ServerAnswer.StallInBody : ServerAnswer.StallBeforeHeaders, new() { Key = DraftOnDisk.Key });
        var options = draft.Options(dialect, server);
        var drafting = draft.DraftAsync(options);
        for (var passed = TimeSpan.Zero; passed < options.Deadline; passed += options.Timeout)
        {
            await server.StallAsync();
            draft.Time.Advance(options.Timeout);
        }
        var outcome = await drafting;

        Assert.That(outcome.Errors.First(), Is.EqualTo("ARC6037"));
        Assert.That(server.Requests, Has.Count.EqualTo(3), "five minutes each, fifteen in all");
        Assert.That(draft.Drafted, Is.Empty);
    }

    private async Task<(DraftOutcome Outcome, DraftServer Server)> RunAsync(
        Func<ServerRequest, ServerAnswer> answer, Func<Draft.Wire.Settings.WireOptions, Draft.Wire.Settings.WireOptions>? change = null, ServerRules? rules = null)
    {
        using var draft = new DraftOnDisk();
        await using var server = await DraftServer.StartAsync(answer, (rules ?? new()) with { Key = DraftOnDisk.Key });
        var options = draft.Options(dialect, server);
        var outcome = await draft.DraftAsync(change is null ? options : change(options));
        Assert.Multiple(() =>
        {
            Assert.That(server.Faults, Is.Empty);
            Assert.That(draft.Drafted, Is.Empty, "nothing is written");
            Assert.That(outcome.Errors, Does.Contain("ARC6012"), "what was not read is named");
            Assert.That(WireDiagnostics.Titles.Keys, Does.Contain(outcome.Errors.First()));
        });
        return (outcome, server);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
