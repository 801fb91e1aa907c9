using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>Collects the faults of one expression.</summary>
internal sealed class FaultList
{
    private List<ExpressionFault>? faults;

    public bool IsEmpty => faults is null;

    public void Add(GenomeDiagnosticDescriptor descriptor, TextRange range, params string[] arguments) =>
        (faults ??= []).Add(new(descriptor, range.Start, range.Length, EquatableArray.Of(arguments)));

    /// <summary>The faults in order of places.</summary>
    public EquatableArray<ExpressionFault> ToArray() =>
        faults is null ? EquatableArray<ExpressionFault>.Empty : faults.OrderBy(static fault => fault.Start).ToEquatableArray();
}

/// <summary>Characters of an expression's text.</summary>
internal readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    /// <summary>From the beginning of one to the end of another.</summary>
    public TextRange To(TextRange other) => new(Start, other.End);
}
