using System.Globalization;
using Archiet.Genome.Binding;
using Archiet.Genome.Meaning;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Diagnostics;

/// <summary>Turns findings, which know their section, into diagnostics, which know their file.</summary>
internal sealed class DiagnosticLocator
{
    /// <summary>Findings that would be none if what could not be read had been read.</summary>
    private static readonly HashSet<GenomeDiagnosticDescriptor> AboutMissingNames =
    [
        GenomeDiagnostics.MissingTopLevelKey, GenomeDiagnostics.DanglingReference, GenomeDiagnostics.UnknownEntity,
        GenomeDiagnostics.UnknownRole, GenomeDiagnostics.UserWithoutMember, GenomeDiagnostics.UnknownOperation, GenomeDiagnostics.RestoreWithoutSoftDelete,
        GenomeDiagnostics.UnknownOperationToRun, GenomeDiagnostics.UnknownMixin,
    ];

    private readonly List<SectionPlace> places = [];
    private readonly List<GenomeDiagnostic> diagnostics = [];
    private readonly bool isPartial;

    private DiagnosticLocator(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections)
    {
        isPartial = files.Any(static file => file.IsRefused) || sections.Any(static section => section.IsBroken);
        foreach (var file in files)
        {
            diagnostics.AddRange(file.Diagnostics);
            places.AddRange(file.Places);
        }
    }

    public static EquatableArray<GenomeDiagnostic> Locate(
        IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections, DeclaredGenome declared, IReadOnlyList<EntityBinding> bindings, SeededGenome seeded)
    {
        var locator = new DiagnosticLocator(files, sections);
        var binding = 0;
        for (var i = 0; i < sections.Count; i++)
        {
            locator.AddAll(i, sections[i].Findings);
            for (var j = 0; j < sections[i].Entities.Count; j++)
            {
                locator.AddAll(i, bindings[binding++].Findings);
            }
        }
        foreach (var finding in declared.Findings)
        {
            locator.Add(finding.Section, finding.Finding);
        }
        foreach (var finding in seeded.Findings)
        {
            locator.Add(finding.Section, finding.Finding);
        }
        if (!locator.isPartial)
        {
            foreach (var finding in GenomeMeaning.Check(sections, declared, bindings))
            {
                locator.Add(finding.Section, finding.Finding);
            }
        }
        locator.diagnostics.Sort(Compare);
        // Two checks may run into the same mistake; it is said once.
        return locator.diagnostics.Where((diagnostic, at) => at == 0 || diagnostic != locator.diagnostics[at - 1]).ToEquatableArray();
    }

    /// <summary>Where each operation is named first.</summary>
    public static EquatableArray<OperationPlace> Operations(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections)
    {
        var locator = new DiagnosticLocator(files, sections);
        var found = new Dictionary<string, OperationPlace>(StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var operation in sections[i].Declarations.Operations)
            {
                if (!found.ContainsKey(operation.Name.Text))
                {
                    found.Add(operation.Name.Text, new(operation.Name.Text, locator.Absolute(i, operation.Name.Span)));
                }
            }
        }
        return found.Values.OrderBy(static place => place.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>Where the genome says what a change of the schema may have to be told of.</summary>
    public static EquatableArray<ChangePlace> Changes(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections)
    {
        var locator = new DiagnosticLocator(files, sections);
        return new ChangeKeys(sections).All().Select(found => new ChangePlace(found.Key, locator.Absolute(found.Section, found.Span))).ToEquatableArray();
    }

    /// <summary>All questions, in the order of files and lines.</summary>
    public static EquatableArray<GenomeQuestion> Questions(IReadOnlyList<SplitGenome> files, IReadOnlyList<ParsedSection> sections)
    {
        var locator = new DiagnosticLocator(files, sections);
        var found = new List<GenomeQuestion>();
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var question in sections[i].Declarations.Questions)
            {
                var options = question.Options.Texts();
                found.Add(new(question.Name.Text, question.Ask, question.About, question.Source, options, question.Answer, locator.Absolute(i, question.Name.Span)));
            }
        }
        return found.ToEquatableArray();
    }

    private void AddAll(int section, EquatableArray<Finding> findings)
    {
        for (var i = 0; i < findings.Count; i++)
        {
            Add(section, findings[i]);
        }
    }

    private void Add(int section, Finding finding)
    {
        if (isPartial && AboutMissingNames.Contains(finding.Descriptor))
        {
            return;
        }
        var span = Absolute(section, finding.Span);
        var other = finding.Other is { } place ? Describe(Absolute(place.Section ?? section, place.Span)) : null;
        diagnostics.Add(new(finding.Descriptor, span, finding.Message(other)));
    }

    private GenomeSpan Absolute(int section, SectionSpan span)
    {
        var place = places[section];
        var offset = place.FirstLine - 1;
        return new(place.Path, span.Line + offset, span.Column, span.EndLine + offset, span.EndColumn);
    }

    /// <summary>A place as compilers write it, without folders: <c>clinic.genome.yaml(12,3)</c>.</summary>
    public static string Describe(GenomeSpan span)
    {
        var name = span.Path.Substring(span.Path.LastIndexOfAny(['/', '\\']) + 1);
        return string.Format(CultureInfo.InvariantCulture, "{0}({1},{2})", name, span.Line, span.Column);
    }

    private static int Compare(GenomeDiagnostic left, GenomeDiagnostic right)
    {
        var order = string.CompareOrdinal(left.Span.Path, right.Span.Path);
        order = order != 0 ? order : left.Span.Line.CompareTo(right.Span.Line);
        order = order != 0 ? order : left.Span.Column.CompareTo(right.Span.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Descriptor.Id, right.Descriptor.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
