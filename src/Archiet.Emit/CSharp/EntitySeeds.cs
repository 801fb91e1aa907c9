using Archiet.Model;

namespace Archiet.Emit;

/// <summary>The rows that every tenant has: their statements for the runtime, and their ids for the user's own code.</summary>
internal static class EntitySeeds
{
    /// <summary>The statements in the entity's table; an entity without seed rows has none.</summary>
    public static void Table(SourceWriter source, EntityModel entity)
    {
        if (entity.Seeds.Count == 0)
        {
            return;
        }
        source.Line("Seeds =").Line("[").Indent();
        foreach (var seed in entity.Seeds)
        {
            source
                .Line($"new({seed.Rank}, \"\"\"").Indent()
                .Wrapped("INSERT INTO " + EntitySql.Quote(entity.Table.Name) + " (", seed.Columns.Select(EntitySql.Quote), ", ", ") VALUES");
            for (var at = 0; at < seed.Rows.Count; at++)
            {
                source.Line("(" + string.Join(", ", seed.Rows[at]) + ")" + (at < seed.Rows.Count - 1 ? "," : ""));
            }
            source.Line("ON CONFLICT DO NOTHING").Line("\"\"\"),").Unindent();
        }
        source.Unindent().Line("],");
    }

    /// <summary>The class beside the entity's that knows the ids.</summary>
    public static void Ids(SourceWriter source, EntityModel entity, TypeNames names)
    {
        if (entity.SeedKeys.Count == 0)
        {
            return;
        }
        source
            .Line()
            .Line("/// <summary>The ids of the " + Naming.Words(entity.Resource.Tag) + " that every tenant has.</summary>")
            .Line(FileHeader.MarkBeside(names))
            .Open("public static class " + entity.ClassName + "Seeds");
        for (var at = 0; at < entity.SeedKeys.Count; at++)
        {
            var seed = entity.SeedKeys[at];
            if (at > 0)
            {
                source.Line();
            }
            source
                .Line("/// <summary>The id of <c>" + CSharpText.Escape(seed.Key) + "</c> in a tenant.</summary>")
                .Line($"public static {names["Guid"]} {seed.Member:name}({names["Guid"]} tenant) => {names.Static("SeedId")}.Of(tenant, {entity.Name:literal}, {seed.Key:literal});");
        }
        source.Close();
    }
}
