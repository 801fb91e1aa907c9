using System.Text;
using Archiet.Emit;
using Archiet.Model;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Tasks;

/// <summary>Writes each sealed migration as SQL for people who migrate by hand: a file a phase, re-runnable, stopping at the first error. Needs no database.</summary>
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
        foreach (var script in MigrationScripts.Of(history))
        {
            var written = FileOnDisk.WriteWhenDifferent(Path.Combine(Output, script.Name), Encoding.UTF8.GetBytes(script.Text), Cancellation);
            Log.LogMessage(written ? MessageImportance.High : MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", script.Name);
        }
    }
}
