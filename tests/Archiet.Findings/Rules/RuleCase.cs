namespace Archiet.Precision.Rules;

/// <summary>What stands in a case.</summary>
internal enum RuleCaseKind
{
    /// <summary>Statements of a method that has everything at hand.</summary>
    Statements,

    /// <summary>A member of a class.</summary>
    Member,

    /// <summary>A file.</summary>
    File,

    /// <summary>What a context does with its model.</summary>
    Model,

    /// <summary>A script of a page.</summary>
    Script,
}

/// <summary>Code with a known answer.</summary>
/// <param name="Family">What it is a case of.</param>
/// <param name="Id">The rule that finds it, or that it resembles.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What stands in it.</param>
/// <param name="Code">The code.</param>
/// <param name="IsToFind">The answer.</param>
internal sealed record RuleCase(string Family, string Id, string Name, RuleCaseKind Kind, string Code, bool IsToFind);
