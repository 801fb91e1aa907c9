using System.Text;

namespace Archiet.Emit.Tests;

public sealed class GoldenTests
{
    [Test]
    public void A_small_genome_emits_what_was_read_and_approved()
    {
        var app = EmittedApp.Of(Genomes.Clinic);

        GoldenFiles.AssertEqual("Clinic", app.Files.Select(file => (file.HintName, Encoding.UTF8.GetBytes(file.Text)))
            .Append(("openapi.json", OpenApiDocument.Write(app.Model))));
    }
}
