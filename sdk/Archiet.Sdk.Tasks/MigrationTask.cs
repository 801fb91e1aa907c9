using System.Text;
using Archiet.Model;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>A task over a project's folder of migrations: run when a person asks for it, cancellable, and clear about a file that it cannot read or write.</summary>
public abstract class MigrationTask : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The clock by which migrations get their ids, the only thing that anybody asks it here.</summary>
    private static TimeProvider Clock => TimeProvider.System;

    /// <summary>The folder of migrations.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Ends when the build is cancelled.</summary>
    protected CancellationToken Cancellation => _cancellation.Token;

    /// <inheritdoc/>
    public sealed override bool Execute()
    {
        try
        {
            Run();
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.Low, "Cancelled; each file in '{0}' is whole.", Folder);
            return false;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Log.LogError(null, "ARC8005", null, null, Folder, 0, 0, 0, 0, "The migrations could not be read or written: {0}", failed is DecoderFallbackException ? "a file is not UTF-8." : failed.Message);
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

    /// <summary>Does what the target says. Errors are logged.</summary>
    protected abstract void Run();

    /// <summary>The id of a migration that is made now, later than another one.</summary>
    protected static string IdAfter(string? other, string name)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var newest = other is null ? DateTime.MinValue : DateTime.ParseExact(other[..IdTime.Length], IdTime, System.Globalization.CultureInfo.InvariantCulture);
        // A clock that is behind, or two of them within a second.
        return (now > newest.AddSeconds(1) ? now : newest.AddSeconds(1)).ToString(IdTime, System.Globalization.CultureInfo.InvariantCulture) + "_" + name;
    }

    /// <summary>How a moment is written in an id.</summary>
    protected const string IdTime = "yyyyMMddHHmmss";
}
