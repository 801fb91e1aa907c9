using System.Text;
using Archiet.Emit;
using Archiet.Model;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// Writes the runtime's own schema and each sealed migration as SQL for people who migrate by hand: a file a phase, re-runnable, stopping at the first error. Needs no
/// database.
/// </summary>
public sealed class ArchietMigrationScript : MigrationTask
{
    /// <summary>Where the scripts go.</summary>
    [Required]
    public string Output { get; set; } = "";

    /// <summary><c>citus</c> where the scripts are run on a Citus cluster, over which they distribute the tables by their tenants; else nothing.</summary>
    public string Distribute { get; set; } = "";

    /// <inheritdoc/>
    protected override void Run()
    {
        if (MigrationFolder.Read(Folder).Check(Log) is not { } history)
        {
            return;
        }
        if (history.Links.Count == 0)
        {
            Log.LogMessage(MessageImportance.High, "Nothing is sealed, and so there is nothing to write.");
            return;
        }
        if (RoleNames.OfOwner(history.State.Owner) is not { } roles)
        {
            Log.LogError(null, "ARC8008", null, null, Folder, 0, 0, 0, 0, "The name of the app is so long that its owner's role '{0}' does not tell the other roles of the database, and no script can name them.", history.State.Owner);
            return;
        }
        if (Target(history.State) is not { } target)
        {
            return;
        }
        foreach (var script in MigrationScripts.Of(history, target).Prepend(RuntimeScript.Of(roles)))
        {
            var written = FileOnDisk.WriteWhenDifferent(Path.Combine(Output, script.Name), Encoding.UTF8.GetBytes(script.Text), Cancellation);
            Log.LogMessage(written ? MessageImportance.High : MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", script.Name);
        }
    }

    /// <summary>What the scripts are run on, or null after an error.</summary>
    private ScriptTarget? Target(SchemaState state)
    {
        if (Distribute.Length == 0)
        {
            return ScriptTarget.PostgreSql;
        }
        if (!Distribute.Equals("citus", StringComparison.OrdinalIgnoreCase))
        {
            Log.LogError(null, "ARC8009", null, null, Folder, 0, 0, 0, 0, "Tables are distributed by 'citus' and by nothing else, and here is '{0}'; say -p:ArchietDistribute=citus, or nothing.", Distribute);
            return null;
        }
        foreach (var broken in CitusRules.Broken(state))
        {
            Log.LogError(null, "ARC8009", null, null, Folder, 0, 0, 0, 0, "{0}", broken);
        }
        return Log.HasLoggedErrors ? null : ScriptTarget.Citus;
    }
}
