using Archiet.Genome;

namespace Archiet.Emit.Tests;

/// <summary>An app as a development build makes it, with a migration that nobody sealed, served as in production.</summary>
public sealed class PendingTests
{
    private const string Genome = """
        genome: "1.0"
        app: { name: Depot, namespace: Depot }
        roles: { clerk: Counts boxes. }
        tenancy: { tenant: House }
        entities:
          House: { fields: { name: { type: string, max: 80, required: true } } }
          Box: { fields: { name: { type: string, max: 80, required: true } } }
        capabilities:
          count: { to: [clerk], allow: { Box: [list, read, create, update, delete] } }
        """;

    private const string Relations = "SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname IN ('public', 'archiet')";

    [Test]
    public async Task It_is_refused_and_nothing_made_until_the_setting_allows_it()
    {
        var database = Postgres.CreateDatabase(new("Depot"));

        var refusal = Assert.ThrowsAsync<ArchietStartupException>(() => ServedApp.StartAsync(Genome, configure: Forget, database: database));

        Assert.That(refusal!.Message, Does.StartWith("This build of Depot has changes of the schema that are not sealed").And.Contain("dotnet build -t:ArchietSealMigration"));
        Assert.That(Postgres.Query(database, Relations), Is.Empty);

        await using var app = await ServedApp.StartAsync(Genome, database: database);
        Assert.That(Postgres.Query(database, Relations), Does.Contain("public.boxes").And.Contain("archiet.history"));

        static void Forget(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Configuration[MigrationOptions.AllowPendingSetting] = null;
    }
}
