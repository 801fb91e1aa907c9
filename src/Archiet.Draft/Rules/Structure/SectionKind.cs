using System.Text.RegularExpressions;

namespace Archiet.Draft.Rules.Structure;

/// <summary>What a section of a requirements document is for, as its headings say.</summary>
internal enum SectionKind
{
    /// <summary>Nothing that these rules know: what it says is required.</summary>
    Plain,

    /// <summary>The data: entities and their fields.</summary>
    Model,

    /// <summary>The people and their roles.</summary>
    People,

    /// <summary>Why and for whom: nothing that must be built.</summary>
    Background,

    /// <summary>How the work on it is organised: risks, metrics, dates, tests.</summary>
    Project,

    /// <summary>What is not built.</summary>
    OutOfScope,
}

/// <summary>Tells sections by their headings.</summary>
internal static partial class Sections
{
    private const string Number = @"^(?:[0-9]+[.)]?(?:[0-9]+\.?)* )?";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>The kind of a section under some headings: the innermost that says one.</summary>
    public static SectionKind Of(IEnumerable<string> headings)
    {
        foreach (var heading in headings.Reverse())
        {
            var kind = Of(heading);
            if (kind != SectionKind.Plain)
            {
                return kind;
            }
        }
        return SectionKind.Plain;
    }

    private static SectionKind Of(string heading) => OutOfScope().IsMatch(heading) ? SectionKind.OutOfScope
        : Project().IsMatch(heading) ? SectionKind.Project
        : Background().IsMatch(heading) ? SectionKind.Background
        : People().IsMatch(heading) ? SectionKind.People
        : Model().IsMatch(heading) ? SectionKind.Model
        : SectionKind.Plain;

    [GeneratedRegex(@"\b(out[- ]of[- ]scope|non[- ]goals?|not in scope|future (work|considerations?|enhancements?|releases?|scope|features?)|later releases?|exclusions?|what we (do not|don't) build)\b", Options)]
    private static partial Regex OutOfScope();

    [GeneratedRegex(
        Number + @"(?:.{0,20}\b(?:risks?|mitigations?|success metrics|key metrics|adoption metrics|kpis?|key performance indicators|milestones?|roadmap|launch|rollout|roll-out|dependencies|assumptions|open questions|change ?log|revision history|document history|sign-?off|"
        + @"test plan|test strategy|test cases|table of contents|related documents|technology stack|tech stack|technical stack|competitive|competitors|references|appendix|appendices)\b.{0,30}|(?:timeline|approvals?|budget|testing|qa|deployment|monitoring|contents|market|pricing|resources|questions|operations|development))$",
        Options)]
    private static partial Regex Project();

    [GeneratedRegex(
        Number + @"(?:(?:executive )?summary|problem statement|(?:project |product )?background(?: .{0,20})?|motivation|introduction|(?:project |product |system )?overview|current (?:situation|state)|why this matters|success vision|vision(?: .{0,20})?|(?:project |business )?objectives?|business case|"
        + @"purpose(?: .{0,20})?|context|about this document|non-?functional requirements|performance(?: requirements)?|reliability|scalability|availability)$",
        Options)]
    private static partial Regex Background();

    [GeneratedRegex(@"\b(personas?|(user|target) (roles?|groups?|users?|types?|classes)|roles?( and permissions?)?|actors?|audience|stakeholders?|who uses)\b", Options)]
    private static partial Regex People();

    [GeneratedRegex(@"\b((data|domain|object|information|database|entity|conceptual|logical) (model|schema|structures?|entities|dictionary|objects?|design|requirements?)s?|entities|schema|tables|data|(core|main|key) (entities|objects))\b", Options)]
    private static partial Regex Model();
}
