namespace Archiet.Emit;

/// <summary>A reference that is emptied when the row goes that it leads to.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Table">The table that has the column.</param>
/// <param name="Column">The column.</param>
/// <param name="Principal">The table that it leads to.</param>
internal sealed record EmptiedReference(string Name, string Table, string Column, string Principal);
