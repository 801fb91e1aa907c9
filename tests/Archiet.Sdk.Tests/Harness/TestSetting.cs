using System.Reflection;

namespace Archiet.Sdk.Tests.Harness;

/// <summary>What the build of this assembly knew: see the AssemblyMetadata items of the project.</summary>
internal static class TestSetting
{
    public static string Repository { get; } = Of("Archiet.Repository");

    public static string Configuration { get; } = Of("Archiet.Configuration");

    public static string Version { get; } = Of("Archiet.Version");

    /// <summary>Where NuGet keeps the packages of this machine.</summary>
    public static string PackageFolder { get; } = Of("Archiet.PackageFolder");

    private static string Of(string key) =>
        typeof(TestSetting).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(setting => setting.Key == key).Value!;
}
