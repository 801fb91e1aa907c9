namespace Archiet.Genome.Expressions;

/// <summary>An expression of the genome, checked: every name resolved, every type known. Equality is by value and knows no positions.</summary>
public abstract record Expression;
