using System.Text.RegularExpressions;
using Archiet.Schema.Tests.Review;
using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>What the page of ARC0430 says to do where a column of many rows needs another type and writes have to go on: done as it stands there.</summary>
public sealed partial class ExpandTests
{
    private const int Rows = 25_000;

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "spec", "diagnostics", "ARC0430.md")).ReplaceLineEndings("\n");

    // What is sealed, what is refused, the small table, the first release, the second one, and the lock.
    private static readonly List<ReviewedGenome> Genomes = [.. Yaml().Matches(Page).Select(static match => ReviewedGenome.Of(match.Groups[1].Value))];

    private static readonly List<HistoryFile> Files = [.. Sql().Matches(Page).Select(static match => new HistoryFile($"pending.{match.Index}.sql", match.Groups[1].Value))];

    [Test]
    public void Is_asked_nothing_on_the_way()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Genomes[3].After(Genomes[0]), Is.Empty);
            Assert.That(Genomes[4].After(Genomes[3]), Is.Empty);
            Assert.That(Genomes[5].After(Genomes[0]), Is.Empty);
        });
    }

    [Test]
    public void Keeps_both_columns_in_step_and_rewrites_nothing()
    {
        using var owner = Server.Open("expanded");
        owner.Up(MigrationPlanner.Plan(SchemaState.Empty, SchemaDiff.Between(SchemaState.Empty, Genomes[0].State, []), MigrationPlan.PendingId, []));
        owner.Run($"""
            INSERT INTO orders (tenant_id, id, count) SELECT '{RowMaker.Tenant(1)}', gen_random_uuid(), nullif(n, 7) FROM generate_series(1, {Rows}) n;
            INSERT INTO orders (tenant_id, id, count) SELECT '{RowMaker.Tenant(2)}', gen_random_uuid(), -n FROM generate_series(1, 3) n;
            """);
        var file = FileOf(owner);
        var expand = Plan(Genomes[0], Genomes[3], Files[0], Files[1]);
        owner.Up(expand);

        Assert.Multiple(() =>
        {
            Assert.That(expand.Breaks, Is.False);
            Assert.That(expand.Phases.Select(static phase => phase.Transactional), Is.EqualTo(new[] { true, true, false }));
            Assert.That(owner.Query("SELECT count(*)::text FROM orders WHERE quantity IS NOT DISTINCT FROM count"), Is.EqualTo([$"{Rows + 3}"]));
            Assert.That(int.Parse(owner.Query("SELECT count(DISTINCT xmin::text)::text FROM orders")[0], System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThanOrEqualTo(3), "batches");
            Assert.That(FileOf(owner), Is.EqualTo(file), "it lies in the file that it lay in");

            // The release before, then the next one.
            Assert.That(After("INSERT INTO orders (tenant_id, id, count) VALUES (TENANT, ID, 5)"), Is.EqualTo("5 5"));
            Assert.That(After("UPDATE orders SET count = 6 WHERE id = ID"), Is.EqualTo("6 6"));
            Assert.That(After("UPDATE orders SET quantity = 5000000000 WHERE id = ID"), Is.EqualTo("5000000000"));
            Assert.That(After("UPDATE orders SET quantity = 8 WHERE id = ID"), Is.EqualTo("8 8"));
            Assert.That(After("DELETE FROM orders WHERE id = ID; INSERT INTO orders (tenant_id, id, quantity) VALUES (TENANT, ID, 9)"), Is.EqualTo("9 9"));
        });

        owner.Run(Files[1].Text);
        var contract = Plan(Genomes[3], Genomes[4], Files[2]);
        owner.Up(contract);
        var catalog = CatalogText.Of(owner);

        Assert.That(contract.Breaks, Is.False);
        Assert.That(FileOf(owner), Is.EqualTo(file));
        Assert.That(owner.Query("SELECT sum(quantity)::text FROM orders"), Is.EqualTo([$"{(Rows * (Rows + 1L) / 2) - 7 - 6 + 9}"]));
        Server.Clear(owner);
        owner.Up(MigrationPlanner.Plan(SchemaState.Empty, SchemaDiff.Between(SchemaState.Empty, Genomes[4].State, []), MigrationPlan.PendingId, []));
        Assert.That(CatalogText.Of(owner), Is.EqualTo(catalog));

        string After(string sql)
        {
            owner.Run(sql.Replace("TENANT", $"'{RowMaker.Tenant(1)}'", StringComparison.Ordinal).Replace("ID", "'99999999-0000-4000-8000-000000000001'", StringComparison.Ordinal));
            return owner.Query("SELECT concat_ws(' ', quantity, count) FROM orders WHERE id = '99999999-0000-4000-8000-000000000001'")[0];
        }
    }

    private static MigrationPlan Plan(ReviewedGenome before, ReviewedGenome after, params HistoryFile[] files) =>
        MigrationPlanner.Plan(before.State, SchemaDiff.Between(before.State, after.State, []), MigrationPlan.PendingId, files.ToEquatableArray());

    private static string FileOf(NpgsqlConnection owner) => owner.Query("SELECT relfilenode::text FROM pg_class WHERE oid = 'orders'::regclass")[0];

    [GeneratedRegex("```yaml\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Yaml();

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();
}
