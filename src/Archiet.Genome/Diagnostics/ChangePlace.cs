namespace Archiet.Genome.Diagnostics;

/// <summary>Where the genome says something that a change of the schema may have to be told of: whether there is one only the history can tell.</summary>
/// <param name="Key">
/// <c>app</c>, <c>tenancy</c>, <c>Entity</c>, <c>Entity.field</c>, <c>Entity.value.field</c>, <c>Enum.member</c>, or <c>approve:</c> and the text of an approval.
/// </param>
/// <param name="Span">Where it stands.</param>
public sealed record ChangePlace(string Key, GenomeSpan Span);
