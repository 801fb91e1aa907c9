namespace Archiet.Genome.Diagnostics;

public static partial class GenomeDiagnostics
{
    // Whether fields that are rows, and mixins, hold together.

    /// <summary>A field that holds rows takes no such word.</summary>
    public static GenomeDiagnosticDescriptor RowsTakeNo { get; } = Error(
        "ARC0100", "A field that holds rows takes no such word", "'{0}' holds rows of '{1}' and takes no '{2}'; remove it.");

    /// <summary>A field that holds rows names no entity.</summary>
    public static GenomeDiagnosticDescriptor RowsOfNoEntity { get; } = Error(
        "ARC0101", "A field that holds rows names no entity", "'{0}' holds rows, so its type is the name of an entity, and '{1}' is none; name an entity, or remove 'owned' or 'many'.");

    /// <summary>Rows are owned or shared, not both.</summary>
    public static GenomeDiagnosticDescriptor OwnedAndMany { get; } = Error(
        "ARC0102", "Rows are owned or shared, not both", "'{0}' cannot be both 'owned' and 'many'; owned rows belong to one row alone.");

    /// <summary>An entity has two owners.</summary>
    public static GenomeDiagnosticDescriptor OwnedTwice { get; } = Error(
        "ARC0103", "An entity has two owners", "'{0}' is already owned by the field at {1}; rows belong to one owner, through one field.");

    /// <summary>Tenants and members cannot be owned.</summary>
    public static GenomeDiagnosticDescriptor OwnedRole { get; } = Error(
        "ARC0104", "Tenants and members cannot be owned", "'{0}' is {1} and cannot be owned; its rows are made and removed with their accounts and tenants.");

    /// <summary>Owned rows own no rows.</summary>
    public static GenomeDiagnosticDescriptor NestedOwning { get; } = Error(
        "ARC0105", "Owned rows own no rows", "'{0}' cannot own '{1}': owning goes one level deep, and no entity owns itself; make one of the two an ordinary reference.");

    /// <summary>Many rows refer to the tenant anyway.</summary>
    public static GenomeDiagnosticDescriptor LinkToTenant { get; } = Error(
        "ARC0106", "Many rows refer to the tenant anyway", "'{0}' cannot hold rows of '{1}': every row belongs to its one tenant already; remove the field.");

    /// <summary>Owned rows are shared with nobody.</summary>
    public static GenomeDiagnosticDescriptor LinkToOwned { get; } = Error(
        "ARC0107", "Owned rows are shared with nobody", "'{0}' cannot hold rows of '{1}', which are owned by '{2}'; refer to '{2}' instead.");

    /// <summary>An owned entity takes no such word.</summary>
    public static GenomeDiagnosticDescriptor OwnedTakesNo { get; } = Error(
        "ARC0108", "An owned entity takes no such word", "'{0}' is owned and takes no '{1}': its rows are made, read, changed and removed with their owner; remove it.");

    /// <summary>Tenants are not removed softly.</summary>
    public static GenomeDiagnosticDescriptor TenantSoftDelete { get; } = Error(
        "ARC0109", "Tenants are not removed softly", "The tenant entity '{0}' takes no 'softDelete': tenants are removed by provisioning; remove it.");

    /// <summary>A mixin that does not exist.</summary>
    public static GenomeDiagnosticDescriptor UnknownMixin { get; } = Error(
        "ARC0110", "A mixin that does not exist", "No mixin is named '{0}'{1}");

    /// <summary>A mixin owns no rows.</summary>
    public static GenomeDiagnosticDescriptor OwnedInMixin { get; } = Error(
        "ARC0111", "A mixin owns no rows", "'{0}' cannot be owned in a mixin: rows have one owner, and a mixin is part of any number of entities; say it in the entity.");
}
