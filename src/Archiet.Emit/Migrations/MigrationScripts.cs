using System.Text;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>A script.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Text">What is in it.</param>
public sealed record MigrationScript(string Name, string Text);

/// <summary>
/// Sealed migrations as scripts for psql, one a phase, for databases that an app may not migrate itself. Each stops at its first error, does nothing where it was run
/// already, and leaves the notes that the app would have left, so that both ways can be mixed.
/// </summary>
public static class MigrationScripts
{
    /// <summary>The scripts of a history, in the order in which they are run.</summary>
    /// <param name="history">The history.</param>
    /// <param name="target">What they are run on; a schema is distributed that breaks none of <see cref="CitusRules"/>.</param>
    public static IEnumerable<MigrationScript> Of(SchemaHistory history, ScriptTarget target = ScriptTarget.PostgreSql)
    {
        foreach (var link in history.Links)
        {
            var plan = MigrationPlanner.Plan(link);
            var distributed = target == ScriptTarget.Citus ? new CitusMigration(link, plan) : null;
            for (var phase = 0; phase < plan.Phases.Count; phase++)
            {
                yield return new(plan.PhaseId(phase) + ".sql", Text(plan, phase, history.State.Owner, distributed));
            }
        }
    }

    private static string Text(MigrationPlan plan, int at, string owner, CitusMigration? distributed)
    {
        var id = plan.PhaseId(at);
        var transactional = distributed?.IsTransactional(at) ?? plan.Phases[at].Transactional;
        var begin = "BEGIN;\n" + (distributed is null ? "" : CitusSql.Begin);
        var text = new StringBuilder(ScriptFrame.Begin(id, owner, transactional ? "2s" : "10min"))
            .Append(distributed is null ? "" : CitusSql.Session)
            .Append("SELECT EXISTS (SELECT FROM archiet.migrations WHERE \"MigrationId\" = ").Append(Literal(id)).Append(") AS applied \\gset\n")
            .Append("\\if :applied\n\\echo ").Append(id).Append(" was applied before.\n\\else\n");
        if (transactional)
        {
            text.Append(begin);
        }
        foreach (var statement in distributed?.Statements(at) ?? SchemaSql.Of(plan.Phases[at]))
        {
            text.Append(statement.TrimEnd()).Append(statement.TrimEnd().EndsWith(";", StringComparison.Ordinal) ? "\n" : ";\n");
        }
        if (!transactional)
        {
            text.Append(begin);
        }
        return text
            .Append("INSERT INTO archiet.migrations (\"MigrationId\", \"ProductVersion\") VALUES (").Append(Literal(id)).Append(", 'script');\n")
            .Append("INSERT INTO archiet.history (id, content_hash, breaks) VALUES (").Append(Literal(id)).Append(", ").Append(Literal(plan.Hash)).Append(", ")
            .Append(plan.Breaks ? "true" : "false").Append(");\nCOMMIT;\n\\endif\n").Append(ScriptFrame.End).ToString();
    }

    private static string Literal(string text) => "'" + text.Replace("'", "''") + "'";
}
