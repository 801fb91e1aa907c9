using System.Globalization;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Diagnostics;

/// <summary>
/// A diagnostic that knows its place only within its section, so that it stays equal when the section moves.
/// <see cref="GenomeFrontEnd.Locate"/> turns it into a <see cref="GenomeDiagnostic"/>.
/// </summary>
/// <param name="Descriptor">Which fact.</param>
/// <param name="Span">Where in the section.</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
/// <param name="Other">A second place, which the message names after the arguments.</param>
public sealed record Finding(GenomeDiagnosticDescriptor Descriptor, SectionSpan Span, EquatableArray<string> Arguments, OtherPlace? Other = null)
{
    internal string Message(string? otherPlace)
    {
        var arguments = new object[Arguments.Count + (otherPlace is null ? 0 : 1)];
        for (var i = 0; i < Arguments.Count; i++)
        {
            arguments[i] = VisibleText.Of(Arguments[i]);
        }
        if (otherPlace is not null)
        {
            arguments[Arguments.Count] = otherPlace;
        }
        return string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat, arguments);
    }
}

/// <summary>A place in a section of the same genome.</summary>
/// <param name="Section">The section's position among all sections, or null for the finding's own.</param>
/// <param name="Span">Where in that section.</param>
public sealed record OtherPlace(int? Section, SectionSpan Span);

/// <summary>A finding and the position of its section among all sections.</summary>
public sealed record SectionFinding(int Section, Finding Finding);
