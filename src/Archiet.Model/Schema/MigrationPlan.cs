using Archiet.Genome;

namespace Archiet.Model;

/// <summary>A migration as it is emitted: an Entity Framework migration for each of its phases.</summary>
/// <param name="Id">The id of the first phase, 14 digits, an underscore and a name; those of later ones end in <c>.02</c> and so on.</param>
/// <param name="Hash">SHA-256 over the lines of its delta, in lower-case hex: what it does, whether it is sealed or still pending.</param>
/// <param name="Breaks">Whether the release before it cannot write to the schema after it: something it names is gone, renamed or of another type.</param>
/// <param name="Phases">At least one.</param>
public sealed record MigrationPlan(string Id, string Hash, bool Breaks, EquatableArray<MigrationPhase> Phases)
{
    /// <summary>The id of what is not sealed: it sorts last and needs no clock.</summary>
    public const string PendingId = "99991231235959_pending";

    /// <summary>The id of a phase, counted from 0.</summary>
    public string PhaseId(int phase) => phase == 0 ? Id : Id + "." + (phase + 1).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>What is done in one transaction, or one statement that PostgreSQL does in none.</summary>
/// <param name="Transactional">Whether all of it happens or nothing; where not, it is one step that can be begun again.</param>
/// <param name="Up">The steps, in order.</param>
/// <param name="Down">The steps that undo it, in order. Data that the steps up removed does not come back.</param>
public sealed record MigrationPhase(bool Transactional, EquatableArray<SchemaStep> Up, EquatableArray<SchemaStep> Down);
