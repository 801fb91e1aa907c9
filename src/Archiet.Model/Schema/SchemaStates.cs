using Archiet.Genome;

namespace Archiet.Model;

/// <summary>What a genome asks of its database.</summary>
public static class SchemaStates
{
    /// <summary>The extension behind exclusions: it lets an index compare keys and ranges at once.</summary>
    private const string Exclusions = "btree_gist";

    /// <summary>The schema of an app: every table, those of retired entities too, the enums that columns hold, the rows that every tenant has.</summary>
    public static SchemaState Of(GenomeModel genome)
    {
        var (app, all) = (genome.App, genome.Entities);
        var tables = genome.Relational.Tables;
        var held = new HashSet<string>(tables.SelectMany(table => table.Columns).Select(column => column.Enum).OfType<string>(), StringComparer.Ordinal);
        return SchemaOrder.Of(new SchemaState(
            app.OwnerRole,
            tables,
            app.Vocabulary.Enums.Where(value => held.Contains(value.Name)).Select(State).ToEquatableArray(),
            all.SelectMany(entity => entity.Seeds.SelectMany(seeds => Rows(entity, seeds))).ToEquatableArray())
        {
            Extensions = tables.Any(table => table.Exclusions.Count > 0) ? EquatableArray.Of(Exclusions) : EquatableArray<string>.Empty,
        });
    }

    /// <summary>All that the genome says with <c>was:</c>, whether it has an effect or not; <see cref="SchemaDiff.RenamesOf"/> tells which.</summary>
    public static IEnumerable<SchemaRename> RenamesOf(GenomeModel genome) => genome.Entities.SelectMany(entity => entity.Renames)
        .Concat(genome.Retired.SelectMany(entity => entity.Renames)).Concat(genome.App.Vocabulary.Enums.SelectMany(RenameLowering.Of));

    private static EnumState State(EnumModel value) => new(value.Name, value.Members.Select(member => new EnumMemberState(member.Origin, member.Name)).ToEquatableArray());

    private static IEnumerable<SeedState> Rows(EntityModel entity, SeedModel seeds) => seeds.Rows.Select((row, at) => new SeedState(
        entity.Name, seeds.Keys[at], seeds.Rank, row.Select((sql, of) => new SeedValue(seeds.Columns[of], sql)).ToEquatableArray()));
}
