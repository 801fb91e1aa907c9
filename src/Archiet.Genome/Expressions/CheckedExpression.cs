using Archiet.Genome.Diagnostics;

namespace Archiet.Genome.Expressions;

/// <summary>What checking the text of an expression gave.</summary>
/// <param name="Expression">The expression, or null where there is a fault.</param>
/// <param name="Faults">What is wrong with it, in order of places.</param>
public sealed record CheckedExpression(Expression? Expression, EquatableArray<ExpressionFault> Faults);

/// <summary>What is wrong with an expression, at a place within its text.</summary>
/// <param name="Descriptor">Which fact.</param>
/// <param name="Start">The index of the first character.</param>
/// <param name="Length">How many characters (UTF-16 units).</param>
/// <param name="Arguments">What the message's placeholders stand for.</param>
public sealed record ExpressionFault(GenomeDiagnosticDescriptor Descriptor, int Start, int Length, EquatableArray<string> Arguments)
{
    /// <summary>The finished sentence.</summary>
    public string Message => new Finding(Descriptor, default, Arguments).Message(null);
}
