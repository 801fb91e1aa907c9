using Npgsql;

namespace Archiet.Runtime.Tests;

public sealed class PostgresFixtureTests
{
    [Test]
    public async Task A_database_of_its_own_is_empty()
    {
        await using var connection = new NpgsqlConnection(await PostgresFixture.CreateDatabaseAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", connection);

        Assert.That(await command.ExecuteScalarAsync(), Is.Zero);
    }
}
