namespace Archiet.Emit;

/// <summary>How tightly C# binds.</summary>
internal enum CSharpStrength
{
    Conditional,
    Coalesce,
    Or,
    And,
    Equality,
    Relation,
    Sum,
    Product,
    Unary,
    Primary,
}

/// <summary>A piece of C# and how tightly it binds.</summary>
internal readonly record struct CSharpPart(string Text, CSharpStrength Strength)
{
    public static CSharpPart True { get; } = new("true", CSharpStrength.Primary);

    public static CSharpPart False { get; } = new("false", CSharpStrength.Primary);

    /// <summary>The text, in parentheses where something binds tighter than it does.</summary>
    public string At(CSharpStrength least) => Strength >= least ? Text : "(" + Text + ")";
}
