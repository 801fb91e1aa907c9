namespace Archiet.Genome.Language;

/// <summary>Names that what is emitted, Entity Framework or PostgreSQL have taken already.</summary>
public static class ReservedNames
{
    /// <summary>Members of every emitted entity.</summary>
    public static NameSet EntityMembers { get; } = new(
        "Id", "TenantId", "Version", "Check", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString");

    /// <summary>Members of the member entity.</summary>
    public static NameSet MemberEntityMembers { get; } = new([.. EntityMembers.Names, "AccountId"]);

    /// <summary>Members of an entity whose rows are removed softly.</summary>
    public static NameSet SoftDeleteMembers { get; } = new("DeletedAt", "DeletedBy", "DeletedById");

    /// <summary>Names of operations that no transition can have.</summary>
    public static NameSet TransitionNames { get; } = new([.. LanguageWords.OperationNames]);

    /// <summary>Names that no operation can have: those of the classes within its own.</summary>
    public static NameSet OperationNames { get; } = new("input", "output");

    /// <summary>Members of every C# record.</summary>
    public static NameSet RecordMembers { get; } = new(
        "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "PrintMembers", "ReferenceEquals", "ToString");

    /// <summary>Members of every emitted value.</summary>
    public static NameSet ValueMembers { get; } = new([.. RecordMembers.Names, "Blank"]);

    /// <summary>Members of every emitted struct of a text.</summary>
    public static NameSet TextMembers { get; } = new("From", "Stored", "TryFrom", "Value");

    /// <summary>Members of every emitted class of an operation.</summary>
    public static NameSet HandlerMembers { get; } = new("RunAsync");

    /// <summary>Columns that PostgreSQL has in every table.</summary>
    public static NameSet SystemColumns { get; } = new("cmax", "cmin", "ctid", "tableoid", "xmax", "xmin");

    /// <summary>Members of Entity Framework's and the runtime's contexts, which a set of entities cannot be named as.</summary>
    public static NameSet ContextMembers { get; } = new(
        "Add", "AddRange", "Attach", "AttachRange", "ChangeTracker", "ContextId", "Database", "DeletedFilter", "Dispose", "Entry", "Equals", "Extend", "Find", "Model", "Remove",
        "RemoveRange", "SaveChanges", "Set", "Tenant", "TenantFilter", "Update", "UpdateRange");
}
