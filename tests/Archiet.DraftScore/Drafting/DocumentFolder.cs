using Archiet.DraftScore.Model;

namespace Archiet.DraftScore.Drafting;

/// <summary>The folder of the requirements documents, which, but for one, are not in the repository.</summary>
internal sealed class DocumentFolder
{
    private readonly string _folder;

    private DocumentFolder(string folder) => _folder = folder;

    /// <summary>The folder that was named, or the usual one beside the repository; null where it is not there.</summary>
    public static DocumentFolder? Find(string? named)
    {
        var candidates = named is not null ? [named] : Parents(Environment.CurrentDirectory).Select(static folder => Path.Combine(folder, "shared", "data", "prd"));
        return candidates.Where(Directory.Exists).Select(static folder => new DocumentFolder(folder)).FirstOrDefault();
    }

    /// <summary>The document of a reference: the one that is ours comes with this tool.</summary>
    /// <exception cref="FileNotFoundException">It is not in the folder.</exception>
    public async Task<string> ReadAsync(Reference reference)
    {
        using var own = typeof(DocumentFolder).Assembly.GetManifestResourceStream(reference.Document) is { } resource ? new StreamReader(resource) : null;
        return own is not null ? await own.ReadToEndAsync().ConfigureAwait(false) : await File.ReadAllTextAsync(Path.Combine(_folder, reference.Document)).ConfigureAwait(false);
    }

    private static IEnumerable<string> Parents(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            yield return at.FullName;
        }
    }
}
