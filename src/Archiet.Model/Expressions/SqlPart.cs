namespace Archiet.Model.Expressions;

/// <summary>How tightly SQL binds, as PostgreSQL orders it.</summary>
internal enum SqlStrength
{
    Or,
    And,
    Not,
    Is,
    Comparison,
    In,
    Other,
    Sum,
    Product,
    Unary,
    Primary,
}

/// <summary>A piece of SQL and how tightly it binds.</summary>
internal readonly record struct SqlPart(string Text, SqlStrength Strength)
{
    /// <summary>The text, in parentheses where something binds tighter than it does.</summary>
    public string At(SqlStrength least) => Strength >= least ? Text : "(" + Text + ")";
}
