using System.Text;
using Archiet.Genome;
using Archiet.Genome.Formatting;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>Lays out a project's genome files as spec/canonical.md says, or reports those that are not. A file with an error stays as it is.</summary>
public sealed class ArchietFormatGenome : Task, ICancelableTask, IDisposable
{
    /// <summary>A genome is UTF-8; what is not would come out as something else than it was.</summary>
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project's genome files, all of them: names in one may be declared in another.</summary>
    [Required]
    public ITaskItem[] Genomes { get; set; } = [];

    /// <summary>Whether to report only.</summary>
    public bool Check { get; set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            var paths = Genomes.Select(static item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal).ToList();
            var files = paths.Select(Read).OfType<GenomeFile>().ToList();
            // With a file missing, the others would be told of names that nobody declares.
            foreach (var file in files.Count == paths.Count ? GenomeFormatter.Format(files) : [])
            {
                _cancellation.Token.ThrowIfCancellationRequested();
                Finish(file);
            }
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.Low, "Cancelled; each file is whole, as it was or formatted.");
            return false;
        }
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private GenomeFile? Read(string path)
    {
        try
        {
            return new(path, Strict.GetString(File.ReadAllBytes(path)));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Refuse(path, failed);
            return null;
        }
    }

    private void Finish(FormattedFile file)
    {
        var path = file.File.Path;
        foreach (var found in file.Errors)
        {
            Log.Report(found);
        }
        if (file.Differs && Check)
        {
            var line = FirstDifference(file.File.Text, file.Text!);
            Log.LogError(null, "ARC8003", null, null, path, line, 1, 0, 0, "The file is not laid out by rule from here on; 'dotnet build -t:ArchietFormatGenome' does it.");
        }
        else if (file.Differs)
        {
            Write(path, file.Text!);
        }
    }

    private void Write(string path, string text)
    {
        try
        {
            FileOnDisk.WriteWhenDifferent(path, Strict.GetBytes(text), _cancellation.Token);
            Log.LogMessage(MessageImportance.High, "Formatted '{0}'.", path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Refuse(path, failed);
        }
    }

    private void Refuse(string path, Exception failed) =>
        Log.LogError(null, "ARC8004", null, null, path, 0, 0, 0, 0, "The file could not be formatted: {0}", failed is DecoderFallbackException ? "it is not UTF-8." : failed.Message);

    /// <summary>The one-based line on which two texts begin to differ.</summary>
    private static int FirstDifference(string before, string after)
    {
        var same = before.AsSpan().CommonPrefixLength(after);
        return before.AsSpan(0, same).Count('\n') + 1;
    }
}
