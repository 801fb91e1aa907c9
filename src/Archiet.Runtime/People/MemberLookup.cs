namespace Archiet;

/// <summary>How the member row of a session's account is found, behind <c>archiet.find_session</c> in one batch.</summary>
/// <param name="Sql">A statement of one column, the id; null when the app has no member entity.</param>
internal sealed record MemberLookup(string? Sql)
{
    /// <summary>The look-up in an entity's table, under the row-level security that holds for the app everywhere.</summary>
    public static MemberLookup In(EntityTable? members) => new(members is null
        ? null
        : $"""
            SELECT "id" FROM {SqlName.Quote(members.Table)}
            WHERE "tenant_id" = nullif(current_setting('app.tenant', true), '')::uuid AND "account_id" = nullif(current_setting('app.account', true), '')::uuid
                {(members.IsSoftDeleted ? "AND \"deleted_at\" IS NULL" : "")}
            """);
}
