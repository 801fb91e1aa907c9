using Archiet.Draft.Writing;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Questions;

/// <summary>
/// Asks what a genome leaves open although it compiles: what a reviewer would ask, by rules, without a model and without a document. A question that the genome has under
/// <c>questions</c>, answered or not, is not asked again.
/// </summary>
public static class GenomeQuestions
{
    /// <summary>Asks.</summary>
    /// <param name="files">All files of the genome.</param>
    public static AskedGenome Ask(IReadOnlyList<GenomeFile> files)
    {
        var normal = files.Select(static file => file with { Text = GenomePlacesIndex.Normalize(file.Text) }).ToList();
        var errors = GenomeFrontEnd.Compile(normal).Diagnostics.Where(IsMistake).ToEquatableArray();
        if (errors.Count > 0)
        {
            return new(EquatableArray<GenomeQuestion>.Empty, errors);
        }
        var places = new GenomePlacesIndex(normal);
        var decided = GenomeFrontEnd.Compile(normal.Select(Decided)).Genome;
        if (decided is null)
        {
            return new(EquatableArray<GenomeQuestion>.Empty, EquatableArray<GenomeDiagnostic>.Empty);
        }
        var questions = new List<GenomeQuestion>();
        foreach (var (asked, place) in new GenomeRules(decided, places).All().Where(asked => !places.Has("questions." + asked.Asked.Key)))
        {
            questions.Add(new(new(asked.Code, asked.About, asked.Ask, asked.SafeOptions, EquatableArray<string>.Empty) { Key = asked.Key }, places.SpanOf(place)));
        }
        return new(
            questions.OrderBy(static question => question.Span.Path, StringComparer.Ordinal).ThenBy(static question => question.Span.Line).ThenBy(static question => question.Span.Column)
                .ThenBy(static question => question.Question.Key, StringComparer.Ordinal).ToEquatableArray(),
            EquatableArray<GenomeDiagnostic>.Empty);
    }

    /// <summary>
    /// A file with the questions written into it, open; null where the file has another layout than the formatter's, because then more would change than what is
    /// written.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="questions">The questions.</param>
    public static string? Write(GenomeFile file, IReadOnlyList<DraftQuestion> questions)
    {
        var text = GenomePlacesIndex.Normalize(file.Text);
        var root = LayoutReader.Read(text);
        if (questions.Count == 0 || text != file.Text || LayoutWriter.Write(root) != text)
        {
            return null;
        }
        var written = LayoutReader.Read(GenomeText.Questions(questions.ToEquatableArray()));
        if (FormerText.Find(root, "questions") is LayoutCollection { IsFlow: false } known)
        {
            known.Entries.AddRange(((LayoutCollection)written.Entries[0].Value).Entries);
        }
        else
        {
            written.Entries[0].BlankBefore = true;
            root.Entries.Add(written.Entries[0]);
        }
        return LayoutWriter.Write(root);
    }

    /// <summary>A genome as if everything in it were decided.</summary>
    private static GenomeFile Decided(GenomeFile file)
    {
        var root = LayoutReader.Read(file.Text);
        root.Entries.RemoveAll(static entry => entry.Key?.Text is "status" or "questions");
        return file with { Text = LayoutWriter.Write(root) };
    }

    private static bool IsMistake(GenomeDiagnostic found) => found.Descriptor.Severity == GenomeSeverity.Error && !GenomeDiagnostics.IsUndecided(found.Descriptor);
}
