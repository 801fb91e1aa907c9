using Microsoft.EntityFrameworkCore;

namespace Archiet;

/// <summary>The context behind a user's own queries: knows its tenant, filters by it, stamps it on new rows and refuses another's.</summary>
public abstract class EntityContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The name of the query filter that keeps every query within its tenant.</summary>
    public const string TenantFilter = "tenant";

    /// <summary>The tenant in force. Reading it without one throws: no tenant never means all tenants.</summary>
    public Guid Tenant => throw new NotImplementedException();
}

/// <summary>Builds the Entity Framework model of an app from what its entities say of themselves.</summary>
public static class EntityModel
{
    /// <summary>States everything: tables, keys, columns, types, converters, references, indexes, checks. No conventions are needed, so a snapshot can call it.</summary>
    public static void Configure<TApp>(ModelBuilder model)
        where TApp : IArchietApp<TApp> => throw new NotImplementedException();
}
