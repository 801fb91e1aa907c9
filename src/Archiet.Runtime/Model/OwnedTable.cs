namespace Archiet;

/// <summary>How the rows of an owned entity hang on their owner.</summary>
/// <param name="Member">The C# property with the owner's id.</param>
/// <param name="Navigation">The C# property with the owner.</param>
/// <param name="Column">The column with the owner's id.</param>
/// <param name="ForeignKey">The foreign key to the owner, which cascades.</param>
public sealed record OwnedTable(string Member, string Navigation, string Column, string ForeignKey);
