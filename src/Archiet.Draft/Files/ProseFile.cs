using System.Text;
using Archiet.Draft.Passes;
using Archiet.Draft.Prose;

namespace Archiet.Draft.Files;

/// <summary>A requirements document on disk.</summary>
public static class ProseFile
{
    private const string Unreadable = "ARC6010";

    /// <summary>Reads a document.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="folder">The project's folder, from which the draft names it.</param>
    /// <exception cref="DraftModelException">It is not there, is not UTF-8, or says nothing.</exception>
    public static ProseDocument Read(string path, string folder)
    {
        var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
        try
        {
            var document = ProseReader.Read(name, StrictText.Read(path));
            return document.Sentences.Count > 0 ? document : throw new DraftModelException(Unreadable, $"The document '{name}' has no sentence: write down what the system is for, and name that file in 'Prd'.");
        }
        catch (DecoderFallbackException failed)
        {
            throw new DraftModelException(Unreadable, $"The document '{name}' is not UTF-8: save it as UTF-8 text.", failed);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DraftModelException(Unreadable, $"The document '{name}' could not be read: {failed.Message}", failed);
        }
    }

    /// <summary>What a draft of a document is called by, unless somebody says otherwise: the name of the file in kebab-case.</summary>
    public static string DraftNameOf(string path)
    {
        var name = new StringBuilder();
        foreach (var character in Path.GetFileNameWithoutExtension(path).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                name.Append(char.ToLowerInvariant(character));
            }
            else if (name.Length > 0 && name[^1] != '-' && !char.IsLetterOrDigit(character) && char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                name.Append('-');
            }
        }
        var plain = name.ToString().Trim('-');
        return plain.Length > 0 ? plain : "app";
    }
}
