namespace Archiet.Model;

/// <summary>A field that rows are ordered by.</summary>
/// <param name="Field">Its position.</param>
/// <param name="Descending">Whether the greatest comes first.</param>
public sealed record OrderModel(int Field, bool Descending);

/// <summary>What a delete marks a row with.</summary>
/// <param name="MemberClass">The class of the rows that are noted as who deleted; null in an app without members.</param>
/// <param name="ForeignKey">The foreign key behind that note, or null.</param>
public sealed record SoftDeleteModel(string? MemberClass, string? ForeignKey);
