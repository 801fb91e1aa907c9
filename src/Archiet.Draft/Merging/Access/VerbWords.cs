using Archiet.Draft.Merging.Names;

namespace Archiet.Draft.Merging.Access;

/// <summary>What verbs of documents come to.</summary>
internal static class VerbWords
{
    /// <summary>Operations in the order of the language.</summary>
    public static IReadOnlyList<string> Order { get; } = ["list", "read", "create", "update", "delete"];

    /// <summary>The operations that a verb means; empty where it is a word of its own. Who changes rows reads them.</summary>
    public static IReadOnlyList<string> Operations(string verb) => (NameWords.Split(verb) is { Count: > 0 } words ? words[0] : "") switch
    {
        "list" or "read" or "view" or "see" or "browse" or "search" or "access" or "find" or "look" or "filter" or "track" or "monitor" or "export" or "download" or "check" => ["list", "read"],
        "create" or "add" or "make" or "register" or "submit" or "upload" or "record" or "enter" or "import" or "capture" => ["create"],
        "update" or "edit" or "change" or "modify" or "correct" or "maintain" or "configure" or "set" or "rename" or "customize" => ["list", "read", "update"],
        "delete" or "remove" => ["list", "read", "delete"],
        "manage" or "administer" or "crud" or "own" => ["list", "read", "create", "update", "delete"],
        _ => [],
    };

    /// <summary>Whether words say that rows are somebody's own.</summary>
    public static bool IsOwn(string condition) =>
        NameWords.Split(condition).Any(static word => word is "own" or "owned" or "their" or "my" or "mine" or "his" or "her" or "themselves" or "assigned" or "theirs" or "self");
}
