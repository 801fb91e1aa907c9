using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Laws and standards by their names.</summary>
internal static class RegimeRules
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly (string Regime, Regex Name)[] Regimes =
    [
        ("gdpr", new(@"\b(GDPR|General Data Protection Regulation|DSGVO)\b", Options)),
        ("hipaa", new(@"\bHIPAA\b", Options)),
        ("soc2", new(@"\bSOC ?2\b", Options)),
        ("dora", new(@"\b(DORA|Digital Operational Resilience Act)\b", Options)),
        ("eu-ai-act", new(@"\b(EU )?AI Act\b", Options)),
        ("pci-dss", new(@"\bPCI([ -]DSS)?\b", Options)),
        ("iso27001", new(@"\bISO(/IEC)? ?27001\b", Options)),
        ("ccpa", new(@"\bCCPA\b", Options)),
        ("sox", new(@"\b(SOX|Sarbanes[- ]Oxley)\b", Options)),
        ("ferpa", new(@"\bFERPA\b", Options)),
        ("wcag", new(@"\bWCAG\b", Options)),
        ("nis2", new(@"\bNIS ?2\b", Options)),
        ("eidas", new(@"\beIDAS\b", Options)),
    ];

    /// <summary>Finds them: one item a regime, with every sentence that names it.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var (regime, name) in Regimes)
        {
            var places = reading.Places.Where(place => place.Part != SectionKind.OutOfScope && name.IsMatch(place.Text)).ToList();
            if (places.Count > 0)
            {
                var isRequired = places.Exists(place => place.Part is not (SectionKind.Background or SectionKind.Project));
                findings.Add(new ComplianceItem(regime, places[0].Text, isRequired ? Basis.Stated : Basis.Implied, places.Select(place => place.Id).ToEquatableArray()));
            }
        }
    }
}
