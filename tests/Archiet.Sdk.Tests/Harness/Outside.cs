namespace Archiet.Sdk.Tests.Harness;

/// <summary>
/// A folder outside the repository, shut off from what lies above it and from the machine's settings, with the packed packages for its only source
/// and a package folder of its own. Third-party packages come from the machine's folder, where the repository's own restore put them.
/// </summary>
internal sealed class Outside : IDisposable
{
    private Outside(string folder) => Folder = folder;

    public string Folder { get; }

    public string Feed => Path.Combine(Folder, "feed");

    public static Outside Create()
    {
        var outside = new Outside(Directory.CreateTempSubdirectory("archiet-sdk-").FullName);
        if (!OperatingSystem.IsWindows())
        {
            // Run as root, an app starts its database as another user, who has to get through.
            File.SetUnixFileMode(outside.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        }
        Directory.CreateDirectory(outside.Feed);
        outside.Write("Directory.Build.props", "<Project />");
        outside.Write("Directory.Build.targets", "<Project />");
        outside.Write("Directory.Packages.props", "<Project />");
        outside.Write(".editorconfig", "root = true\n");
        outside.Write("global.json", "{}");
        outside.Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{TestSetting.PackageFolder}" />
              </fallbackPackageFolders>
              <packageSources>
                <clear />
                <add key="packed" value="feed" />
              </packageSources>
            </configuration>
            """);
        return outside;
    }

    /// <summary>
    /// Unpacks packages of the feed into the package folder: found there, they win over any of the same version that the machine's folder may hold
    /// because somebody tried them.
    /// </summary>
    public async Task InstallAsync(params string[] packages)
    {
        var items = packages.Select(package => $"""<PackageDownload Include="{package}" Version="[{TestSetting.Version}]" />""");
        Write("install/install.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', items)}
              </ItemGroup>
            </Project>
            """);
        Write("install/nuget.config", "<configuration><fallbackPackageFolders><clear /></fallbackPackageFolders></configuration>");
        (await Dotnet.RunAsync(Path.Combine(Folder, "install"), ["restore"])).Checked();
    }

    /// <summary>Copies a folder, without what builds left in it.</summary>
    public string Copy(string source, string name)
    {
        var target = Path.Combine(Folder, name);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file);
            if (relative.Split(Path.DirectorySeparatorChar) is var parts && !parts.Contains("bin") && !parts.Contains("obj"))
            {
                var copy = Path.Combine(target, relative);
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
        return target;
    }

    /// <summary>A folder for the development database of an app, its path short enough for a socket.</summary>
    public string DatabaseFolder(string name) => Directory.CreateDirectory(Path.Combine(Folder, "db", name)).FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
