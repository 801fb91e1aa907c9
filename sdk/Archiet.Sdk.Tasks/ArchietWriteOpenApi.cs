using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Archiet.Model;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// The engine as a guest of MSBuild: writes the OpenAPI document of a project's genomes, the bytes that the app itself serves, and the page of its permissions.
/// </summary>
public sealed class ArchietWriteOpenApi : Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The project's genome files; without any, nothing is written.</summary>
    [Required]
    public ITaskItem[] Genomes { get; set; } = [];

    /// <summary>The document's place.</summary>
    [Required]
    public string OutputFile { get; set; } = "";

    /// <summary>The place of the page of permissions.</summary>
    [Required]
    public string PermissionsFile { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        if (Genomes.Length == 0)
        {
            return true;
        }
        try
        {
            Write();
        }
        catch (OperationCanceledException)
        {
            Log.LogMessage(MessageImportance.Low, "Cancelled; '{0}' is as it was.", OutputFile);
            return false;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Log.LogError(null, "ARC8002", null, null, OutputFile, 0, 0, 0, 0, "The OpenAPI document could not be written: {0}", failed.Message);
        }
        return !Log.HasLoggedErrors;
    }

    /// <inheritdoc/>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose() => _cancellation.Dispose();

    private void Write()
    {
        var files = Genomes.Select(item => item.GetMetadata("FullPath")).Select(path => new GenomeFile(path, File.ReadAllText(path)));
        var compiled = GenomeFrontEnd.Compile(files);
        // Warnings are the generator's: a target that is up to date would not repeat them.
        foreach (var found in compiled.Diagnostics.Where(found => found.Descriptor.Severity == GenomeSeverity.Error))
        {
            Log.Report(found);
        }
        if (compiled.Genome is not { } genome)
        {
            return;
        }
        _cancellation.Token.ThrowIfCancellationRequested();
        var model = Lowering.Lower(genome);
        Write(OutputFile, OpenApiDocument.Write(model));
        Write(PermissionsFile, PermissionsDocument.Write(model.App));
    }

    private void Write(string file, byte[] content)
    {
        var written = FileOnDisk.WriteWhenDifferent(file, content, _cancellation.Token);
        Log.LogMessage(MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", file);
    }
}
