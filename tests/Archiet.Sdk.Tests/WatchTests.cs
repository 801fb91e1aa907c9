using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The development loop: the genome is edited, the running app is another one, and nobody touched the keyboard.</summary>
internal sealed class WatchTests
{
    [Test]
    public async Task A_new_field_and_a_changed_rule_are_served_by_the_app_that_is_watched()
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "samples", "Clinic"), "watched");
        var database = Packed.Outside.DatabaseFolder("watched");
        var genome = Path.Combine(folder, "clinic.genome.yaml");
        await using var app = RunningApp.Start(folder, database, ["watch", "run", "--no-launch-profile"]);
        await app.UntilAsync("/health/ready", _ => true);

        var text = await File.ReadAllTextAsync(genome);
        const string Before = "      dateOfBirth:";
        Assert.That(text, Does.Contain(Before));
        await File.WriteAllTextAsync(genome, text.Replace(Before, "      nickname: { type: string, max: 40 }\n" + Before, StringComparison.Ordinal));
        await app.UntilAsync("/openapi.json", document => document.Contains("\"nickname\"", StringComparison.Ordinal));

        await app.UntilAsync("/health/ready", _ => true);
        var owner = await ApiSession.OfAsync(app, database);
        var created = await owner.SendAsync(HttpMethod.Post, "/api/patients", """{"number":"P-1","name":"Grace","dateOfBirth":"1990-02-03","nickname":"Gracie"}""");
        Assert.That(created.Json.GetProperty("nickname").GetString(), Is.EqualTo("Gracie"));

        // A bound of a rule is nothing but the body of a method in C#, and a constraint in the database: a hot reload would change the one and leave the other.
        text = await File.ReadAllTextAsync(genome);
        Assert.That(text, Does.Contain("duration('PT8H')"));
        await File.WriteAllTextAsync(genome, text.Replace("duration('PT8H')", "duration('PT12H')", StringComparison.Ordinal));
        await app.UntilAsync("/openapi.json", document => document.Contains("PT12H", StringComparison.Ordinal));
        var clinician = await owner.CreateAsync("/api/clinicians", """{"name":"Ada","email":"ada@clinic.example"}""");
        var patient = created.Json.GetProperty("id").GetString();
        await owner.CreateAsync(
            "/api/appointments", $$"""{"patient":"{{patient}}","with":"{{clinician.Id}}","startsAt":"2026-11-23T08:00:00Z","endsAt":"2026-11-23T18:00:00Z"}""");
    }
}
