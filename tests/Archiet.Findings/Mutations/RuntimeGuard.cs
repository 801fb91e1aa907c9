namespace Archiet.Precision.Mutations;

/// <summary>Mutations that the runtime refuses by itself, whatever the build says: LeakTests runs each of them against PostgreSQL.</summary>
internal static class RuntimeGuard
{
    private static readonly HashSet<string> Refused = new(StringComparer.Ordinal)
    {
        // TenantStamp: a row of another tenant, or of none, is not saved.
        "a stub updated", "a stub removed", "a stub attached and changed", "a stub's state set", "the tenant set through the entry", "the tenant set through the entry's lambda",

        // EntityContext: without a tenant in force no query runs.
        "a context made by hand", "a pool of contexts", "a context for life", "a scope in place of a tenant",

        // EntityContext sets its filter last, and TenantModel uses no model that has another.
        "the filter replaced under its name", "the filter replaced by its constant", "the filter taken away", "the filter taken away through the metadata", "an anonymous filter beside the tenant's",
        "a filter of a captured tenant", "a filter with a way out",
    };

    /// <summary>Whether the runtime refuses what an operator does.</summary>
    public static bool Refuses(string mutation) => Refused.Contains(mutation);
}
