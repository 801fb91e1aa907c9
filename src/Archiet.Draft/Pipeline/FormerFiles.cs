using Archiet.Draft.Questions;
using Archiet.Draft.Writing;

namespace Archiet.Draft.Pipeline;

/// <summary>What earlier drafts left, read.</summary>
/// <param name="Draft">The draft as it is, or null.</param>
/// <param name="Base">The draft as it was written last, or null.</param>
/// <param name="Reviewed">The genome that a person has reviewed, or null.</param>
internal sealed record FormerFiles(FormerText? Draft, FormerText? Base, FormerText? Reviewed)
{
    /// <summary>The answers that people gave; those in the draft are the later ones.</summary>
    public Answers Answers => Answers.Of((Reviewed?.Answers ?? []).Concat(Draft?.Answers ?? []).GroupBy(static answer => answer.Key, StringComparer.Ordinal).Select(static same => same.Last()));

    /// <summary>Reads them; null, and why, where nothing may be written over them.</summary>
    public static (FormerFiles? Files, EquatableArray<DraftFinding> Findings) Read(DraftInput input, DraftFileNames names)
    {
        var findings = new List<DraftFinding>();
        var draft = Read(names.Genome, input.Draft, findings);
        var before = input.Base is null ? null : FormerText.Read(names.Base, input.Base).Text;
        var reviewed = Read(names.Reviewed, input.Reviewed, findings);
        if (draft is { IsDraft: false })
        {
            findings.Add(DraftFindings.NoDraft(names.Genome));
        }
        return findings.Count > 0 ? (null, findings.ToEquatableArray()) : (new(draft, before, reviewed), EquatableArray<DraftFinding>.Empty);
    }

    private static FormerText? Read(string file, string? text, List<DraftFinding> findings)
    {
        if (text is null)
        {
            return null;
        }
        var (read, why) = FormerText.Read(file, text);
        if (read is null)
        {
            findings.Add(DraftFindings.Unreadable(file, why));
        }
        return read;
    }
}
