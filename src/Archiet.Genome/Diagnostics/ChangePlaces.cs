namespace Archiet.Genome.Diagnostics;

/// <summary>Finds the place of a change among those that a genome has.</summary>
public static class ChangePlaces
{
    /// <summary>What is always somewhere: the app itself.</summary>
    public const string App = "app";

    /// <summary>What is said of all tables.</summary>
    public const string Tenancy = "tenancy";

    /// <summary>The place of a key, or of the nearest thing around it: of a field that is gone its entity's, of an entity that is gone the app's. Null for a genome without an app.</summary>
    /// <param name="places">As <see cref="GenomeFrontEnd.LocateChanges"/> gives them.</param>
    /// <param name="key">The key.</param>
    public static GenomeSpan? Nearest(IReadOnlyCollection<ChangePlace> places, string key)
    {
        for (var around = key; around.Length > 0; around = around.Substring(0, Math.Max(0, around.LastIndexOf('.'))))
        {
            if (places.FirstOrDefault(place => place.Key == around) is { } found)
            {
                return found.Span;
            }
        }
        return key == App ? null : Nearest(places, App);
    }
}
