using Archiet.Genome.Diagnostics;
using Archiet.Genome.Meaning;

namespace Archiet.Genome.Binding;

/// <summary>Holds a seed row against the rules of its entity, as far as the row alone decides them: a rule is broken where it is false, and not where it is unknown.</summary>
internal static class SeedRules
{
    /// <summary>Says which rules a row breaks.</summary>
    public static void Check(SeedRow row, BoundEntity entity, FindingList findings)
    {
        if (entity.Rules.Count == 0)
        {
            return;
        }
        var reckoning = new SeedReckoning(entity, row.Values);
        foreach (var rule in entity.Rules)
        {
            if (reckoning.Of(rule.Check.Tree) is Expressions.Literal { Text: "false" })
            {
                findings.Add(GenomeDiagnostics.SeedBreaksRule, row.Key.Span, row.Key.Text, rule.Name, rule.Message);
            }
        }
    }
}
