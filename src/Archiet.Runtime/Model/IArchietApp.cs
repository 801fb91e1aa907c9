namespace Archiet;

/// <summary>The app as its genome describes it. Emitted once; found by type, never by scanning assemblies.</summary>
/// <typeparam name="TSelf">The emitted app class.</typeparam>
public interface IArchietApp<TSelf>
    where TSelf : IArchietApp<TSelf>
{
    /// <summary>The app's name in the genome.</summary>
    static abstract string Name { get; }

    /// <summary>Who may do what.</summary>
    static abstract AccessTable Access { get; }

    /// <summary>
    /// Names every entity, in ordinal order of names: the tenant entity by <c>Tenant</c>, the member entity by <c>Member</c>, those whose rows belong to a row of
    /// another one by <c>Owned</c>, others by <c>Entity</c>.
    /// </summary>
    static abstract void Describe(EntityMap map);

    /// <summary>Names every operation with a handler of the user's; an app without any has no need to.</summary>
    static virtual void DescribeOperations(OperationMap map)
    {
    }

    /// <summary>Hands in the parts of the OpenAPI document.</summary>
    static abstract void DescribeApi(OpenApiParts parts);

    /// <summary>Names the migrations that follow from the genome, oldest first: what the database must have seen. An app without any has no need to.</summary>
    static virtual void DescribeHistory(HistoryMap map)
    {
    }
}

/// <summary>What an app's entities are told to, so that no one needs to know their types but their own emitted code.</summary>
public abstract class EntityMap
{
    /// <summary>An ordinary entity.</summary>
    public abstract EntityMap Entity<T>()
        where T : class, IMapped<T>;

    /// <summary>An entity whose rows live and die with a row of another one: it has no endpoints of its own.</summary>
    public abstract EntityMap Owned<T>()
        where T : class, IMapped<T>;

    /// <summary>The entity whose rows are the tenants: never created or deleted over the API.</summary>
    /// <param name="example">A JSON object with the examples of its required fields, from which development makes its tenants.</param>
    public abstract EntityMap Tenant<T>(string example)
        where T : class, IMapped<T>;

    /// <summary>The entity whose rows are a tenant's people, with the column <c>account_id</c> (uuid, null, unique per tenant) beside its fields.</summary>
    /// <param name="example">A JSON object with the examples of its required fields, from which development makes its members.</param>
    public abstract EntityMap Member<T>(string example)
        where T : class, IMapped<T>;
}
