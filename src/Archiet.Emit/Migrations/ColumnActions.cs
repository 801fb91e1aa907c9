using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What is done to a column to make it another, as PostgreSQL says it.</summary>
internal static class ColumnActions
{
    /// <summary>As in <c>TYPE text</c> and <c>DROP NOT NULL</c>; all of them are one statement.</summary>
    public static IEnumerable<string> Of(ColumnModel from, ColumnModel to)
    {
        var retyped = from.StoreType != to.StoreType;
        if (from.Default is not null && (retyped || to.Default is null))
        {
            yield return "DROP DEFAULT";
        }
        if (retyped)
        {
            yield return "TYPE " + to.StoreType + Using(from, to);
        }
        if (from.Nullable != to.Nullable)
        {
            yield return to.Nullable ? "DROP NOT NULL" : "SET NOT NULL";
        }
        if (to.Default is { } value && (retyped || value != from.Default))
        {
            yield return "SET DEFAULT " + value;
        }
    }

    // Within a family PostgreSQL converts by itself, and refuses what does not fit; a conversion that is written out would cut it off in silence.
    private static string Using(ColumnModel from, ColumnModel to) => TypeChanges.Of(from, to) != TypeChange.Retype || to.StoreType == "text" ? ""
        : to.StoreType == "jsonb" ? " USING to_jsonb(\"" + to.Name + "\")"
        : " USING \"" + to.Name + "\"::text::" + to.StoreType;
}
