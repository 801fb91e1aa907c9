namespace Archiet.DraftScore.Scoring;

/// <summary>
/// What an ambiguity is about: <c>Invoice</c>, <c>Invoice.fields.status</c>, <c>Invoice > Account</c>, <c>Invoice.lifecycle</c>, <c>roles.bookkeeper</c>,
/// <c>permissions.admin.delete.Invoice</c> or <c>tenancy</c>, by the names of the reference.
/// </summary>
/// <param name="Entity">The entity, or nothing.</param>
/// <param name="Member">The field, or the other entity of a relationship; or nothing.</param>
/// <param name="Role">The role, or nothing.</param>
internal sealed record AmbiguityPath(string Entity, string Member, string Role)
{
    /// <summary>Whether it is about which entity is the tenant.</summary>
    public bool IsTenancy { get; private init; }

    /// <summary>Whether <see cref="Member"/> is an entity.</summary>
    public bool IsRelationship { get; private init; }

    /// <summary>Whether it is about the states of the entity.</summary>
    public bool IsLifecycle { get; private init; }

    /// <summary>Whether it is about what a role may do.</summary>
    public bool IsGrant { get; private init; }

    /// <summary>Reads a path.</summary>
    public static AmbiguityPath Of(string path)
    {
        if (path.Split(" > ") is [var from, var to])
        {
            return new(from, to, "") { IsRelationship = true };
        }
        return path.Split('.') switch
        {
            ["tenancy"] => new("", "", "") { IsTenancy = true },
            ["roles", var role] => new("", "", role),
            ["permissions", var role, _, var entity] => new(entity, "", role) { IsGrant = true },
            [var entity, "lifecycle"] => new(entity, "", "") { IsLifecycle = true },
            [var entity, "fields", var field] => new(entity, field, ""),
            [var entity] => new(entity, "", ""),
            _ => throw new FormatException($"'{path}' is no path of an ambiguity."),
        };
    }
}
