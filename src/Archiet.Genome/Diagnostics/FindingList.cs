using Archiet.Genome.Sections;

namespace Archiet.Genome.Diagnostics;

/// <summary>Collects the findings of one section.</summary>
internal sealed class FindingList
{
    private List<Finding>? findings;

    public bool IsEmpty => findings is null;

    public int Count => findings?.Count ?? 0;

    public void Add(GenomeDiagnosticDescriptor descriptor, SectionSpan span, params string[] arguments) =>
        Add(new Finding(descriptor, span, EquatableArray.Of(arguments)));

    public void Add(GenomeDiagnosticDescriptor descriptor, SectionSpan span, EquatableArray<string> arguments) => Add(new Finding(descriptor, span, arguments));

    public void AddWithOther(GenomeDiagnosticDescriptor descriptor, SectionSpan span, OtherPlace other, params string[] arguments) =>
        Add(new Finding(descriptor, span, EquatableArray.Of(arguments), other));

    public EquatableArray<Finding> ToArray() => findings is null ? EquatableArray<Finding>.Empty : findings.ToEquatableArray();

    private void Add(Finding finding) => (findings ??= []).Add(finding);
}
