using Archiet.Editor.Tests.LanguageServer;

namespace Archiet.Editor.Tests;

/// <summary>One server for all tests.</summary>
[SetUpFixture]
internal sealed class YamlServerFixture
{
    /// <summary>The server.</summary>
    public static YamlServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start() => Server = await YamlServer.StartAsync();

    [OneTimeTearDown]
    public void Stop() => Server?.Dispose();
}
