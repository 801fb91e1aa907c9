using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Notes a deed: what it is done to may be an entity, and who does it may do it.</summary>
internal static class DeedNotes
{
    private const int Strong = 2;

    /// <summary>Notes it.</summary>
    /// <param name="deed">The deed.</param>
    /// <param name="role">Who does it, or nothing.</param>
    /// <param name="place">The sentence.</param>
    /// <param name="basis">Whether the sentence grants it outright.</param>
    /// <param name="reading">The document.</param>
    /// <param name="findings">Where it is noted.</param>
    /// <param name="isPassing">Whether it is only told, and not asked for.</param>
    public static void Add(Deed deed, Term role, Place place, Basis basis, Reading reading, Findings findings, bool isPassing = false)
    {
        var isKept = !isPassing && deed.Verbs.Any(Verbs.IsKeeping);
        foreach (var thing in deed.Things.Select(reading.Shortest).Where(thing => !thing.IsNone).Distinct())
        {
            findings.Suggest(thing, isKept ? Strong : 1, place.Id);
            if (role.IsNone)
            {
                continue;
            }
            var condition = Condition(place.Text);
            foreach (var verb in deed.Verbs.SelectMany(Verbs.PermissionsOf).Distinct())
            {
                findings.Add(new PermissionItem(role.Shown, verb, thing.Shown, condition, basis, place.Alone));
            }
        }
    }

    /// <summary>The words that say that it is about somebody's own rows.</summary>
    private static string Condition(string text)
    {
        foreach (var words in new[] { "their own", "my own", "his own", "assigned to them", "assigned to me", "assigned" })
        {
            if (text.Contains(" " + words + " ", StringComparison.OrdinalIgnoreCase))
            {
                return words;
            }
        }
        return text.Contains(" my ", StringComparison.OrdinalIgnoreCase) ? "my" : "";
    }
}
