using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Meaning;

/// <summary>Holds what an entity says against itself: rules that no row keeps or breaks, conditions that no row meets, states that no row reaches.</summary>
internal sealed class EntityMeaning
{
    private readonly EntitySyntax syntax;
    private readonly BoundEntity entity;
    private readonly FindingList findings;
    private readonly Conditions conditions;

    private EntityMeaning(EntitySyntax syntax, BoundEntity entity, BoundVocabulary vocabulary, FindingList findings)
    {
        (this.syntax, this.entity, this.findings) = (syntax, entity, findings);
        conditions = new(new RowDomains(entity, vocabulary).Of);
        if (entity.Lifecycle is { } lifecycle)
        {
            new StateMeaning(syntax.Lifecycle!, lifecycle, vocabulary, conditions, findings).Check(entity);
        }
    }

    /// <summary>Checks an entity that has no other finding.</summary>
    public static void Check(EntitySyntax syntax, BoundEntity entity, BoundVocabulary vocabulary, FindingList findings)
    {
        if (syntax is { Lifecycle: null, Constraints: { Rules.Count: 0, Uniques.Count: 0 } })
        {
            return;
        }
        var meaning = new EntityMeaning(syntax, entity, vocabulary, findings);
        meaning.CheckRules();
        meaning.CheckConditions();
    }

    private void CheckRules()
    {
        var kept = new List<(RuleSyntax Syntax, List<Region> Rows)>();
        foreach (var written in syntax.Constraints.Rules)
        {
            if (written.Check is not { } word || entity.Rules.FirstOrDefault(rule => rule.Name == written.Name.Text) is not { } rule)
            {
                continue;
            }
            var tree = rule.Check.Tree;
            var rows = conditions.WhereTrue(tree);
            if (rows.Count == 0)
            {
                findings.Add(GenomeDiagnostics.RuleNeverHolds, word.Span, rule.Name);
            }
            else if (conditions.WhereFalse(tree).Count == 0)
            {
                findings.Add(GenomeDiagnostics.RuleAlwaysHolds, word.Span, rule.Name);
            }
            else if (!tree.IsNullable)
            {
                CheckAgainst(kept, written, rows);
                kept.Add((written, rows));
            }
        }
    }

    /// <summary>Two rules of which one is broken whenever the other is kept; a rule that may be unknown is never broken by all rows.</summary>
    private void CheckAgainst(List<(RuleSyntax Syntax, List<Region> Rows)> others, RuleSyntax written, List<Region> rows)
    {
        foreach (var other in others)
        {
            if (Conditions.Both(other.Rows, rows).Count == 0)
            {
                findings.AddWithOther(
                    GenomeDiagnostics.RulesContradict, written.Check!.Span, new(null, other.Syntax.Check!.Span), written.Name.Text, other.Syntax.Name.Text);
                return;
            }
        }
    }

    private void CheckConditions()
    {
        foreach (var unique in syntax.Constraints.Uniques)
        {
            CheckCondition(unique.Where, entity.Uniques.FirstOrDefault(known => known.Name == unique.Name.Text)?.Where, unique.Name.Text);
        }
        foreach (var rule in syntax.Constraints.Rules)
        {
            CheckCondition(rule.Overlap?.Where, entity.Overlaps.FirstOrDefault(known => known.Name == rule.Name.Text)?.Where, rule.Name.Text);
        }
    }

    private void CheckCondition(Word? written, BoundCheck? check, string name)
    {
        if (written is { } word && check is not null && conditions.WhereTrue(check.Tree).Count == 0)
        {
            findings.Add(GenomeDiagnostics.ConditionNeverHolds, word.Span, name);
        }
    }
}
