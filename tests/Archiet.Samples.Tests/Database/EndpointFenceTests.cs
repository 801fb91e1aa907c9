using Archiet.Conformance.Checks;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Database;

/// <summary>
/// The first fence, with the last one down: while row-level security is off, the statements of the endpoints and the keys of the tables keep tenants apart by
/// themselves.
/// </summary>
[TestFixtureSource(typeof(Stage), nameof(Stage.Samples))]
[NonParallelizable]
public sealed class EndpointFenceTests(string sample)
{
    private Stage stage = null!;
    private AppDatabase server = null!;
    private IReadOnlyList<OwnedTable> tables = null!;

    private static IEnumerable<TestCaseData> Groups =>
        new CheckGroup[] { new IsolationChecks(), new ForgeryChecks(), new ReferenceChecks() }.Select(group => new TestCaseData(group).SetArgDisplayNames(group.Name));

    [OneTimeSetUp]
    public async Task TakeDownAsync()
    {
        stage = await Stage.OfAsync(sample);
        server = AppDatabase.OfTheServer(stage.DevelopmentFolder, sample);
        tables = await server.OwnedTablesAsync();
        await AlterAsync("DISABLE ROW LEVEL SECURITY");
    }

    [OneTimeTearDown]
    public async Task PutUpAsync()
    {
        await AlterAsync("ENABLE ROW LEVEL SECURITY");
        await server.DisposeAsync();
    }

    [Test]
    public async Task The_databases_fence_is_down()
    {
        await using var database = AppDatabase.OfTheApp(stage.DevelopmentFolder, sample);
        await using var connection = await database.OpenAsync();

        var seen = new List<long>();
        foreach (var table in tables)
        {
            seen.Add(await connection.CountAsync(table));
        }

        Assert.That(seen, Has.Some.Positive);
    }

    [TestCaseSource(nameof(Groups))]
    public Task Holds(CheckGroup group) => Conformance.Checks.AssertAsync(group, stage.World);

    private Task AlterAsync(string action) => server.RunAsync(string.Join('\n', tables.Select(table => $"ALTER TABLE {table} {action};")));
}
