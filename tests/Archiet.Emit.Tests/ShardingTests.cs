using System.Reflection;

namespace Archiet.Emit.Tests;

public sealed class ShardingTests
{
    [TestCase("Patient", 14)]
    [TestCase("Clinician", 3)]
    [TestCase("Practice", 0)]
    public void An_entity_has_the_same_shard_for_ever(string entity, int shard) => Assert.That(Sharding.ShardOf(entity), Is.EqualTo(shard));

    [Test]
    public void A_thousand_entities_fill_every_shard()
    {
        var sizes = Enumerable.Range(0, 1000).GroupBy(number => Sharding.ShardOf("Record" + number)).Select(shard => shard.Count());

        Assert.That(sizes, Has.Exactly(Sharding.Count).Items.And.All.LessThan(100));
    }

    [Test]
    public void Emitted_code_is_marked_with_the_version_of_the_build()
    {
        var version = typeof(Sharding).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.That(AppEmitter.Emit(EmittedApp.Of(Genomes.Clinic).Model.App, new Archiet.Model.AppExamples("", null)).Text, Does.Contain($"by Archiet {version}."));
    }
}
