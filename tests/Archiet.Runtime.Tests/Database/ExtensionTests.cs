using Archiet.Runtime.Tests.Data.Sample;
using Npgsql;

namespace Archiet.Runtime.Tests.Database;

/// <summary>Who adds the extension that exclusions need.</summary>
public sealed class ExtensionTests
{
    private static string Statement => AppointmentMigration.Statements().Single(statement => statement.Contains("CREATE EXTENSION", StringComparison.Ordinal));

    [Test]
    public async Task The_owner_of_the_database_adds_it_without_a_superuser()
    {
        var database = await PostgresFixture.CreateDatabaseAsync();
        await PostgresFixture.ExecuteAsync(database, """
            DO $$ BEGIN CREATE ROLE extension_owner LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO extension_owner', current_database()); END $$;
            ALTER SCHEMA public OWNER TO extension_owner;
            """);

        Assert.That(() => PostgresFixture.ExecuteAsync(PostgresFixture.As(database, "extension_owner"), Statement), Throws.Nothing);
    }

    [Test]
    public async Task Who_may_not_is_told_what_an_administrator_runs_and_goes_on_once_it_is_there()
    {
        var database = await PostgresFixture.CreateDatabaseAsync();
        await PostgresFixture.ExecuteAsync(database, "DO $$ BEGIN CREATE ROLE extension_guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        var guest = PostgresFixture.As(database, "extension_guest");

        Assert.That(
            () => PostgresFixture.ExecuteAsync(guest, Statement),
            Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo("ARADM").And.Property("MessageText").Contains("CREATE EXTENSION \"btree_gist\""));
        await PostgresFixture.ExecuteAsync(database, "CREATE EXTENSION btree_gist WITH SCHEMA public");
        Assert.That(() => PostgresFixture.ExecuteAsync(guest, Statement), Throws.Nothing);
    }
}
