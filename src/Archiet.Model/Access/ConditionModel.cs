using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>A row condition of a capability.</summary>
/// <param name="Name">The capability.</param>
/// <param name="Description">What the capability is for, or empty.</param>
/// <param name="Text">The condition as the genome writes it.</param>
/// <param name="Sql">The condition over the table's columns, $1 (tenant) and $2 (caller).</param>
/// <param name="Predicate">The condition for queries of the user's own.</param>
public sealed record ConditionModel(string Name, string Description, string Text, string Sql, NamedExpression Predicate);
