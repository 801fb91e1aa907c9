namespace Archiet.Analyzers.Secrets.Files;

/// <summary>What a token of a script is.</summary>
internal enum ScriptTokenKind
{
    /// <summary>An identifier or a keyword.</summary>
    Name,

    /// <summary>A string literal; its place is that of its content.</summary>
    Text,

    /// <summary>A string literal with values of run time inside; its place is that of its content, the expressions of the holes and all.</summary>
    Template,

    /// <summary>Everything else: a number, a regular expression, brackets one by one, operators as long as they go.</summary>
    Sign,
}

/// <summary>How a literal writes what it cannot write as it is.</summary>
internal enum ScriptEscapes
{
    /// <summary>It has nothing of the kind.</summary>
    None,

    /// <summary>With a backslash before it.</summary>
    Backslash,

    /// <summary>A quote as two.</summary>
    Doubled,
}

/// <summary>A token of a script.</summary>
internal readonly struct ScriptToken
{
    /// <summary>Creates it.</summary>
    public ScriptToken(ScriptTokenKind kind, int start, int end, ScriptEscapes escapes = ScriptEscapes.None)
    {
        Kind = kind;
        Start = start;
        End = end;
        Escapes = escapes;
    }

    /// <summary>What it is.</summary>
    public ScriptTokenKind Kind { get; }

    /// <summary>Where it starts.</summary>
    public int Start { get; }

    /// <summary>Where it ends.</summary>
    public int End { get; }

    /// <summary>How its content is escaped.</summary>
    public ScriptEscapes Escapes { get; }

    /// <summary>Whether it is exactly this.</summary>
    public bool Is(string text, string sign) => Kind is ScriptTokenKind.Sign or ScriptTokenKind.Name
        && End - Start == sign.Length
        && string.CompareOrdinal(text, Start, sign, 0, sign.Length) == 0;
}
