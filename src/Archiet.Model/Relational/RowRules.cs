using Archiet.Genome;

namespace Archiet.Model;

/// <summary>Rows of one key whose ranges are kept apart.</summary>
/// <param name="Name">The constraint.</param>
/// <param name="Key">The columns that must be equal beside tenant_id.</param>
/// <param name="Range">The range as SQL over the columns of the row.</param>
/// <param name="Where">The rows that are meant, as SQL; empty for all.</param>
public sealed record ExclusionModel(string Name, EquatableArray<string> Key, string Range, string Where);

/// <summary>A trigger with a function of its own.</summary>
/// <param name="Name">The trigger and its function.</param>
/// <param name="Table">The table whose rows it stands behind.</param>
/// <param name="DeferredEvents">What it answers to when the transaction ends, as in <c>INSERT OR DELETE</c>; null for one that answers every insert and update at once.</param>
/// <param name="Rules">What it holds.</param>
public sealed record TriggerModel(string Name, string Table, string? DeferredEvents, EquatableArray<TriggerRule> Rules);

/// <summary>What a trigger holds.</summary>
/// <param name="Constraint">The name that its refusal carries.</param>
public abstract record TriggerRule(string Constraint);

/// <summary>A column that begins in one state and goes from one to another along ways.</summary>
/// <param name="Constraint">The name that its refusal carries.</param>
/// <param name="Column">The column.</param>
/// <param name="Initial">The state of a new row.</param>
/// <param name="Ways">From where to where, each once.</param>
public sealed record WaysRule(string Constraint, string Column, string Initial, EquatableArray<WayModel> Ways) : TriggerRule(Constraint);

/// <summary>A way from one state to another, by their stored names.</summary>
public sealed record WayModel(string From, string To);

/// <summary>Columns that keep what they were given at first.</summary>
public sealed record OnceRule(string Constraint, EquatableArray<string> Columns) : TriggerRule(Constraint);

/// <summary>A condition that is not false of a row as it is written.</summary>
/// <param name="Constraint">The name that its refusal carries.</param>
/// <param name="Sql">The condition over <c>NEW</c>.</param>
/// <param name="Columns">The columns whose change asks for it; none for every write.</param>
public sealed record HoldsRule(string Constraint, string Sql, EquatableArray<string> Columns) : TriggerRule(Constraint);

/// <summary>A reference that leads to no row that is marked as deleted when it is made.</summary>
/// <param name="Constraint">The foreign key, whose refusal it is.</param>
/// <param name="Column">The column of the reference.</param>
/// <param name="Table">The table that it leads to.</param>
public sealed record LiveRule(string Constraint, string Column, string Table) : TriggerRule(Constraint);

/// <summary>A row that has another version when the transaction ends, because the written row is one of those that it owns.</summary>
/// <param name="Table">The table of the owner.</param>
/// <param name="Column">The column of the written row that names it.</param>
public sealed record TouchRule(string Table, string Column) : TriggerRule("");

/// <summary>A condition that is not false of a row of a table when the transaction ends.</summary>
/// <param name="Constraint">The name that its refusal carries.</param>
/// <param name="Table">The table of the row.</param>
/// <param name="Column">The column of the written row that names it: <c>id</c> for the row itself.</param>
/// <param name="Sql">The condition over the table's columns.</param>
public sealed record HoldsOfRule(string Constraint, string Table, string Column, string Sql) : TriggerRule(Constraint);
