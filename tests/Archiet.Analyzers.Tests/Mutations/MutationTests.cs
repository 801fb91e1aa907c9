using Archiet.Precision.Mutations;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Mutations;

/// <summary>A few of the mutants that <c>dotnet run --project tests/Archiet.Findings -- mutations</c> seeds: one of most operators.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<SampleApp> App = new(() => SampleApp.Load(RepositoryRoot.Path));

    [Test]
    public void The_sample_and_the_features_of_its_team_are_in_order() => Assert.That(App.Value.Findings(), Is.Empty);

    [Test]
    public void The_build_stops_a_mutant_of_every_operator()
    {
        var run = MutationRun.Of(App.Value, count: 55, seed: 1);

        Assert.That(run.Killed, Is.Not.Empty);
        Assert.That(run.Survived.Concat(run.Refused).Select(site => $"{site.Operator}: {site.Text}"), Is.Empty);
    }
}
