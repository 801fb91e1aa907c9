using Archiet.Conformance.Apps;
using NUnit.Framework;

namespace Archiet.Samples.Tests;

/// <summary>The document that a build writes is the one that the app serves.</summary>
[TestFixtureSource(typeof(Stage), nameof(Stage.Samples))]
public sealed class OpenApiFileTests(string sample)
{
    [Test]
    public async Task The_file_on_disk_has_the_bytes_that_are_served()
    {
        var stage = await Stage.OfAsync(sample);

        var file = await File.ReadAllBytesAsync(Path.Combine(SampleApps.FolderOf(sample), "openapi.json"));

        Assert.That(stage.World.App.DocumentBytes.ToArray(), Is.EqualTo(file));
    }
}
