using Archiet.Draft.Server;

namespace Archiet.Draft.Tests.Wire.Kit;

/// <summary>Both ways of asking, for tests that hold for each.</summary>
internal static class Dialects
{
    public static IEnumerable<TestFixtureData> Each =>
        new[] { ServerDialect.OpenAi, ServerDialect.Anthropic }.Select(static dialect => new TestFixtureData(dialect).SetArgDisplayNames(dialect.ToString()));
}
