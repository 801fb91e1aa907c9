using Archiet.Emit;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sources;
using Archiet.Model;
using Archiet.Sdk.Tasks.Traceability;
using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Archiet.Sdk.Tasks;

/// <summary>
/// The engine as a guest of MSBuild: writes the OpenAPI document of a project's genomes, the bytes that the app itself serves, the page of its permissions, and, where
/// a genome knows its sources, the page that leads from them to what is emitted.
/// </summary>
public sealed class ArchietWriteOpenApi : Task, ICancelableTask, IDisposable
{
    private const string GenomeEnding = ".genome.yaml";

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

    /// <summary>The place of the page of traceability; it is written where a file <c>*.sources.yaml</c> lies beside a genome.</summary>
    public string TraceabilityFile { get; set; } = "";

    /// <summary>C# in which tests say by <c>[Verifies("...")]</c> what they prove; it is read and not compiled.</summary>
    public ITaskItem[] TestSources { get; set; } = [];

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
        var files = Genomes.Select(item => item.GetMetadata("FullPath")).Select(path => new GenomeFile(path, File.ReadAllText(path))).ToList();
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
        WriteTraceability(files, model);
    }

    private void WriteTraceability(IReadOnlyList<GenomeFile> files, GenomeModel model)
    {
        var sidecars = files.Select(static file => SidecarOf(file.Path)).OfType<string>().Where(File.Exists).Distinct(StringComparer.Ordinal).ToList();
        if (TraceabilityFile.Length == 0 || sidecars.Count == 0)
        {
            return;
        }
        var paths = GenomePaths.Of(files);
        var sources = new List<GenomeSources>();
        foreach (var read in sidecars.Select(path => SourcesReader.Read(new(path, File.ReadAllText(path)), paths)))
        {
            foreach (var found in read.Diagnostics)
            {
                Log.Report(found);
            }
            sources.AddRange(read.Sources is { } said ? [said] : []);
        }
        if (!Log.HasLoggedErrors)
        {
            var tests = TestSources.Select(static item => item.GetMetadata("FullPath")).SelectMany(static path => VerifiesReader.Read(File.ReadAllText(path))).ToList();
            Write(TraceabilityFile, TraceabilityDocument.Write(model, paths, sources, tests));
        }
    }

    /// <summary><c>orders.sources.yaml</c> beside <c>orders.genome.yaml</c>.</summary>
    private static string? SidecarOf(string genome) =>
        genome.EndsWith(GenomeEnding, StringComparison.OrdinalIgnoreCase) ? genome[..^GenomeEnding.Length] + ".sources.yaml" : null;

    private void Write(string file, byte[] content)
    {
        var written = FileOnDisk.WriteWhenDifferent(file, content, _cancellation.Token);
        Log.LogMessage(MessageImportance.Low, written ? "Wrote '{0}'." : "'{0}' says the same already.", file);
    }
}
