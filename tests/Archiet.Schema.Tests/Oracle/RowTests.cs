using Npgsql;

namespace Archiet.Schema.Tests.Oracle;

/// <summary>Migrations of tables with rows of two tenants in them, by an owner who is bound by row-level security himself.</summary>
public sealed class RowTests
{
    [Test]
    public void Loses_no_row_and_no_value_and_lets_no_reference_leave_its_tenant()
    {
        using var owner = Server.Open("rows");
        owner.Run($"INSERT INTO archiet.tenants (id) VALUES ('{RowMaker.Tenant(1)}'), ('{RowMaker.Tenant(2)}')");
        var (values, refusals, renamed, filled) = (0, 0, 0, 0);
        var pairs = SchemaPair.Made(900).Where(KeepsEverything).OrderByDescending(Moves).Take(50).ToList();
        Assert.That(pairs, Has.Count.EqualTo(50));
        foreach (var pair in pairs)
        {
            Server.Clear(owner);
            owner.Up(MigrationPlanner.Plan(SchemaState.Empty, SchemaDiff.Between(SchemaState.Empty, pair.Before.State, []), MigrationPlan.PendingId, []));
            RowMaker.Fill(owner, pair.Before);
            var before = new RowsText(owner, pair.Before);

            owner.Up(pair.Plan);
            var after = new RowsText(owner, pair.After);

            Assert.Multiple(() =>
            {
                Assert.That(after.Differences(before, pair), Is.Empty, () => pair.ToString());
                Assert.That(before.Values, Is.GreaterThan(0));
            });
            refusals += RefuseForeignRows(owner, pair.After);
            values += before.Values;
            renamed += pair.Delta.Renames.Count;
            filled += Fills(pair);
        }
        TestContext.Out.WriteLine($"{values} values kept, {renamed} renames, {filled} fills, {refusals} references to foreign rows refused");

        Assert.That(new[] { renamed, filled, refusals }, Is.All.Positive);
    }

    // Nothing that needs an approval but what is gone, nothing new that two rows may not both be, and no text that becomes a member of an enum.
    private static bool KeepsEverything(SchemaPair pair) =>
        SchemaReview.Of(pair.Before.State, pair.After.State, pair.Delta, []).All(static found => found.Descriptor.Id is "ARC0420" or "ARC0424" or "ARC0430")
        && pair.Plan.Phases.SelectMany(static phase => phase.Up).All(step => (step switch { CreateIndex { Index.Unique: true } create => create.Table, AddExclusion add => add.Table, _ => null }) is not { } apart
            || pair.Before.State.Tables.All(table => table.Name != apart))
        && !pair.After.State.Tables.Any(table => table.Columns.Any(column => column.Enum is not null && pair.Before.Column(pair.After.Key(table.Name), pair.After.Key(table.Name, column.Name)) is { Enum: null }));

    // Those first in which much is called otherwise or filled.
    private static int Moves(SchemaPair pair) => pair.Delta.Renames.Count + (3 * Fills(pair));

    private static int Fills(SchemaPair pair) => pair.Plan.Phases.Sum(static phase => phase.Up.Count(static step => step is FillColumn));

    private static int RefuseForeignRows(NpgsqlConnection owner, KeyedState state)
    {
        var refused = 0;
        foreach (var table in state.State.Tables)
        {
            foreach (var key in table.ForeignKeys)
            {
                var foreign = owner.Query($"SELECT \"id\"::text FROM \"{key.PrincipalTable}\" WHERE \"tenant_id\" = '{RowMaker.Tenant(2)}' LIMIT 1");
                if (foreign.Count > 0 && owner.Query($"SELECT \"tenant_id\"::text FROM \"{table.Name}\" WHERE \"tenant_id\" = '{RowMaker.Tenant(1)}'").Count > 0)
                {
                    // One row: two with the same reference may be in each other's way.
                    var update = $"UPDATE \"{table.Name}\" SET \"{key.Column}\" = '{foreign[0]}' WHERE (tableoid, ctid) = (SELECT tableoid, ctid FROM \"{table.Name}\" WHERE \"tenant_id\" = '{RowMaker.Tenant(1)}' LIMIT 1)";
                    Assert.That(() => owner.Run(update), Throws.InstanceOf<PostgresException>().With.Property("SqlState").EqualTo(PostgresErrorCodes.ForeignKeyViolation), update);
                    refused++;
                }
            }
        }
        return refused;
    }
}
