using System.Text;
using Archiet.Draft.Questions;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;
using Microsoft.Build.Framework;

namespace Archiet.Sdk.Draft;

/// <summary>
/// Asks what a project's genome leaves open although it builds, by rules and without a model: a note at the line that each question is about. With <see cref="Write"/> the questions go
/// into the genome, where they stop the build until they are answered.
/// </summary>
public sealed class ArchietAskGenome : DraftTask
{
    private const string Open = "ARC6050";
    private const string NotWritten = "ARC6051";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The project's genome files, all of them.</summary>
    [Required]
    public ITaskItem[] Genomes { get; set; } = [];

    /// <summary>Whether to write the questions into the genome.</summary>
    public bool Write { get; set; }

    /// <inheritdoc/>
    protected override Task RunAsync(CancellationToken cancellation)
    {
        var paths = Genomes.Select(static item => item.GetMetadata("FullPath")).Distinct(StringComparer.Ordinal).ToList();
        var files = paths.Select(Read).OfType<GenomeFile>().ToList();
        // With a file missing, the others would be asked about names that nobody declares.
        if (files.Count == paths.Count)
        {
            Ask(files, cancellation);
        }
        return Task.CompletedTask;
    }

    private void Ask(List<GenomeFile> files, CancellationToken cancellation)
    {
        var asked = GenomeQuestions.Ask(files);
        foreach (var error in asked.Errors)
        {
            var at = error.Span;
            Log.LogError(null, error.Descriptor.Id, null, null, at.Path, at.Line, at.Column, at.EndLine, at.EndColumn, "{0}", error.Message);
        }
        foreach (var (question, at) in asked.Questions)
        {
            var options = question.Options.Count > 0 ? $" ({string.Join("; ", question.Options)})" : "";
            Log.LogMessage(null, Open, null, at.Path, at.Line, at.Column, at.EndLine, at.EndColumn, MessageImportance.High, "{0}: {1}{2}", question.Code, question.Ask, options);
        }
        if (asked.Errors.Count == 0)
        {
            Say(FormattableString.Invariant($"{asked.Questions.Count} questions that the genome does not ask itself."));
        }
        foreach (var file in Write ? files : [])
        {
            var questions = asked.Questions.Where(question => question.Span.Path == file.Path).Select(static question => question.Question).ToList();
            cancellation.ThrowIfCancellationRequested();
            WriteInto(file, questions, cancellation);
        }
    }

    private void WriteInto(GenomeFile file, List<DraftQuestion> questions, CancellationToken cancellation)
    {
        if (questions.Count == 0)
        {
            return;
        }
        if (GenomeQuestions.Write(file, questions) is not { } text)
        {
            Log.LogWarning(null, NotWritten, null, null, file.Path, 0, 0, 0, 0, "The questions were not written, as the file is not laid out by rule: 'dotnet build -t:ArchietFormatGenome' does it, and then ask again.");
            return;
        }
        try
        {
            FileOnDisk.WriteWhenDifferent(file.Path, Strict.GetBytes(text), cancellation);
            Say(FormattableString.Invariant($"Wrote {questions.Count} questions into '{file.Path}'."));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            Refuse(file.Path, failed.Message);
        }
    }

    private GenomeFile? Read(string path)
    {
        try
        {
            return new(path, Strict.GetString(File.ReadAllBytes(path)));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            Refuse(path, failed is DecoderFallbackException ? "it is not UTF-8." : failed.Message);
            return null;
        }
    }

    private void Refuse(string path, string why) => Report(new("ARC6045", IsError: true, $"The genome could not be read or written: {why}"), path);
}
