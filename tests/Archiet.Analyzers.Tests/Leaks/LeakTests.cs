using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Every leak that was measured is real, and is stopped: by the build, by the runtime, and by row security behind both.</summary>
public sealed class LeakTests : IDisposable
{
    private LeakDatabase? database;

    private static IEnumerable<TestCaseData> All => LeakList.All.Select(leak => new TestCaseData(leak).SetArgDisplayNames(leak.Name));

    private LeakDatabase Database => database ?? throw new InvalidOperationException("The database is there during tests only.");

    [OneTimeSetUp]
    public void Start() => database = new();

    public void Dispose() => database?.Dispose();

    [TestCaseSource(nameof(All))]
    public async Task It_reaches_the_rows_of_another_tenant_unless_the_runtime_refuses_it(object one)
    {
        var leak = (Leak)one;
        if (leak.Refusal is { } refusal)
        {
            var refused = Assert.CatchAsync(() => Database.RunAsync(leak, fenced: false));
            Assert.That(refused?.ToString(), Does.Contain(refusal));
            return;
        }
        Assert.That(await Database.RunAsync(leak, fenced: false), Is.EqualTo(leak.Foreign));
    }

    [TestCaseSource(nameof(All))]
    public void The_build_stops_it(object one)
    {
        var leak = (Leak)one;
        Assert.That(LeakProject.Instance.FoundIn(leak), Is.EqualTo(leak.StoppedBy));
    }

    [TestCaseSource(nameof(All))]
    public async Task Behind_the_build_row_security_stops_it(object one)
    {
        var leak = (Leak)one;
        int reached;
        try
        {
            reached = await Database.RunAsync(leak, fenced: true);
        }
        catch (Exception refused) when (refused is InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException or Npgsql.NpgsqlException)
        {
            Assert.Pass(refused.Message);
            return;
        }
        Assert.That(reached, Is.EqualTo(leak.Fenced));
    }

    [Test]
    public void The_project_around_the_leaks_is_in_order() => Assert.That(LeakProject.Instance.FoundAround(), Is.Empty);
}
