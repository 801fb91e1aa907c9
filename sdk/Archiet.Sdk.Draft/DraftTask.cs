using Archiet.Draft;
using Archiet.Draft.Passes;
using Microsoft.Build.Framework;
using BuildTask = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Draft;

/// <summary>What the tasks of the drafter have in common: they can be cancelled, and what goes wrong is an error with its id at its place.</summary>
public abstract class DraftTask : BuildTask, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The file that an error is about when it says no other.</summary>
    protected string Place { get; set; } = "";

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        using var watching = CancellationTokenSource.CreateLinkedTokenSource(_cancellation.Token);
        var watch = WatchAsync(watching.Token);
        try
        {
            RunAsync(_cancellation.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            Log.LogMessage(MessageImportance.High, "Cancelled; no file of the draft was changed.");
            return false;
        }
        catch (DraftModelException failed)
        {
            Report(new(failed.Id, IsError: true, failed.Message), Place);
        }
        finally
        {
            watching.Cancel();
            watch.GetAwaiter().GetResult();
        }
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Does the work.</summary>
    protected abstract Task RunAsync(CancellationToken cancellation);

    /// <summary>Cancels the task when its build is gone: it has a process of its own, which would go on asking after its build was killed.</summary>
    private async Task WatchAsync(CancellationToken ended)
    {
        if (ParentProcess.Id() is not { } build)
        {
            return;
        }
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await second.WaitForNextTickAsync(ended).ConfigureAwait(false))
            {
                if (ParentProcess.Id() != build)
                {
                    await _cancellation.CancelAsync().ConfigureAwait(false);
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The task is done.
        }
    }

    /// <summary>Says something that a person waits for.</summary>
    protected void Say(string line) => Log.LogMessage(MessageImportance.High, "{0}", line);

    /// <summary>Reports a finding at a file.</summary>
    protected void Report(DraftFinding finding, string path)
    {
        var file = path.Length > 0 ? path : null;
        if (finding.IsError)
        {
            Log.LogError(null, finding.Id, null, null, file, finding.Line, 0, 0, 0, "{0}", finding.Message);
        }
        else
        {
            Log.LogWarning(null, finding.Id, null, null, file, finding.Line, 0, 0, 0, "{0}", finding.Message);
        }
    }

    /// <summary>What was given on the command line; nothing where the build does not tell.</summary>
    protected IEnumerable<KeyValuePair<string, string>> GlobalProperties() => (BuildEngine as IBuildEngine6)?.GetGlobalProperties() ?? new Dictionary<string, string>();
}
