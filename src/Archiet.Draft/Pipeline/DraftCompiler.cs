using Archiet.Draft.Items;
using Archiet.Draft.Merging;
using Archiet.Draft.Questions;
using Archiet.Draft.Writing;

namespace Archiet.Draft.Pipeline;

/// <summary>A draft that the front end takes, and its text.</summary>
internal sealed record CompiledDraft(MergedDraft Draft, string Text);

/// <summary>
/// Brings a merge to a text in which the front end finds nothing but that it is a draft and asks: what it refuses is sent back for repair while that helps, and then
/// left out with a question.
/// </summary>
internal sealed class DraftCompiler(DraftInput input, Answers answers, PassRunner passes, bool canRepair, CancellationToken cancellation)
{
    private const int MostRepairs = 2;

    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);
    private readonly DraftFileNames names = new(input.Name);
    private List<DraftItem> items = [];

    public async Task<CompiledDraft> CompileAsync()
    {
        items = [.. passes.Items];
        var (draft, text) = Write();
        if (canRepair)
        {
            (draft, text) = await RepairAsync(draft, text).ConfigureAwait(false);
        }
        while (text.Faults.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            Refuse(Refusals.Of(text));
            (draft, text) = Write();
        }
        return new(draft, text.Text);
    }

    private async Task<(MergedDraft Draft, CheckedText Text)> RepairAsync(MergedDraft draft, CheckedText text)
    {
        for (var round = 0; round < MostRepairs && text.Errors.Any(); round++)
        {
            var asked = RepairRequest.Of(draft, text, items, input.Document);
            if (asked.Refused.Count == 0)
            {
                break;
            }
            var repaired = await passes.RepairAsync(asked.Sentences, asked.Refused, asked.Errors).ConfigureAwait(false);
            var before = items;
            items = RepairRequest.Replace(items, asked.Refused, repaired);
            var (again, written) = Write();
            if (written.Errors.Count() >= text.Errors.Count())
            {
                items = before;
                break;
            }
            (draft, text) = (again, written);
        }
        return (draft, text);
    }

    private (MergedDraft Draft, CheckedText Text) Write()
    {
        var draft = DraftMerge.Merge(input.Name, input.Document, items, answers, refused);
        var text = GenomeText.Write(draft, id => Places.Of(input.Document, id));
        return (draft, CheckedText.Of(names.Genome, text));
    }

    /// <summary>Leaves out what is refused; what was refused already and is still there takes what is around it with it.</summary>
    private void Refuse(Dictionary<string, string> found)
    {
        foreach (var (path, why) in found)
        {
            var element = path;
            while (!refused.TryAdd(element, why))
            {
                var dot = element.LastIndexOf('.');
                if (dot < 0)
                {
                    throw new InvalidOperationException($"The draft cannot be written so that it compiles: {element}: {why}");
                }
                element = element[..dot];
            }
        }
    }
}
