namespace Archiet.Model.Expressions;

/// <summary>What the roots of an expression are in a piece of SQL. Every text is SQL that is finished: quoted, and free of anything a request said.</summary>
/// <param name="Table">The name of the table that <c>this</c> is a row of: it qualifies columns where another row's could be meant.</param>
/// <param name="Row">What stands before a column of <c>this</c> (<c>NEW</c>, or a quoted alias); null where columns stand alone, as in a CHECK.</param>
/// <param name="Tenant">The id of the tenant.</param>
/// <param name="Member">The id of the caller's member row, or NULL.</param>
/// <param name="Input">The value of a field of the input; null where there is none.</param>
public sealed record SqlScope(string Table, string? Row = null, string Tenant = "$1", string Member = "$2", Func<string, string>? Input = null)
{
    /// <summary>Inside a trigger's function: the row is NEW, and the tenant is its.</summary>
    public static SqlScope Trigger(string table) => new(table, "NEW", "NEW.\"tenant_id\"", "NULL");
}
