using Archiet.Draft;
using Archiet.DraftScore.Drafting;
using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Commands;

/// <summary>What the commands have in common.</summary>
internal static class CommandLine
{
    /// <summary>Says why there is no answer.</summary>
    public static async Task<int> RefuseAsync(string why)
    {
        await Console.Error.WriteLineAsync(why).ConfigureAwait(false);
        return 2;
    }

    /// <summary>The documents of references, or null, having said why, where there is no folder of them.</summary>
    public static async Task<DocumentFolder?> FindDocumentsAsync(ScoreOptions options)
    {
        var folder = DocumentFolder.Find(options.Documents);
        if (folder is null)
        {
            await RefuseAsync("The requirements documents are not in this repository, and no folder shared/data/prd lies beside it: name the one that has them by --documents (References/README.md says what they are).").ConfigureAwait(false);
        }
        return folder;
    }

    /// <summary>The drafts of the documents of references, or null, having said why, where there are none.</summary>
    public static async Task<IReadOnlyList<(Reference Reference, IReadOnlyList<DraftFile> Files)>?> DraftAsync(IReadOnlyList<Reference> references, ScoreOptions options)
    {
        if (InProcessDrafter.Of(options.Drafter) is not { } drafter)
        {
            await RefuseAsync($"There is no drafter '{options.Drafter}' here: 'rules' is one, and the drafts of a model are scored from their files (FILE --reference NAME).").ConfigureAwait(false);
            return null;
        }
        if (await FindDocumentsAsync(options).ConfigureAwait(false) is not { } folder)
        {
            return null;
        }
        var drafts = new List<(Reference, IReadOnlyList<DraftFile>)>();
        foreach (var reference in references)
        {
            var files = await drafter.DraftAsync(reference, await folder.ReadAsync(reference).ConfigureAwait(false)).ConfigureAwait(false);
            drafts.Add((reference, files));
            foreach (var file in options.Output is null ? [] : files)
            {
                Directory.CreateDirectory(options.Output!);
                await File.WriteAllTextAsync(Path.Combine(options.Output!, file.Name), file.Text).ConfigureAwait(false);
            }
        }
        return drafts;
    }
}
