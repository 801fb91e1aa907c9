using System.Text.Json;
using Archiet.Sdk.Tests.Harness;

namespace Archiet.Sdk.Tests;

/// <summary>The files that are looked through for secrets: which they are, and what a build says of them.</summary>
internal sealed class ScannedFilesTests
{
    private const string Off = "-p:EnableDefaultArchietScannedItems=false";

    private static readonly string[] Scanned =
    [
        ".env", ".env.production", "Dockerfile", "Pages/Index.cshtml", "Properties/launchSettings.json", "Scanned.csproj", "appsettings.Development.json", "appsettings.json", "compose.yaml",
        "data/seed.sql", "deploy/app.yml", "nuget.config", "shop.genome.yaml", "web.config", "wwwroot/app.js", "wwwroot/index.html", "wwwroot/ts/app.ts",
    ];

    private static readonly string[] NotScanned =
    [
        "bin/appsettings.json", "obj/x.yaml", "node_modules/a/b.yaml", "wwwroot/lib/jquery/jquery.js", "wwwroot/app.min.js", "pnpm-lock.yaml", "notes.txt", "package.json", "wwwroot/app.css",
        ".github/workflows/ci.yml",
    ];

    [Test]
    public async Task Each_file_is_handed_over_once_and_nothing_else()
    {
        var folder = Project("scanned-list");
        foreach (var file in Scanned.Concat(NotScanned).Where(file => !File.Exists(Path.Combine(folder, file))))
        {
            Write(folder, file, Path.GetExtension(file) switch { ".config" => "<configuration />", ".json" => "{}", ".cshtml" => "@page\n<p>text</p>\n", _ => "" });
        }
        Assert.That(await GivenAsync(folder), Is.EqualTo(Scanned.Order(StringComparer.Ordinal)));
        Assert.That(await GivenAsync(folder, Off), Is.EqualTo((string[])["Pages/Index.cshtml", "shop.genome.yaml"]), "switched off");
        Assert.That(await GivenAsync(folder, "-p:DotNetWatchBuild=true"), Is.EqualTo((string[])["Pages/Index.cshtml", "shop.genome.yaml"]), "what dotnet watch watches");
    }

    [Test]
    public async Task A_secret_in_configuration_fails_the_build_at_its_line_and_column()
    {
        var folder = Project("scanned-secret");
        Write(folder, "appsettings.json", "{\n  \"Logging\": {},\n  \"ConnectionStrings\": { \"Reports\": \"Host=db1;Username=app;Password=\" }\n}\n");
        (await Packed.BuildAsync(folder)).Checked();

        Write(folder, "appsettings.json", "{\n  \"Logging\": {},\n  \"ConnectionStrings\": { \"Reports\": \"Host=db1;Username=app;Password=Tr0ub4dor&3\" }\n}\n");
        var build = await Packed.BuildAsync(folder, "-p:NoWarn=ARC2010", "-p:TreatWarningsAsErrors=false");
        Assert.That(build.ExitCode, Is.Not.Zero, build.Output);
        Assert.That(build.Output, Does.Contain("appsettings.json(3,69): error ARC2010: 'ConnectionStrings:Reports'"));
        Assert.That(build.Output, Does.Not.Contain("ub4dor"));

        (await Packed.BuildAsync(folder, Off)).Checked();
    }

    /// <summary>What the compiler is given beside sources, from the project's folder, in ordinal order.</summary>
    private static async Task<IEnumerable<string>> GivenAsync(string folder, params string[] more)
    {
        string[] arguments = ["msbuild", "-restore", "-t:CoreCompile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles", .. more];
        using var document = JsonDocument.Parse((await Dotnet.RunAsync(folder, arguments)).Checked());
        return
        [
            .. document.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
                .Select(item => Path.GetRelativePath(folder, item.GetProperty("FullPath").GetString()!).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Project(string name)
    {
        var folder = Packed.Outside.Copy(Path.Combine(TestSetting.Repository, "tests", "Archiet.Sdk.Tests", "Scenarios", "Minimal"), name);
        File.Move(Path.Combine(folder, "Minimal.csproj"), Path.Combine(folder, "Scanned.csproj"));
        return folder;
    }

    private static void Write(string folder, string file, string text)
    {
        var path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
