namespace Archiet.Draft.Writing;

/// <summary>How far two texts of a genome are told apart: down to a role, a field, a rule, a transition, a grant. What is below that is taken whole.</summary>
internal static class ElementDepth
{
    /// <summary>Whether the keys below a path are elements, or lead to elements.</summary>
    /// <param name="path">Keys joined by dots, with the word <c>entities</c>.</param>
    public static bool IsWithin(string path) => path.Length == 0 || path.Split('.') is
        ["app" or "tenancy" or "roles" or "types" or "values" or "enums" or "mixins" or "entities" or "capabilities" or "operations" or "questions"]
        or ["entities", _]
        or ["entities", _, "fields" or "rules" or "unique" or "indexes" or "lifecycle"]
        or ["entities", _, "lifecycle", "transitions"]
        or ["capabilities", _]
        or ["capabilities", _, "allow"];

    /// <summary>A path as people read it: without the word <c>entities</c>.</summary>
    public static string Shown(string path) => path.StartsWith("entities.", StringComparison.Ordinal) ? path["entities.".Length..] : path;
}
