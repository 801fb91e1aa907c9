using Archiet.Genome;

namespace Archiet.Model;

/// <summary>One thing that a migration does. Table and column names are those in force when it is done.</summary>
public abstract record SchemaStep;

/// <summary>Adds an extension of PostgreSQL.</summary>
public sealed record AddExtension(string Name) : SchemaStep;

/// <summary>Makes a table with its key, columns and checks, and fences it by row-level security.</summary>
/// <param name="Table">The table; its indexes, references, exclusions and triggers are steps of their own.</param>
/// <param name="Owner">The role that owns it.</param>
public sealed record CreateTable(TableModel Table, string Owner) : SchemaStep;

/// <summary>Gives partitions, and what belongs to them, the names that their tables and what belongs to those have: what PostgreSQL refuses there, it calls by them.</summary>
public sealed record NamePartitions : SchemaStep;

/// <summary>Removes a table with all its rows.</summary>
public sealed record DropTable(string Table) : SchemaStep;

/// <summary>Gives a table another name. What belongs to it keeps its names: <see cref="RenameConstraint"/> and <see cref="RenameIndex"/> follow.</summary>
public sealed record RenameTable(string From, string To) : SchemaStep;

/// <summary>Gives a key, check, reference or exclusion another name.</summary>
public sealed record RenameConstraint(string Table, string From, string To) : SchemaStep;

/// <summary>Adds a column.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column; its default is in force at once, also for the rows that there are.</param>
/// <param name="Fill">What the rows that there are get where the column has no default of its own, as SQL; the column keeps none. Null for NULL.</param>
public sealed record AddColumn(string Table, ColumnModel Column, string? Fill) : SchemaStep;

/// <summary>Removes a column with what is in it.</summary>
public sealed record DropColumn(string Table, string Column) : SchemaStep;

/// <summary>Gives a column another name.</summary>
public sealed record RenameColumn(string Table, string From, string To) : SchemaStep;

/// <summary>Changes type, length, precision, default or nullability of a column whose name stays.</summary>
public sealed record AlterColumn(string Table, ColumnModel From, ColumnModel To) : SchemaStep;

/// <summary>Stops where rows stand against what later steps ask of them, before those close anything: it says how many and how to find them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Asks">What they stand against, as a message names it.</param>
/// <param name="Broken">A query for what stands against it.</param>
public sealed record LookAtRows(string Table, string Asks, string Broken) : SchemaStep;

/// <summary>Gives rows another value of a column. It may be begun again: what is done is passed by.</summary>
/// <param name="Table">The table.</param>
/// <param name="Column">The column.</param>
/// <param name="Value">The value as SQL over the columns of the row.</param>
/// <param name="Where">The rows that still lack it, as SQL.</param>
/// <param name="InBatches">Whether a few rows are locked at a time, outside of a transaction; else all are written in one statement.</param>
public sealed record FillColumn(string Table, string Column, string Value, string Where, bool InBatches) : SchemaStep;

/// <summary>Makes an index.</summary>
/// <param name="Table">The table.</param>
/// <param name="Index">The index.</param>
/// <param name="Concurrently">Whether writes go on meanwhile: outside of a transaction, removing first what an earlier try left behind.</param>
public sealed record CreateIndex(string Table, IndexModel Index, bool Concurrently) : SchemaStep
{
    /// <summary>In how many partitions it is made, one after another, where writes go on meanwhile; 0 for a table in one piece.</summary>
    public int Partitions { get; init; }
}

/// <summary>Makes of a unique index that is there the constraint of its name, which is looked at when a statement ends.</summary>
public sealed record UseIndex(string Table, IndexModel Index) : SchemaStep;

/// <summary>Removes an index, and the constraint that it is behind.</summary>
public sealed record DropIndex(string Table, IndexModel Index, bool Concurrently) : SchemaStep;

/// <summary>Gives an index another name.</summary>
public sealed record RenameIndex(string Table, string From, string To) : SchemaStep;

/// <summary>Adds a check.</summary>
/// <param name="Table">The table.</param>
/// <param name="Check">The check.</param>
/// <param name="Valid">Whether the rows that there are must hold it now; where not, <see cref="ValidateConstraint"/> follows in a later phase.</param>
public sealed record AddCheck(string Table, CheckModel Check, bool Valid) : SchemaStep;

/// <summary>Adds a reference.</summary>
/// <param name="Table">The table.</param>
/// <param name="Reference">The reference; its principal by the name of the table.</param>
/// <param name="Valid">As of <see cref="AddCheck"/>.</param>
public sealed record AddReference(string Table, ForeignKeyModel Reference, bool Valid) : SchemaStep;

/// <summary>Holds the rows that there are to a check or a reference, while reads and writes go on.</summary>
public sealed record ValidateConstraint(string Table, string Constraint) : SchemaStep;

/// <summary>Removes a check, a reference or an exclusion.</summary>
/// <param name="Table">The table.</param>
/// <param name="Constraint">Its name.</param>
/// <param name="IfThere">Whether it may be gone already.</param>
public sealed record DropConstraint(string Table, string Constraint, bool IfThere) : SchemaStep;

/// <summary>Keeps ranges of rows apart.</summary>
public sealed record AddExclusion(string Table, ExclusionModel Exclusion) : SchemaStep;

/// <summary>Makes a trigger and its function.</summary>
public sealed record CreateTrigger(TriggerModel Trigger) : SchemaStep;

/// <summary>Removes a trigger and its function.</summary>
public sealed record DropTrigger(string Table, string Trigger) : SchemaStep;

/// <summary>Gives every tenant a row that it lacks; in a row that is there it renews some values.</summary>
/// <param name="Table">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Renewed">The columns that get the row's values where a tenant has the row already; in ordinal order.</param>
public sealed record SeedRow(string Table, SeedState Row, EquatableArray<string> Renewed) : SchemaStep;

/// <summary>Runs a file of the user's.</summary>
/// <param name="File">Its name in the folder of migrations.</param>
/// <param name="Sql">Its text.</param>
/// <param name="InTransaction">Whether it is a transaction; where not, it is one statement that can be begun again.</param>
public sealed record RunSql(string File, string Sql, bool InTransaction) : SchemaStep;
