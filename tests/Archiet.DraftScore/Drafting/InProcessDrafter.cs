using Archiet.Draft;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules;
using Archiet.DraftScore.Model;
using Archiet.DraftScore.Reading;

namespace Archiet.DraftScore.Drafting;

/// <summary>Drafts a document by the pipeline that the build target runs. A language model is no part of this tool: its drafts are scored from their files.</summary>
internal sealed class InProcessDrafter
{
    private readonly Func<IDraftModel> _model;

    private InProcessDrafter(Func<IDraftModel> model) => _model = model;

    /// <summary>A drafter by its name, or null where there is none of it.</summary>
    public static InProcessDrafter? Of(string name) => name == "rules" ? new(static () => new RuleDrafter()) : null;

    /// <summary>The files of a draft.</summary>
    /// <param name="reference">The reference of the document.</param>
    /// <param name="text">The document.</param>
    public async Task<IReadOnlyList<DraftFile>> DraftAsync(Reference reference, string text)
    {
        var result = await DraftPipeline.RunAsync(new(reference.Name, ProseReader.Read(reference.Document, text)), _model()).ConfigureAwait(false);
        return result.IsDrafted ? [.. result.Files] : throw new FormatException($"{reference.Name}: {string.Join(" ", result.Findings.Select(static found => $"{found.Id}: {found.Message}"))}");
    }

    /// <summary>A draft as scores see it.</summary>
    public static ScoredDraft Read(IReadOnlyList<DraftFile> files) => DraftReader.Read(FileOf(files, ".genome.yaml")!, FileOf(files, ".sources.yaml"));

    private static GenomeFile? FileOf(IReadOnlyList<DraftFile> files, string ending) =>
        files.Where(file => file.Name.EndsWith(ending, StringComparison.Ordinal)).Select(static file => new GenomeFile(file.Name, file.Text)).FirstOrDefault();
}
