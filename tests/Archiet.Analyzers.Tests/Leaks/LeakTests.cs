using Microsoft.EntityFrameworkCore;
using Npgsql;
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
        catch (Exception refused) when (IsRefusal(refused, leak.Refusal))
        {
            return;
        }
        Assert.That(reached, Is.EqualTo(leak.Fenced));
    }

    /// <summary>
    /// What the runtime says of this leak or of any row of another tenant, row security (no right to write, or no such row), or a key that has
    /// the tenant in it. Another failure is a failure.
    /// </summary>
    private static bool IsRefusal(Exception thrown, string? said) =>
        (said is not null && thrown.ToString().Contains(said, StringComparison.Ordinal))
        || (thrown is InvalidOperationException && thrown.Message.Contains("of another tenant", StringComparison.Ordinal))
        || thrown is DbUpdateConcurrencyException
        || (thrown as PostgresException ?? thrown.InnerException as PostgresException) is
            { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ForeignKeyViolation };

    [Test]
    public void The_project_around_the_leaks_is_in_order() => Assert.That(LeakProject.Instance.FoundAround(), Is.Empty);
}
