using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit.Tests;

/// <summary>
/// What Citus asks of the keys of tables that are distributed by their tenants, held against the statements that make every sample's schema. By rule: no cluster is asked.
/// What is said in another way to Citus is in <see cref="CitusScriptTests"/>.
/// </summary>
[TestFixtureSource(nameof(Samples))]
public sealed class CitusRuleTests(string sample)
{
    private SchemaState state = null!;
    private IReadOnlyList<string> statements = null!;

    private static IEnumerable<string> Samples => Directory.GetDirectories(Path.Combine(Repository.Root, "samples"))
        .Where(folder => Directory.EnumerateFiles(folder, "*.genome.yaml").Any())
        .Select(folder => Path.GetFileName(folder));

    [OneTimeSetUp]
    public void Lower()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "samples", sample), "*.genome.yaml")
            .Select(path => new GenomeFile(Path.GetFileName(path), File.ReadAllText(path)));
        var model = Lowering.Lower(GenomeFrontEnd.Compile(files).Genome!);
        state = SchemaStates.Of(model);
        statements = [.. MigrationPlanner.Initial(model).Phases.SelectMany(phase => SchemaSql.Of(phase))];
    }

    [Test]
    public void Every_table_has_the_tenant_which_is_never_null() =>
        Assert.That(state.Tables.Where(table => table.Columns.SingleOrDefault(column => column.Name == "tenant_id") is not { Nullable: false, StoreType: "uuid" }).Select(table => table.Name), Is.Empty);

    [Test]
    public void Every_key_begins_with_the_tenant()
    {
        var keys = statements.SelectMany(statement => statement.Split('\n')).Where(line => line.Contains(" PRIMARY KEY ", StringComparison.Ordinal)).ToList();

        Assert.That(keys, Has.Count.EqualTo(state.Tables.Count).And.All.Contains("PRIMARY KEY (\"tenant_id\", "));
    }

    [Test]
    public void Every_unique_set_has_the_tenant()
    {
        var uniques = statements.Where(statement => statement.StartsWith("CREATE UNIQUE INDEX", StringComparison.Ordinal) || statement.Contains(" UNIQUE (", StringComparison.Ordinal)).ToList();

        Assert.That(uniques, Has.Count.EqualTo(state.Tables.Sum(table => table.Indexes.Count(index => index.Unique))).And.All.Contains(" (\"tenant_id\", "));
    }

    [Test]
    public void Every_exclusion_compares_the_tenant()
    {
        var exclusions = statements.Where(statement => statement.Contains(" EXCLUDE ", StringComparison.Ordinal)).ToList();

        Assert.That(exclusions, Has.Count.EqualTo(state.Tables.Sum(table => table.Exclusions.Count)).And.All.Contains("(\"tenant_id\" WITH =, "));
    }

    [Test]
    public void Every_reference_leads_to_a_table_of_the_app_and_has_the_tenant_first_on_both_sides()
    {
        var references = statements.Where(statement => statement.Contains(" FOREIGN KEY ", StringComparison.Ordinal)).ToList();

        Assert.That(references, Has.Count.EqualTo(state.Tables.Sum(table => table.ForeignKeys.Count)).And.Count.GreaterThan(0));
        Assert.That(references, Has.All.Matches("FOREIGN KEY \\(\"tenant_id\", \"[^\"]+\"\\) REFERENCES \"[^\"]+\" \\(\"tenant_id\", \"id\"\\)"));
        Assert.That(state.Tables.SelectMany(table => table.ForeignKeys).Select(key => key.PrincipalTable).Distinct(), Is.SubsetOf(state.Tables.Select(table => table.Name)));
    }

    [Test]
    public void Nothing_breaks_what_scripts_ask_before_they_are_written() => Assert.That(CitusRules.Broken(state), Is.Empty);
}
