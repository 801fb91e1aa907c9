using Archiet.Analyzers.Adoption;
using Archiet.Sdk.Tasks.Exceptions;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// Writes a project's baseline once, with what the compiler found, and from then on removes what it no longer finds. It adds nothing to a file that is there:
/// a baseline that grows is no baseline.
/// </summary>
public sealed class ArchietBaseline : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource cancellation = new();

    /// <summary>The compiler's log of a run in which every finding is a note with its key.</summary>
    [Required]
    public string CompilerLog { get; set; } = "";

    /// <summary>The baseline.</summary>
    [Required]
    public string BaselineFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (Exceptions.CompilerLog.Read(CompilerLog) is not { } log)
        {
            Log.LogError(null, "ARC9007", null, null, CompilerLog, 0, 0, 0, 0, "The compiler's log is not of version 2.1: set ErrorLog to a path that ends in ',version=2.1'.");
            return false;
        }
        var found = Exceptions.BaselineFile.Count(log.Findings);
        var isNew = !File.Exists(BaselineFile);
        var before = Exceptions.BaselineFile.Read(BaselineFile);
        var entries = isNew
            ? [.. found.Select(pair => new BaselineEntry(pair.Key, pair.Value, "", 0))]
            : before.Entries.Select(entry => entry with { Count = Math.Min(entry.Count, found.GetValueOrDefault(entry.Key)) }).Where(entry => entry.Count > 0).ToList();
        if (isNew && entries.Count == 0)
        {
            Log.LogMessage(MessageImportance.High, "Nothing was found, and so there is no baseline to write.");
            return true;
        }
        FileOnDisk.WriteWhenDifferent(BaselineFile, Exceptions.BaselineFile.Write(entries), cancellation.Token);
        Tell(found, before, entries, isNew);
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => cancellation.Dispose();

    private void Tell(Dictionary<FindingKey, int> found, BaselineFile before, List<BaselineEntry> entries, bool isNew)
    {
        var left = entries.Sum(entry => entry.Count);
        if (isNew)
        {
            Log.LogMessage(MessageImportance.High, "Wrote '{0}' with {1} findings.", BaselineFile, left);
        }
        else
        {
            Log.LogMessage(MessageImportance.High, "'{0}' has {1} findings, {2} less than before.", BaselineFile, left, before.Entries.Sum(entry => entry.Count) - left);
            if (found.Values.Sum() - left is > 0 and var news)
            {
                Log.LogMessage(MessageImportance.High, "{0} findings are not in it and stay what they are: a baseline takes nothing in.", news);
            }
        }
        if (entries.Count(entry => !entry.Lifts) is > 0 and var silent)
        {
            Log.LogMessage(MessageImportance.High, "{0} of its lines are about tenants or secrets: they hold once a reason stands at their end.", silent);
        }
    }
}
