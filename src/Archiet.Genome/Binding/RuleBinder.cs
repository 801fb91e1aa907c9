using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the rules of an entity or a mixin.</summary>
/// <param name="members">Its fields.</param>
/// <param name="checks">Binds conditions.</param>
/// <param name="indexes">Knows what can be indexed.</param>
/// <param name="app">The app, whose tables may be in partitions.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class RuleBinder(EntityMembers members, CheckBinder checks, IndexBinder indexes, BoundApp app, FindingList findings)
{
    private readonly Dictionary<string, Word> places = new(StringComparer.Ordinal);
    private readonly List<BoundRule> rules = [];
    private readonly List<BoundOverlap> overlaps = [];

    /// <summary>Rules, in ordinal order of names.</summary>
    public EquatableArray<BoundRule> Rules
    {
        get
        {
            rules.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return rules.ToEquatableArray();
        }
    }

    /// <summary>Rules of the kind <c>noOverlap</c>, in ordinal order of names.</summary>
    public EquatableArray<BoundOverlap> Overlaps
    {
        get
        {
            overlaps.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
            return overlaps.ToEquatableArray();
        }
    }

    /// <summary>Adds the rules that a mixin brings.</summary>
    public void AddMixed(BoundMixin mixin, Word word)
    {
        foreach (var rule in mixin.Rules)
        {
            if (AddName(new(rule.Name, word.Span)) && checks.Rebind(rule.Check, ExpressionPurpose.Rule) is { } check)
            {
                rules.Add(rule with { Check = check });
            }
        }
        foreach (var overlap in mixin.Overlaps)
        {
            if (AddName(new(overlap.Name, word.Span)))
            {
                overlaps.Add(overlap with { Where = checks.Rebind(overlap.Where, ExpressionPurpose.ConstraintCondition) });
            }
        }
    }

    /// <summary>Adds a rule.</summary>
    public void Add(RuleSyntax rule)
    {
        NameRules.CheckCamelCase(findings, rule.Name, "a rule");
        if (!AddName(rule.Name))
        {
            return;
        }
        if (rule.Overlap is { } overlap)
        {
            if (app.Partitions > 0)
            {
                findings.Add(GenomeDiagnostics.OverlapInPartitions, rule.Name.Span, rule.Name.Text);
            }
            AddOverlap(rule, overlap);
        }
        else if (checks.Bind(rule.Check, ExpressionPurpose.Rule) is { } check)
        {
            rules.Add(new(rule.Name.Text, check, rule.Message) { Extensions = rule.Extensions });
        }
    }

    private void AddOverlap(RuleSyntax rule, OverlapSyntax overlap)
    {
        foreach (var word in overlap.Key)
        {
            if (members.FindColumn(word, "keep rows apart") is { } field)
            {
                indexes.CanBeIndexed(word, field);
            }
        }
        var where = checks.Bind(overlap.Where, ExpressionPurpose.ConstraintCondition);
        if (overlap is { From: { } from, To: { } to } && IsRange(from, to))
        {
            var key = overlap.Key.Texts();
            overlaps.Add(new(rule.Name.Text, key, from.Text, to.Text, where, rule.Message) { Extensions = rule.Extensions });
        }
    }

    private bool IsRange(Word from, Word to)
    {
        var (start, end) = (members.FindColumn(from, "begin a range"), members.FindColumn(to, "end a range"));
        if (start is null || end is null)
        {
            return false;
        }
        if (start.Type.Kind != end.Type.Kind || start.Type.Kind is not (FieldKind.Date or FieldKind.Timestamp) || start.Name == end.Name)
        {
            findings.Add(GenomeDiagnostics.NoRange, to.Span, from.Text, to.Text);
            return false;
        }
        if (!start.Required)
        {
            findings.Add(GenomeDiagnostics.OptionalStart, from.Span, from.Text);
            return false;
        }
        return true;
    }

    private bool AddName(Word name)
    {
        if (places.TryGetValue(name.Text, out var first))
        {
            findings.AddWithOther(GenomeDiagnostics.DuplicateName, name.Span, new(null, first.Span), name.Text);
            return false;
        }
        places.Add(name.Text, name);
        return true;
    }
}
