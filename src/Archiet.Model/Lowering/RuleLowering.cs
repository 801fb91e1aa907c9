using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Expressions;
using Archiet.Model.Expressions;

namespace Archiet.Model;

/// <summary>
/// What a genome says of every row of an entity, as what PostgreSQL has for it: a check where the row itself decides, a trigger behind the row where the time, the
/// tenant or a row that is referred to has a say, a trigger at the end of the transaction where owned children have, an exclusion for what may not overlap.
/// </summary>
internal sealed class RuleLowering(BoundEntity entity, FieldLayout layout, OutlineIndex index, TableNames names, List<ConstraintModel> constraints)
{
    private const int Conflict = 409;
    private const int Invalid = 422;

    private readonly List<RuleModel> rules = [];
    private readonly List<CheckModel> checks = [];
    private readonly List<TriggerRule> behindRow = [];
    private readonly List<(string Constraint, string Sql)> atEnd = [];

    /// <summary>The rules as emitted code knows them.</summary>
    public IEnumerable<RuleModel> Rules => rules;

    /// <summary>A table with what holds the rules.</summary>
    public TableModel Apply(TableModel table)
    {
        State();
        Once();
        SoftDeleteLowering.AddRules(behindRow, layout, index);
        if (entity.Children.Count > 0)
        {
            Counts();
        }
        foreach (var rule in entity.Rules)
        {
            Rule(rule);
        }
        var exclusions = entity.Overlaps.ConvertAll(Overlap);
        var triggers = behindRow.Count + atEnd.Count + entity.Children.Count == 0 ? default : Triggers(table.Name).ToEquatableArray();
        return checks.Count + exclusions.Count + triggers.Count == 0 ? table : table with
        {
            Checks = checks.Count == 0 ? table.Checks : table.Checks.Concat(checks).ToEquatableArray(),
            Exclusions = exclusions,
            Triggers = triggers,
        };
    }

    private void State()
    {
        if (entity.Lifecycle is not { } lifecycle)
        {
            return;
        }
        var field = layout.Named(lifecycle.Field);
        var stored = index.Enum(field.TypeName!).Members.ToDictionary(member => member.Origin, member => member.Name, StringComparer.Ordinal);
        var name = names.Constraint("ck", field.Column + "_transition");
        var ways = lifecycle.Transitions
            .SelectMany(transition => transition.From.Select(from => new WayModel(stored[from], stored[transition.To])))
            .Where(way => way.From != way.To)
            .Distinct();
        behindRow.Add(new WaysRule(name, field.Column, stored[lifecycle.Initial], ways.ToEquatableArray()));
        constraints.Add(new ConstraintModel(name, "transition", EquatableArray.Of(field.Constant), "The state changes by its transitions only.", Conflict));
    }

    private void Once()
    {
        foreach (var field in layout.Fields)
        {
            if (!field.IsWriteOnce)
            {
                continue;
            }
            var name = names.Constraint("ck", field.Column + "_once");
            behindRow.Add(new OnceRule(name, EquatableArray.Of(field.Column)));
            if (field.IsRetired)
            {
                continue;
            }
            constraints.Add(new ConstraintModel(
                name, "writeOnce", EquatableArray.Of(field.Constant), "The field is set when the row is made, and not changed.", Invalid));
        }
    }

    private void Counts()
    {
        foreach (var (constraint, sql) in ChildrenLowering.Counts(entity, index, names))
        {
            atEnd.Add((constraint.Name, sql));
            constraints.Add(constraint);
        }
    }

    private void Rule(BoundRule rule)
    {
        var tree = rule.Check.Tree;
        var facts = ExpressionFacts.Of(tree);
        var name = names.Constraint("ck", Naming.Snake(rule.Name));
        var read = facts.Fields.SelectMany(Read).ToList();
        if (facts.IsImmutableOverRow)
        {
            checks.Add(new CheckModel(name, SqlExpression.Value(tree, index.Outline, new SqlScope(names.Table))));
        }
        else if (facts.UsesChildren)
        {
            var scope = new SqlScope(names.Table, Tenant: "\"" + names.Table + "\".\"tenant_id\"", Member: "NULL");
            atEnd.Add((name, SqlExpression.Value(tree, index.Outline, scope)));
        }
        else
        {
            behindRow.Add(new HoldsRule(
                name, SqlExpression.Value(tree, index.Outline, SqlScope.Trigger(names.Table)), read.Select(field => field.Column).ToEquatableArray()));
        }
        var constants = facts.Fields.Select(Constant).OfType<string>().ToEquatableArray();
        constraints.Add(new ConstraintModel(name, "rule", constants, rule.Message, Invalid));
        var inCSharp = facts.IsOverRowAndTime && read.Count > 0 && read.TrueForAll(field => !field.IsServerSet || field.Initial is not null);
        rules.Add(new RuleModel(Member(rule.Name), name, rule.Check.Text, inCSharp ? NamedExpression.Of(tree, index.Outline) : null, constants));
    }

    private ExclusionModel Overlap(BoundOverlap overlap)
    {
        var (from, to) = (layout.Named(overlap.From), layout.Named(overlap.To));
        var key = overlap.Key.Select(layout.Named).ToList();
        var name = names.Constraint("ex", Naming.Snake(overlap.Name));
        var where = overlap.Where is { } some ? SqlExpression.Condition(some.Tree, index.Outline, new SqlScope(names.Table)) : "";
        constraints.Add(new ConstraintModel(
            name, "overlap", key.Append(from).Append(to).Select(field => field.Constant).ToEquatableArray(), overlap.Message, Conflict));
        rules.Add(new RuleModel(
            Member(overlap.Name), name,
            "no overlap of " + overlap.From + " to " + overlap.To + (key.Count > 0 ? " of one " + string.Join(" and ", overlap.Key) : "")
                + (overlap.Where is { } rows ? ", where " + rows.Text : ""),
            null, EquatableArray<string>.Empty));
        return new ExclusionModel(name, key.Select(field => field.Column).ToEquatableArray(), Range(from, to), TableLowering.Live(entity, where) ?? "");
    }

    // A range that ends before it begins is an error of the function, and nobody's but the caller's: it is taken the other way round, and kept apart as well.
    private static string Range(FieldModel from, FieldModel to)
    {
        var (begin, end) = ("\"" + from.Column + "\"", "\"" + to.Column + "\"");
        var (function, bounds) = from.Kind == FieldKind.Date ? ("daterange", ", '[]'") : ("tstzrange", "");
        return "CASE WHEN " + end + " < " + begin + " THEN " + function + "(" + end + ", " + begin + bounds + ") ELSE "
            + function + "(" + begin + ", " + end + bounds + ") END";
    }

    private IEnumerable<TriggerModel> Triggers(string table)
    {
        if (behindRow.Count > 0)
        {
            yield return new TriggerModel(names.Trigger(null), table, null, behindRow.ToEquatableArray());
        }
        if (atEnd.Count > 0)
        {
            yield return new TriggerModel(names.Trigger("rows"), table, "INSERT OR UPDATE", AtEnd("id").ToEquatableArray());
        }
        foreach (var children in entity.Children)
        {
            var child = Naming.Snake(index.Entity(children.Entity).Plural);
            var column = ChildrenLowering.OwnerColumn(entity.Name);
            yield return new TriggerModel(
                index.Names.Of("tr", child, "owner", []), Naming.Identifier(child), "INSERT OR UPDATE OR DELETE", AtEnd(column).Prepend(new TouchRule(table, column)).ToEquatableArray());
        }

        IEnumerable<TriggerRule> AtEnd(string column) => atEnd.Select(rule => (TriggerRule)new HoldsOfRule(rule.Constraint, table, column, rule.Sql));
    }

    /// <summary>The columns behind a field that an expression reads: one, those of a value, or none for children and ids.</summary>
    private IEnumerable<FieldModel> Read(string name) =>
        layout.Fields.Where(field => field.Group < 0 ? field.Name == name : layout.Groups[field.Group].Name == name);

    private string? Constant(string name) =>
        layout.Fields.FirstOrDefault(field => field.Group < 0 && field.Name == name)?.Constant ?? layout.Groups.FirstOrDefault(group => group.Name == name)?.Member
        ?? (entity.Children.Any(children => children.Name == name) ? FieldLowering.Member(name, entity.ClassName) : null);

    private string Member(string rule)
    {
        var name = Naming.Pascal(rule);
        while (rules.Exists(known => known.Member == name))
        {
            name += "Rule";
        }
        return name;
    }
}
