using System.Text.RegularExpressions;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Sentences that say whose rows nobody else sees: "Each clinic only sees its own data".</summary>
internal static partial class TenantRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Finds them, wherever they stand: who the customers are is often said at the beginning.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Places.Where(place => place.Part != SectionKind.OutOfScope))
        {
            foreach (var regex in new[] { OwnData(), Others(), NeverSeen() })
            {
                if (regex.Match(place.Text) is { Success: true } match && NounPhrase.Clean(match.Groups[1].Value.Split(' ')) is { IsNone: false } term && !RoleNames.IsPerson(term))
                {
                    findings.Declare(term, place.Alone);
                    findings.AddTenant(term);
                }
            }
        }
    }

    [GeneratedRegex(@"\b(?:each|every|an?|one) ([a-z][\w\-]*(?: [\w\-]+)??) (?:can |may |must |shall )?(?:only )?(?:sees?|has|have|access(?:es)?|works? with) (?:only )?(?:its|their) own (?:\w+ )?(?:data|records|rows|workspace|customers)\b", Options)]
    private static partial Regex OwnData();

    [GeneratedRegex(@"\b(?:several|many|multiple|different|all) ([a-z][\w\-]*(?: [\w\-]+)??) (?:use|share|work|run)\b.{0,80}\b(?:none|no one|nobody|no [a-z]+|without) (?:may |can |must |should |of them )*(?:see|sees|seeing|access|accesses)\b", Options)]
    private static partial Regex Others();

    [GeneratedRegex(@"\bdata of (?:one|each|an?) ([a-z][\w\-]*) (?:must|may|shall|can|is|are) (?:never|not) (?:be )?(?:visible|seen|accessible|shown)\b", Options)]
    private static partial Regex NeverSeen();
}
