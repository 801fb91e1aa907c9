namespace Archiet.Emit;

/// <summary>What the roots of an expression are in a piece of C#.</summary>
/// <param name="Types">How types are named where the code stands.</param>
/// <param name="This">The instance that <c>this</c> is; empty for the members of the class itself.</param>
/// <param name="Now">The time of the transaction.</param>
/// <param name="Today">Its date in UTC.</param>
/// <param name="User">The id of the caller's member row, a <c>Guid?</c>.</param>
/// <param name="Tenant">The id of the tenant, a <c>Guid</c>.</param>
/// <param name="Input">What an operation was given.</param>
/// <param name="Context">
/// The context of a query that Entity Framework translates; null where the code runs over instances. A query speaks of missing rows as SQL does and reaches all
/// rows; code over instances sees the rows that are loaded.
/// </param>
internal sealed record CSharpScope(
    TypeNames Types, string This = "it", string Now = "findings.Now", string Today = "findings.Today", string User = "user", string Tenant = "tenant",
    string Input = "input", string? Context = null)
{
    public bool IsQuery => Context is not null;
}
