using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Archiet.Emit.Tests;

/// <summary>What is secret is written and never read; what is classified is in no log line and in no problem, whatever goes wrong.</summary>
public sealed class ClassificationTests : IDisposable
{
    /// <summary>Stands in every value that is sent; nothing of ours may repeat it.</summary>
    private const string Canary = "canary";

    private const string Genome = """
        genome: "1.0"
        app: { name: Records, namespace: Records }
        roles: { clerk: Keeps the records. }
        tenancy: { tenant: Practice }
        types:
          Token: { base: string, max: 40, pattern: "[a-z0-9 ]+", example: abc, secret: true }
          Ward: { base: string, max: 9 }
        enums:
          Kind:
            members:
              inside: { stored: " in" }
              outside: Comes by day.
          Json: [short, long]
        values:
          Address: { fields: { street: { type: string, max: 80, required: true }, city: { type: string, max: 80, personal: true } } }
        entities:
          Practice: { fields: { name: { type: string, max: 80, required: true } } }
          Patient:
            list: { filter: [name] }
            fields:
              name: { type: string, max: 80, required: true, personal: true }
              number: { type: string, max: 40, required: true, phi: true, sensitive: true }
              weight: { type: int, min: 0, max: 500, phi: true }
              address: { type: Address, financial: true }
              token: { type: Token, required: true }
              pin: { type: int, secret: true, personal: true }
              note: { type: string, max: 200 }
              ward: { type: Ward }
              kind: { type: Kind }
              begins: { type: date, personal: true }
              ends: { type: date, personal: true }
              keys: { type: Key, owned: true }
            unique: { byNumber: [number] }
            rules:
              inOrder: { check: this.ends >= this.begins, message: It ends after it begins. }
          Key: { fields: { label: { type: string, max: 80, required: true }, value: { type: text, secret: true } } }
        capabilities:
          keep: { to: [clerk], allow: { Patient: [list, read, create, update, delete] } }
        """;

    private const string UserCode = """
        using Archiet;
        using Records.Model;

        public static class Setup
        {
            public static void Add(IServiceCollection services) => services.AddScoped<IBefore<Create<Patient>>, Hook>();

            public static string Json() => System.Text.Json.JsonSerializer.Serialize(
                new { Row = new Patient { Name = "n", Number = "1", Token = Token.From("hidden"), Pin = 4711, Ward = Ward.From("west"), Kind = Kind.Inside } });

            public static string Read(string json)
            {
                var row = System.Text.Json.JsonSerializer.Deserialize<Patient>(json)!;
                return $"{row.Token} {row.Pin} {row.Ward} {row.Kind}";
            }
        }

        public sealed class Hook(Records.RecordsContext records) : IBefore<Create<Patient>>
        {
            public async ValueTask BeforeAsync(Create<Patient> write, CancellationToken cancel)
            {
                switch (write.Entity.Note)
                {
                    case "throw":
                        throw new InvalidOperationException("The hook is broken.");
                    case "twice":
                        foreach (var _ in new[] { 1, 2 })
                        {
                            records.Patients.Add(new Patient { Name = write.Entity.Name, Number = write.Entity.Number, Token = write.Entity.Token });
                        }
                        await records.SaveChangesAsync(cancel);
                        break;
                }
            }
        }
        """;

    private readonly RememberedLog log = new();
    private ServedApp app = null!;
    private Visitor clerk = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        app = await ServedApp.StartAsync(Genome, [UserCode], builder => builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        clerk = await app.VisitorAsync(await app.TenantAsync("North"), "clerk");
    }

    [OneTimeTearDown]
    public ValueTask Stop() => app.DisposeAsync();

    public void Dispose() => log.Dispose();

    [Test]
    public void A_property_says_what_it_holds()
    {
        var patient = app.Emitted.File($"Entities.{Sharding.ShardOf("Patient"):00}.g.cs");

        Assert.That(patient, Does.Contain("    [Personal]\n    public required string Name").And.Contain("    [Sensitive, Phi]\n    public required string Number")
            .And.Contain("    [Financial]\n    public Address? Address").And.Contain("    [Secret]\n    public required Token Token").And.Contain("    [Personal, Secret]\n    public int? Pin"));
        Assert.That(app.Emitted.File("Vocabulary.g.cs"), Does.Contain("    [Personal]\n    public string? City"));
    }

    [Test]
    public async Task A_secret_is_in_no_answer()
    {
        var made = await clerk.CreateAsync("/api/patients", Body("s1", "\"pin\":1234,\"keys\":[{\"label\":\"door\",\"value\":\"1-2-3\"}]"));
        var changed = await clerk.PatchAsync("/api/patients/" + made.Id, """{"token":"canary another","pin":4321}""", made.Version);
        var read = await clerk.GetAsync("/api/patients/" + made.Id);
        var list = await clerk.GetAsync("/api/patients");

        Assert.That(changed.Status, Is.EqualTo(200), changed.Body);
        foreach (var answer in new[] { made, changed, read, list })
        {
            Assert.That(answer.Body, Does.Not.Contain("token").And.Not.Contain("pin").And.Not.Contain("1-2-3"));
        }
        Assert.That(read.Body, Does.Contain("\"label\":\"door\""));
        Assert.That(
            Postgres.Query(app.ConnectionString, $"SELECT token || ' ' || pin FROM patients WHERE id = '{made.Id}'"), Is.EqualTo(["canary another 4321"]));
    }

    [Test]
    public void Json_that_the_user_makes_of_a_row_has_no_secret_and_the_words_of_the_API() =>
        Assert.That(Setup<string>("Json"), Does.Not.Contain("hidden").And.Not.Contain("4711").And.Contain("\"Ward\":\"west\"").And.Contain("\"Kind\":\" in\""));

    [TestCase("\"outside\"", "\"east\"", "secret 7 east Outside")]
    [TestCase("\" in\"", "null", "secret 7  Inside")]
    public void Json_that_the_user_reads_has_the_words_of_the_API(string kind, string ward, string read) =>
        Assert.That(Setup<string>("Read", $$"""{"Name":"n","Number":"1","Token":"secret","Pin":7,"Kind":{{kind}},"Ward":{{ward}}}"""), Is.EqualTo(read));

    [TestCase("0", "null")]
    [TestCase("\"Inside\"", "null")]
    [TestCase("null", "\"more than nine\"")]
    [TestCase("null", "9")]
    public void Json_with_other_words_is_refused(string kind, string ward)
    {
        var refused = Assert.Throws<System.Reflection.TargetInvocationException>(
            () => Setup<string>("Read", $$"""{"Name":"n","Number":"1","Token":"secret","Kind":{{kind}},"Ward":{{ward}}}"""));
        Assert.That(refused!.InnerException, Is.InstanceOf<System.Text.Json.JsonException>());
    }

    [Test]
    public async Task A_secret_is_asked_for_like_any_other_field()
    {
        var answer = await clerk.PostAsync("/api/patients", """{"name":"Kim","number":"s2"}""");

        Assert.That(answer.Findings, Is.EqualTo(["/token required"]));
    }

    [Test]
    public void The_document_has_secrets_in_requests_only()
    {
        using var document = System.Text.Json.JsonDocument.Parse(OpenApiDocument.Write(app.Emitted.Model));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        Assert.Multiple(() =>
        {
            Assert.That(schemas.GetProperty("Patient").GetProperty("properties").TryGetProperty("token", out _), Is.False);
            Assert.That(schemas.GetProperty("Patient").GetProperty("required").EnumerateArray().Select(name => name.GetString()), Has.None.EqualTo("token").And.Some.EqualTo("name"));
            Assert.That(Token("Patient.Create").GetProperty("writeOnly").GetBoolean(), Is.True);
            Assert.That(Token("Patient.Patch").GetProperty("writeOnly").GetBoolean(), Is.True);
            Assert.That(Token("Patient.Create").GetProperty("x-archiet-classification").GetRawText(), Is.EqualTo("""["secret"]"""));
            Assert.That(
                schemas.GetProperty("Patient").GetProperty("properties").GetProperty("number").GetProperty("x-archiet-classification").GetRawText(),
                Is.EqualTo("""["sensitive", "phi"]"""));
        });

        System.Text.Json.JsonElement Token(string schema) => schemas.GetProperty(schema).GetProperty("properties").GetProperty("token");
    }

    [Test]
    public async Task Nothing_that_is_classified_reaches_a_log_line_or_a_problem()
    {
        var made = await clerk.CreateAsync("/api/patients", Body("c1", """
            "begins":"2026-02-01","ends":"2026-03-01"
            """));
        Answer[] refused =
        [
            await clerk.PostAsync("/api/patients", Body("c1")),
            await clerk.PatchAsync("/api/patients/" + made.Id, """{"ends":"2026-01-01"}""", made.Version),
            await clerk.PatchAsync("/api/patients/" + made.Id, """{"name":"canary changed"}""", "00000001"),
            await clerk.PostAsync("/api/patients", Body("c2", "\"note\":\"throw\"")),
            await clerk.PostAsync("/api/patients", Body("c3", "\"note\":\"twice\"")),
            await clerk.PostAsync("/api/patients", """{"name":["canary"],"number":{"of":"canary"},"weight":"canary","token":"CANARY!","pin":"canary","begins":"canary","canary":1}""".Replace("\"canary\":1", "\"other\":\"canary\"", StringComparison.Ordinal)),
            await clerk.PostAsync("/api/patients", "{\"name\":\"canary\"\"canary\"}"),
            await clerk.PostAsync("/api/patients", Body(new string('x', 50) + Canary)),
            await clerk.PostAsync("/api/patients", Body("c4", "\"weight\":501")),
            await clerk.GetAsync("/api/patients?name=canary&nome=canary"),
            await clerk.GetAsync("/api/patients?after=canary"),
        ];
        var found = await clerk.GetAsync("/api/patients?name=canary%20c1");

        Assert.That(refused.Select(answer => answer.Status), Is.EqualTo([409, 422, 412, 500, 409, 422, 400, 422, 422, 422, 422]), string.Join('\n', refused.Select(answer => answer.Body)));
        Assert.That(found.Json.GetProperty("items").GetArrayLength(), Is.EqualTo(1));
        Assert.That(refused.Select(answer => answer.Body), Has.None.Contains(Canary).IgnoreCase);
        Assert.That(log.Lines, Has.Some.Contains("The hook is broken."), "The log was not listened to.");
        Assert.That(log.Lines.Where(line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    private T Setup<T>(string method, params object[] arguments) => (T)app.Assembly.GetType("Setup", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;

    private static string Body(string number, string more = "") =>
        $$"""{"name":"{{Canary}} {{number}}","number":"{{Canary}} {{number}}","token":"{{Canary}} {{number}}"{{(more.Length > 0 ? "," : "")}}{{more}}}""";

    /// <summary>Every line that any part of the process logs, with its exception and its values.</summary>
    private sealed class RememberedLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IEnumerable<string> Lines => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(Describe(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} | {Describe(state)} | {exception}");

        public void Dispose()
        {
        }

        private static string Describe<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values
            ? values.Aggregate(new StringBuilder(), (text, value) => text.Append(value.Key).Append('=').Append(value.Value).Append(' ')).ToString()
            : $"{state}";
    }
}
