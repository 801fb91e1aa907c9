using Archiet.Genome.Binding;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>A name for a list of words: an index.</summary>
internal sealed record NamedListSyntax(Word Name, IReadOnlyList<Word> Items);

/// <summary>A unique set as it is written, in the short form or the long one.</summary>
internal sealed record UniqueSyntax(Word Name, IReadOnlyList<Word> Fields, Word? Where, string? Message, EquatableArray<BoundExtension> Extensions);

/// <summary>A rule as it is written: one of <paramref name="Check"/> and <paramref name="Overlap"/> is there, unless it was complained of.</summary>
internal sealed record RuleSyntax(Word Name, Word? Check, OverlapSyntax? Overlap, string Message, EquatableArray<BoundExtension> Extensions);

/// <summary>A rule that rows do not overlap as it is written.</summary>
internal sealed record OverlapSyntax(IReadOnlyList<Word> Key, Word? From, Word? To, Word? Where, EquatableArray<BoundExtension> Extensions);

/// <summary>What a list is sorted and filtered by, as it is written.</summary>
internal sealed record ListSyntax(SectionSpan Key, IReadOnlyList<Word> Sorts, IReadOnlyList<Word> Filters, EquatableArray<BoundExtension> Extensions);

/// <summary>A lifecycle as it is written.</summary>
internal sealed record LifecycleSyntax(
    SectionSpan Key, Word? Field, Word? Initial, IReadOnlyList<TransitionSyntax> Transitions, EquatableArray<BoundExtension> Extensions);

/// <summary>A transition as it is written.</summary>
internal sealed record TransitionSyntax(
    Word Name, string Description, IReadOnlyList<Word> From, Word? To, Word? When, Word? Message, IReadOnlyList<SetSyntax> Sets, EquatableArray<BoundExtension> Extensions);

/// <summary>A field that a transition sets, and the expression that gives its value.</summary>
internal sealed record SetSyntax(Word Field, Word? Value);

/// <summary>What is unique, indexed and ruled in an entity or a mixin.</summary>
internal sealed record ConstraintsSyntax(IReadOnlyList<UniqueSyntax> Uniques, IReadOnlyList<NamedListSyntax> Indexes, IReadOnlyList<RuleSyntax> Rules)
{
    public static ConstraintsSyntax None { get; } = new([], [], []);
}
