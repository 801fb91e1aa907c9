namespace Archiet;

/// <summary>
/// States that a library, which the tenancy rules have not seen, works within the tenant of the contexts and queries that it is given, and why that is so:
/// <c>[assembly: KeepsTenant("Gridify", because: "it adds Where and OrderBy to the query that it is given")]</c>. The code may then hand them to it (ARC1013).
/// </summary>
/// <param name="assembly">The simple name of the library's assembly.</param>
/// <param name="because">Why, for whoever reviews the code. Without a reason it states nothing.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class KeepsTenantAttribute(string assembly, string because) : Attribute
{
    /// <summary>The simple name of the library's assembly.</summary>
    public string Assembly { get; } = assembly;

    /// <summary>Why it keeps the tenant.</summary>
    public string Because { get; } = because;
}
