using System.Security.Cryptography;
using Archiet.Draft.Files;
using Archiet.Draft.Passes;
using Archiet.Draft.Server;
using Archiet.Draft.Wire;
using Archiet.Draft.Wire.Sending;
using Archiet.Draft.Wire.Settings;

namespace Archiet.Draft.Tests.Wire.Kit;

/// <summary>A project's folder with a document and a reviewed genome, in which drafts are made as the task of the SDK makes them.</summary>
internal sealed class DraftOnDisk : IDisposable
{
    public const string Key = "key-of-the-test-73b1c9";

    private const string Reviewed = """
        genome: "1.0"
        # Reviewed by a person; nobody writes here.
        app: { name: Shop, namespace: Acme.Shop }
        tenancy: { tenant: Store }
        roles: { owner: Runs the shop. }
        entities:
          Store:
            fields:
              name: { type: string, max: 80, required: true }
        capabilities:
          own: { to: [owner], allow: { Store: [read] } }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("archiet-draft-").FullName;

    public DraftOnDisk(string document = GoodAnswers.Document, string? reviewed = Reviewed)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "docs"));
        File.WriteAllText(Prd, document);
        if (reviewed is not null)
        {
            File.WriteAllText(ReviewedGenome, reviewed);
        }
    }

    public TestTime Time { get; init; } = new();

    public string Prd => Path.Combine(_folder, "docs", "prd.md");

    public string ReviewedGenome => PathOf("prd.genome.yaml");

    public string Cache => PathOf("prd.draft.cache");

    /// <summary>The files of the draft, by their names, without the cache.</summary>
    public IReadOnlyDictionary<string, string> Drafted =>
        Directory.GetFiles(_folder, "prd.draft.*").ToDictionary(static path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal);

    public string PathOf(string file) => Path.Combine(_folder, file);

    /// <summary>Settings for a server of a dialect.</summary>
    public WireOptions Options(ServerDialect dialect, DraftServer server) => Options(dialect, server.Address);

    /// <inheritdoc cref="Options(ServerDialect, DraftServer)"/>
    public WireOptions Options(ServerDialect dialect, Uri address) => new()
    {
        Dialect = dialect == ServerDialect.OpenAi ? WireDialectKind.OpenAi : WireDialectKind.Anthropic,
        Url = dialect == ServerDialect.OpenAi ? new Uri(address, "v1") : address,
        Model = "test-model",
        Key = Key,
        CacheFolder = Cache,
        RepliesFolder = PathOf("obj"),
    };

    /// <summary>Makes a draft, and checks that the reviewed genome is as it was.</summary>
    public async Task<DraftOutcome> DraftAsync(WireOptions options, IDraftModel? standIn = null, CancellationToken cancellation = default)
    {
        var before = HashOfReviewed();
        var lines = new List<string>();
        try
        {
            var folder = new DraftFolder(_folder, "prd");
            using var model = new HttpDraftModel(options, new WireSurroundings { Time = Time, Random = static () => 0.5, Progress = lines.Add }, standIn);
            var result = await DraftPipeline.RunAsync(folder.Read(ProseFile.Read(Prd, _folder)), model, cancellation: cancellation);
            if (result.IsDrafted)
            {
                folder.Write(result.Files, cancellation);
            }
            return new(result, lines);
        }
        finally
        {
            Assert.That(HashOfReviewed(), Is.EqualTo(before), "the reviewed genome");
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string HashOfReviewed() => File.Exists(ReviewedGenome) ? Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(ReviewedGenome))) : "";
}

/// <summary>What came of a draft.</summary>
internal sealed record DraftOutcome(DraftResult Result, IReadOnlyList<string> Progress)
{
    /// <summary>The ids of what stopped it.</summary>
    public IEnumerable<string> Errors => Result.Findings.Where(static finding => finding.IsError).Select(static finding => finding.Id);

    /// <summary>What was said about the first of them.</summary>
    public string Message => Result.Findings.First(static finding => finding.IsError).Message;
}
