using Archiet.Genome.Diagnostics;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>A draft as text, and what the front end would say of it if everything were decided.</summary>
/// <param name="Text">The text; laid out by the formatter where nothing is wrong with it.</param>
/// <param name="Decided">The same without its status and its questions: the places of the faults are of this text.</param>
/// <param name="Faults">What is wrong with that; warnings too.</param>
internal sealed record CheckedText(string Text, string Decided, EquatableArray<GenomeDiagnostic> Faults)
{
    /// <summary>The faults that stop a build.</summary>
    public IEnumerable<GenomeDiagnostic> Errors => Faults.Where(static fault => fault.Descriptor.Severity == GenomeSeverity.Error);

    /// <summary>Compiles a text that can be read as YAML.</summary>
    public static CheckedText Of(string path, string text)
    {
        var root = LayoutReader.Read(text);
        root.Entries.RemoveAll(static entry => entry.Key?.Text is "status" or "questions");
        var decided = LayoutWriter.Write(root);
        var faults = GenomeFrontEnd.Compile([new(path, decided)]).Diagnostics;
        var laidOut = faults.Count == 0 ? GenomeFormatter.Format([new(path, text)])[0].Text : null;
        return new(laidOut ?? text, decided, faults);
    }
}
