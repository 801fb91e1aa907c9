using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Secrets;

/// <summary>Where a value goes to: what it is given to or compared with.</summary>
/// <param name="Name">The name that the place gives to the value: of a member, a parameter, or a key.</param>
/// <param name="Symbol">The member or parameter, where there is one.</param>
internal readonly record struct Sink(string Name, ISymbol? Symbol);
