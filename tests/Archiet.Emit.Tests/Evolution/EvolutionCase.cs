namespace Archiet.Emit.Tests.Evolution;

/// <summary>A schema that changes while rows of two tenants are in it.</summary>
/// <param name="Name">What changes.</param>
/// <param name="Before">Below <c>entities:</c>, before.</param>
/// <param name="After">The same, after.</param>
public sealed record EvolutionCase(string Name, string Before, string After)
{
    /// <summary>The first tenant.</summary>
    public const string One = "'11111111-1111-1111-1111-111111111111'";

    /// <summary>The second one.</summary>
    public const string Two = "'22222222-2222-2222-2222-222222222222'";

    /// <summary>What stands beside the entities, before.</summary>
    public string BesideBefore { get; init; } = "";

    /// <summary>What stands beside the entities, after.</summary>
    public string BesideAfter { get; init; } = "";

    /// <summary>Rows of the schema before, as SQL.</summary>
    public string Rows { get; init; } = "";

    /// <summary>The user's own step, or none.</summary>
    public string Step { get; init; } = "";

    /// <summary>A query of one text column.</summary>
    public string Asks { get; init; } = "";

    /// <summary>What it answers after the migration.</summary>
    public string[] Answers { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}
