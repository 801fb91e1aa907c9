namespace Archiet;

/// <summary>
/// The rows of an owner as one JSON array that the database makes, in the forms in which <see cref="RowWriter"/> writes the same values: an expression for the owner's
/// SELECT or RETURNING, where $1 is the tenant.
/// </summary>
internal static class OwnedJson
{
    public static string Of(string owner, EntityTable child)
    {
        var column = child.Owned?.Column ?? throw new InvalidOperationException($"{child.Name} has no owner.");
        return $"""
            (SELECT coalesce(json_agg(owned), '[]') FROM (SELECT {string.Join(", ", Members(child).Prepend("\"id\""))} FROM "{child.Table}"
            WHERE "{child.Table}"."tenant_id" = $1 AND "{child.Table}"."{column}" = "{owner}"."id" ORDER BY {string.Join(", ", Order(child))}) AS owned)
            """;
    }

    /// <summary>By columns, not by what is made of them: the names of both may be the same.</summary>
    private static IEnumerable<string> Order(EntityTable child) => child.Order
        .Select(key => $"\"{child.Table}\".\"{child.Fields[key.Field].Column}\"{(key.Descending ? " DESC" : "")}").Append($"\"{child.Table}\".\"id\"");

    private static IEnumerable<string> Members(EntityTable child) => child.Layout.Members
        .Where(member => child.Layout.Readable.Has(member.Fields))
        .Select(member => member.Group is { } group ? $"{Value(child, group, member)} AS \"{group.Name}\"" : Member(child.Fields[member.Position]));

    /// <summary>A value that may be absent is null when its first required field is.</summary>
    private static string Value(EntityTable child, FieldGroup group, JsonMember member)
    {
        var fields = member.Members.Select(inner => child.Fields[inner.Position]).ToList();
        var whole = $"(SELECT row_to_json(value) FROM (SELECT {string.Join(", ", fields.Select(Member))}) AS value)";
        return group.Required ? whole : $"CASE WHEN \"{fields.Find(field => field.Required)!.Column}\" IS NOT NULL THEN {whole} END";
    }

    private static string Member(Field field) => $"{Form(field.Kind, field.Select)} AS \"{field.Name}\"";

    private static string Form(FieldKind kind, string value) => kind switch
    {
        FieldKind.Time => $"to_char({value}, 'HH24:MI:SS')",
        FieldKind.Timestamp => $"""rtrim(rtrim(to_char({value} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), '0'), '.') || 'Z'""",
        FieldKind.Duration => $"archiet.iso_duration({value})",
        FieldKind.Bytes => $"translate(encode({value}, 'base64'), E'\\n', '')",
        _ => value,
    };
}
