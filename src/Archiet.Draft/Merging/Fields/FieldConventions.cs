using Archiet.Draft.Merging.Names;

namespace Archiet.Draft.Merging.Fields;

/// <summary>Fields whose names say all: those that every row has anyway, and those that the server sets.</summary>
internal static class FieldConventions
{
    /// <summary>Whether every row has it without being told: its id, and whose it is.</summary>
    public static bool IsEverywhere(string word, string entity, string tenant)
    {
        var key = NameWords.Key(word);
        return key is "id" or "tenant" or "tenant id" || key == NameWords.Key(entity) + " id" || (entity != tenant && (key == NameWords.Key(tenant) + " id" || key == NameWords.Key(tenant)));
    }

    /// <summary>The field that the server sets, or null where the name does not say that.</summary>
    /// <param name="word">What the document calls it.</param>
    /// <param name="member">The entity whose rows are the people.</param>
    public static MergedField? ServerSet(string word, string member) => NameWords.Key(word) switch
    {
        "created at" or "creation date" or "date created" or "created on" or "creation time" => new("createdAt", "timestamp", default) { OnCreate = "now()" },
        "updated at" or "modified at" or "last modified" or "last updated" or "changed at" or "updated on" => new("updatedAt", "timestamp", default) { OnUpdate = "now()" },
        "created by" or "created by id" => new("createdBy", member, default) { OnCreate = "user", OnDelete = "setNull", IsRelationship = true },
        "updated by" or "updated by id" or "modified by" => new("updatedBy", member, default) { OnUpdate = "user", OnDelete = "setNull", IsRelationship = true },
        _ => null,
    };
}
