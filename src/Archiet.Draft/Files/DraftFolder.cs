using System.Text;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;
using Archiet.Draft.Wire;

namespace Archiet.Draft.Files;

/// <summary>The folder of a draft's files: what earlier drafts left in it, and how a new one gets into it.</summary>
/// <param name="folder">The folder.</param>
/// <param name="name">What the files are called by, in kebab-case.</param>
public sealed class DraftFolder(string folder, string name)
{
    /// <summary>The end of a file that was being written.</summary>
    private const string Unfinished = ".unfinished";

    /// <summary>Where answers of models are kept, to be committed.</summary>
    public string Cache => Path.Combine(folder, name + ".draft.cache");

    /// <summary>The path of a file of the draft.</summary>
    public string PathOf(string file) => Path.Combine(folder, file);

    /// <summary>The document, with what earlier drafts left.</summary>
    /// <exception cref="DraftModelException">A file cannot be read.</exception>
    public DraftInput Read(ProseDocument document) => new(name, document)
    {
        Draft = ReadFile($"{name}.draft.genome.yaml"),
        Base = ReadFile($"{name}.draft.base.yaml"),
        Reviewed = ReadFile($"{name}.genome.yaml"),
    };

    /// <summary>Writes files, all or none: each beside its place first, and only then all into their places, in their order.</summary>
    /// <exception cref="DraftModelException">A file cannot be written.</exception>
    /// <returns>The files that changed.</returns>
    public IReadOnlyList<string> Write(IReadOnlyList<DraftFile> files, CancellationToken cancellation)
    {
        RemoveUnfinished();
        try
        {
            Directory.CreateDirectory(folder);
            var changed = files.Where(Differs).ToList();
            foreach (var file in changed)
            {
                File.WriteAllBytes(PathOf(file.Name) + Unfinished, StrictText.Encoding.GetBytes(file.Text));
            }
            // From here on nothing stops us but the machine, and each file is whole whatever happens.
            cancellation.ThrowIfCancellationRequested();
            foreach (var file in changed)
            {
                File.Move(PathOf(file.Name) + Unfinished, PathOf(file.Name), overwrite: true);
            }
            return [.. changed.Select(static file => file.Name)];
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DraftModelException(WireDiagnostics.FileUnusable, $"The draft could not be written: {failed.Message}", failed);
        }
        finally
        {
            RemoveUnfinished();
        }
    }

    private bool Differs(DraftFile file) =>
        !File.Exists(PathOf(file.Name)) || !File.ReadAllBytes(PathOf(file.Name)).AsSpan().SequenceEqual(StrictText.Encoding.GetBytes(file.Text));

    private string? ReadFile(string file)
    {
        try
        {
            return File.Exists(PathOf(file)) ? StrictText.Read(PathOf(file)) : null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            var why = failed is DecoderFallbackException ? "it is not UTF-8." : failed.Message;
            throw new DraftModelException("ARC6013", $"'{file}' cannot be read, and the draft needs its answers: {why} Correct it, or remove the file.", failed);
        }
    }

    /// <summary>What a run that was killed left.</summary>
    private void RemoveUnfinished()
    {
        foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, $"{name}.draft.*{Unfinished}") : [])
        {
            File.Delete(file);
        }
    }
}
