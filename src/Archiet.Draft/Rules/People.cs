using System.Text.RegularExpressions;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules;

/// <summary>Which entity is the customer of the system, and which are the people who work with it: only where the document says so.</summary>
internal sealed partial class People
{
    private static readonly HashSet<string> Tenants = new(
        ["organization", "organisation", "tenant", "company", "workspace", "practice", "clinic", "store", "shop", "school", "agency", "firm", "club", "hospital", "restaurant", "team", "property"], StringComparer.Ordinal);

    private static readonly HashSet<string> Members = new(["user", "member", "employee", "staff member", "team member", "organization member", "organization user", "account user"], StringComparer.Ordinal);

    private readonly HashSet<string> isolated = new(StringComparer.Ordinal);

    /// <summary>Reads what the document says of them.</summary>
    public People(Reading reading, Findings findings)
    {
        foreach (var match in reading.Places.SelectMany(place => Isolation().Matches(place.Text)))
        {
            var said = match.Groups[1].Value;
            isolated.Add(Term.Of(Term.SplitWords(said).Where(word => !word.Equals("id", StringComparison.OrdinalIgnoreCase))).Key);
        }
        isolated.IntersectWith(findings.Candidates.Select(candidate => candidate.Term.Key));
    }

    /// <summary>Whether a word is one for customers of systems.</summary>
    public static bool IsTenantWord(Term term) => Tenants.Contains(term.Key);

    /// <summary>Whether an entity is the tenant.</summary>
    public Items.Certainty IsTenant(Term term, Findings findings) => findings.IsTenant(term) ? Items.Certainty.Yes : isolated.Contains(term.Key) && Tenants.Contains(term.Head) ? Items.Certainty.Yes : Tenants.Contains(term.Head) ? Items.Certainty.Unknown : Items.Certainty.No;

    /// <summary>Whether its rows are the people who work with the system.</summary>
    public static Items.Certainty IsMember(Term term) => Members.Contains(term.Key) ? Items.Certainty.Yes : RoleNames.IsPerson(term) ? Items.Certainty.Unknown : Items.Certainty.No;

    [GeneratedRegex(
        @"(?:isolat\w+|separat\w+|scoped|partition\w*|isolation|filter\w*)(?: \w+){0,3}? (?:by|per|between|for each|to|within)(?: each| their| the| an| a)? ([A-Za-z]\w+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Isolation();
}
