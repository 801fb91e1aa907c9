using Archiet.Genome.Diagnostics;
using Archiet.Genome.Formatting;

namespace Archiet.Draft.Writing;

/// <summary>A draft as text, and what the front end says of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="Faults">What is wrong with it beside that it is a draft and asks; warnings too.</param>
internal sealed record CheckedText(string Text, EquatableArray<GenomeDiagnostic> Faults)
{
    /// <summary>Compiles a text; laid out by the formatter where it is whole.</summary>
    public static CheckedText Of(string path, string text)
    {
        var file = new GenomeFile(path, text);
        var faults = GenomeFrontEnd.Compile([file]).Diagnostics.Where(static found => !GenomeDiagnostics.IsUndecided(found.Descriptor)).ToEquatableArray();
        var laidOut = faults.Any(static found => found.Descriptor.Severity == GenomeSeverity.Error) ? null : GenomeFormatter.Format([file])[0].Text;
        return new(laidOut ?? text, faults);
    }
}
