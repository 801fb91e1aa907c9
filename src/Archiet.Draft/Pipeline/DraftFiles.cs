using Archiet.Draft.Writing;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Pipeline;

/// <summary>Makes the files of a draft, and brings them together with those that are there.</summary>
internal sealed class DraftFiles(DraftInput input, DraftFileNames names, string model, EquatableArray<PassRecord> passes)
{
    /// <summary>The files in the order of writing, and what is to be known of them.</summary>
    public (EquatableArray<DraftFile> Files, EquatableArray<DraftFinding> Findings) Of(FormerFiles former, CompiledDraft draft)
    {
        var made = LayoutReader.Read(draft.Text);
        if (former.Reviewed is { } reviewed)
        {
            var report = Report(draft, ReviewedDiff.Of(reviewed.Root, made), $"the reviewed genome {names.Reviewed}");
            return (EquatableArray.Of(report, new DraftFile(names.Genome, draft.Text)), EquatableArray<DraftFinding>.Empty);
        }
        if (former.Draft is not { } edited)
        {
            return (All(draft, draft.Text, Report(draft, EquatableArray<string>.Empty, "")), EquatableArray<DraftFinding>.Empty);
        }
        var changes = ThreeWay.Merge(former.Base?.Root, edited.Root, made);
        var merged = CheckedText.Of(names.Genome, LayoutWriter.Write(edited.Root));
        var against = former.Base is null ? "the draft that was there (nobody knows what was edited in it: all of it stays)" : "the draft that was there";
        if (merged.Faults.Count == 0)
        {
            return (All(draft, merged.Text, Report(draft, changes, against)), EquatableArray<DraftFinding>.Empty);
        }
        var finding = DraftFindings.Apart(names.Genome, Told(merged.Faults[0]));
        return (EquatableArray.Of(Report(draft, changes, against + ", which stays as it is")), EquatableArray.Of(finding));
    }

    private EquatableArray<DraftFile> All(CompiledDraft draft, string genome, DraftFile report) => EquatableArray.Of(
        new DraftFile(names.Sources, SourcesText.Write(input.Document, draft.Draft, new(names.Genome, genome))), report, new(names.Base, draft.Text), new(names.Genome, genome));

    private DraftFile Report(CompiledDraft draft, EquatableArray<string> changes, string against) =>
        new(names.Report, ReportText.Write(input.Document, draft.Draft, new(model, passes, changes, against)));

    private static string Told(GenomeDiagnostic fault) => FormattableString.Invariant($"line {fault.Span.Line}: {fault.Descriptor.Id}: {fault.Message}");
}
