using Archiet.Emit.Tests;

namespace Archiet.Cases.Tests;

/// <summary>Stops the server at the end: the fixture beside <see cref="Postgres"/> speaks for the tests of its own namespace alone.</summary>
[SetUpFixture]
public sealed class DatabaseOracleFixture
{
    [OneTimeTearDown]
    public void Stop() => new Postgres().Stop();
}
