using System.Net.Http.Json;
using System.Text.Json;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The development loop: the genome is edited, the running app is another one, and nobody touched the keyboard.</summary>
internal sealed class WatchTests
{
    [Test]
    public async Task A_new_field_is_served_by_the_app_that_is_watched()
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
        using var created = await app.SendAsync(await SignedInAsync(app, database, new HttpRequestMessage(HttpMethod.Post, "/api/patients")
        {
            Content = JsonContent.Create(new { number = "P-1", name = "Grace", dateOfBirth = "1990-02-03", nickname = "Gracie" }),
        }));
        using var patient = JsonDocument.Parse(await created.Content.ReadAsStringAsync());
        Assert.That(patient.RootElement.GetProperty("nickname").GetString(), Is.EqualTo("Gracie"));
    }

    /// <summary>Signs in with an account that the development database came with; the cookie is Secure, so it is carried by hand over http.</summary>
    private static async Task<HttpRequestMessage> SignedInAsync(RunningApp app, string database, HttpRequestMessage request)
    {
        var accounts = Directory.EnumerateFiles(database, "accounts.json", SearchOption.AllDirectories).Single();
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(accounts));
        var owner = document.RootElement.GetProperty("tenants")[0].GetProperty("accounts").EnumerateArray()
            .Single(account => account.GetProperty("roles").EnumerateArray().Any(role => role.GetString() == "owner"));
        using var login = new HttpRequestMessage(HttpMethod.Post, "/auth/login")
        {
            Content = JsonContent.Create(new { email = owner.GetProperty("email").GetString(), password = owner.GetProperty("password").GetString() }),
        };
        login.Headers.Add("X-Archiet", "1");
        using var session = await app.SendAsync(login);
        request.Headers.Add("Cookie", session.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        request.Headers.Add("X-Archiet", "1");
        return request;
    }
}
