namespace Archiet.Runtime.Tests.Database;

/// <summary>Which databases are on this machine.</summary>
public sealed class LocalConnectionTests
{
    [TestCase("Host=localhost")]
    [TestCase("Host=LocalHost:5433")]
    [TestCase("Host=127.0.0.1;Port=5433")]
    [TestCase("Host=127.0.0.2:5433")]
    [TestCase("Host=::1")]
    [TestCase("Host=[::1]:5433")]
    [TestCase("Host=/var/run/postgresql")]
    [TestCase("Host=@archiet")]
    [TestCase("Server=localhost")]
    [TestCase("Host=localhost, 127.0.0.1:5433")]
    public void Here(string connectionString) => Assert.That(AppConnections.IsLocal(connectionString), Is.True);

    [TestCase("Host=db")]
    [TestCase("Host=db:5433")]
    [TestCase("Host=10.0.0.1")]
    [TestCase("Host=2001:db8::1")]
    [TestCase("Host=localhost.staging.example")]
    [TestCase("Host=localhost,db")]
    [TestCase("Database=club")]
    [TestCase("")]
    public void Elsewhere(string connectionString) => Assert.That(AppConnections.IsLocal(connectionString), Is.False);
}
