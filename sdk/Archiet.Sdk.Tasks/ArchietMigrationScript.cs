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
        foreach (var script in MigrationScripts.Of(history).Prepend(RuntimeScript.Of(roles)))
        {
            var written = FileOnDisk.WriteWhenDifferent(Path.Combine(Output, script.Name), Encoding.UTF8.GetBytes(script.Text), Cancellation);
            Log.LogMessage(written ? MessageImportance.High : MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", script.Name);
        }
    }
}
