using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>User stories: "As a clerk, I want to create an order so that ...".</summary>
internal static partial class StoryRules
{
    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required)
        {
            if (Story().Match(place.Text) is { Success: true } story)
            {
                var role = RoleNames.Of(story.Groups[1].Value, reading);
                findings.AddRole(role, "", Basis.Stated, place.Alone);
                if (Deed.At(Token.Of(story.Groups[2].Value), 0) is { } deed)
                {
                    DeedNotes.Add(deed, role, place, Basis.Stated, reading, findings);
                }
            }
        }
    }

    [GeneratedRegex(
        @"^(?:user story:? )?as an? ([^,.]{2,60}?),? i (?:want|need|would like|wish|should be able|must be able|can|am able|'d like)(?: to be able)?(?: to)? (.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Story();
}
