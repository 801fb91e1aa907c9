using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The same genome in another folder, culture and time zone: the same emitted bytes and the same document.</summary>
internal sealed class DeterminismTests
{
    [Test]
    public async Task Folder_culture_and_time_zone_leave_no_trace()
    {
        var expected = await EmittedAsync("here", "en-US", "UTC");
        var turkish = await EmittedAsync("orada", "tr-TR", "Asia/Istanbul");
        var arabic = await EmittedAsync("hunak/deeper", "ar-SA", "Asia/Riyadh");
        Assert.That(expected, Does.ContainKey("openapi.json").And.Count.GreaterThan(10));
        Assert.That(turkish, Is.EqualTo(expected));
        Assert.That(arabic, Is.EqualTo(expected));
    }

    /// <summary>Builds samples/Crm, in a compiler process of its own: a running server would answer in its own culture.</summary>
    private static async Task<Dictionary<string, string>> EmittedAsync(string name, string culture, string timeZone)
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "samples", "Crm"), Path.Combine(name, "Crm"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.targets"), $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="Stranger" Version="{TestSetting.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.Delete(Path.Combine(folder, "openapi.json"));
        var surroundings = new Dictionary<string, string> { ["LC_ALL"] = culture.Replace('-', '_') + ".UTF-8", ["TZ"] = timeZone };
        (await Dotnet.RunAsync(folder, ["build", "-p:EmitCompilerGeneratedFiles=true", "-p:UseSharedCompilation=false"], surroundings)).Checked();

        var generated = Path.Combine(folder, "obj", "Debug", "net10.0", "generated");
        var stranger = Directory.EnumerateFiles(generated, "Surroundings.g.cs", SearchOption.AllDirectories).Single();
        Assert.That(await File.ReadAllTextAsync(stranger), Does.Contain($"Culture = \"{culture}\"").And.Contain($"TimeZone = \"{timeZone}\""));
        var emitted = Directory.EnumerateFiles(Path.Combine(generated, "Archiet.Generators"), "*.cs", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetFileName(path), Bytes);
        emitted.Add("openapi.json", Bytes(Path.Combine(folder, "openapi.json")));
        return emitted;
    }

    private static string Bytes(string path) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)));
}
