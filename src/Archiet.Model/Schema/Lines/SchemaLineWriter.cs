using System.Globalization;
using System.Text;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Things of a schema as lines.</summary>
internal static class SchemaLineWriter
{
    /// <summary>The kinds of trigger rules, in the order in which a trigger holds them.</summary>
    public static readonly string[] RuleKinds = ["ways", "once", "live", "touch", "holds", "holdsOf"];

    public static OwnerLine Owner(string owner) => new(LineText.Begin("owner").Word(owner).End(), owner);

    public static ExtensionLine Extension(string extension) => new(LineText.Begin("extension").Word(extension).End(), extension);

    public static MemberLine Member(string name, EnumMemberState member) =>
        new(LineText.Begin("member").Word(name + "." + member.Name).Word(member.Stored).End(), name, member);

    public static SeedLine Seed(SeedState row)
    {
        var line = LineText.Begin("seed").Word(row.Entity).Word(row.Key).Append(' ').Append(row.Rank.ToString(CultureInfo.InvariantCulture));
        foreach (var value in row.Values)
        {
            LineText.AppendWord(line.Word(value.Column).Append('='), value.Sql);
        }
        return new(line.End(), row);
    }

    public static TableLine Table(TableModel table)
    {
        var line = LineText.Begin("table").Word(table.Origin).Word(table.Name).Word(table.PrimaryKey);
        if (table.Key.Count > 0)
        {
            line.Append(" key").Words(table.Key);
        }
        if (table.Partitions > 0)
        {
            line.Append(" partitions ").Append(table.Partitions.ToString(CultureInfo.InvariantCulture));
        }
        line.Append(table.IsSmall ? " small" : "");
        var bare = table with { Columns = default, Indexes = default, Checks = default, ForeignKeys = default, Exclusions = default, Triggers = default };
        return new(line.End(), table.Origin, bare);
    }

    public static ColumnLine Column(string table, ColumnModel column)
    {
        var line = LineText.Begin("column").Word(table, column.Origin).Word(column.Name).Append(' ').Append(column.StoreType);
        line.Append(column.Nullable ? " null" : "").Append(column.IsRetired ? " retired" : "");
        if (column.Enum is { } members)
        {
            line.Append(" enum").Word(members);
        }
        if (column.Default is { } value)
        {
            line.Append(" default").Sql(value);
        }
        else if (column.Computed is { } computed)
        {
            line.Append(" as").Sql(computed);
        }
        return new(line.End(), table, column);
    }

    public static IndexLine Index(string table, IndexModel index)
    {
        var line = LineText.Begin("index").Word(table).Word(index.Name).Append(index.Unique ? " unique" : "");
        for (var at = 0; at < index.Columns.Count; at++)
        {
            LineText.AppendWord(line.Append(at == 0 ? " (" : ", "), index.Columns[at]).Append(index.Descending.Count > 0 && index.Descending[at] ? " desc" : "");
        }
        line.Append(')').Append(index.AtStatementEnd ? " at statement end" : "");
        if (index.Where is { } where)
        {
            line.Append(" where").Sql(where);
        }
        return new(line.End(), table, index);
    }

    public static CheckLine Check(string table, CheckModel check) =>
        new(LineText.Begin("check").Word(table).Word(check.Name).Sql(check.Sql).End(), table, check);

    public static ReferenceLine Reference(string table, ForeignKeyModel reference) => new(
        LineText.Begin("reference").Word(table).Word(reference.Name).Word(reference.Column).Append(" ->").Word(reference.PrincipalTable)
            .Append(reference.OnDelete switch { DeleteAction.Cascade => " cascade", DeleteAction.SetNull => " set null", _ => " restrict" }).End(),
        table, reference);

    public static ExclusionLine Exclusion(string table, ExclusionModel exclusion)
    {
        var line = LineText.Begin("exclusion").Word(table).Word(exclusion.Name).Words(exclusion.Key);
        if (exclusion.Where.Length > 0)
        {
            line.Append(" where").Word(exclusion.Where);
        }
        return new(line.Append(" range").Sql(exclusion.Range).End(), table, exclusion);
    }

    public static TriggerLine Trigger(string table, TriggerModel trigger)
    {
        var line = LineText.Begin("trigger").Word(table).Word(trigger.Name).Word(trigger.Table);
        line.Append(trigger.DeferredEvents is { } events ? " end " + events : " row");
        return new(line.End(), table, trigger with { Rules = default });
    }

    public static RuleLine Rule(string table, string trigger, TriggerRule rule)
    {
        var line = LineText.Begin("rule").Word(table).Word(trigger).Append(' ').Append(RuleKinds[Rank(rule)]);
        switch (rule)
        {
            case WaysRule ways:
                line.Word(ways.Constraint).Word(ways.Column).Word(ways.Initial);
                var separator = " ";
                foreach (var way in ways.Ways)
                {
                    LineText.AppendWord(line.Append(separator), way.From).Append(" ->").Word(way.To);
                    separator = ", ";
                }
                break;
            case OnceRule once:
                line.Word(once.Constraint).Words(once.Columns);
                break;
            case LiveRule live:
                line.Word(live.Constraint).Word(live.Column).Word(live.Table);
                break;
            case TouchRule touch:
                line.Word(touch.Table).Word(touch.Column);
                break;
            case HoldsRule holds:
                line.Word(holds.Constraint).Words(holds.Columns).Sql(holds.Sql);
                break;
            case HoldsOfRule of:
                line.Word(of.Constraint).Word(of.Table).Word(of.Column).Sql(of.Sql);
                break;
        }
        return new(line.End(), table, trigger, rule);
    }

    /// <summary>The place of a rule's kind among <see cref="RuleKinds"/>.</summary>
    public static int Rank(TriggerRule rule) => rule switch
    {
        WaysRule => 0,
        OnceRule => 1,
        LiveRule => 2,
        TouchRule => 3,
        HoldsRule => 4,
        HoldsOfRule => 5,
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Constraint, "A trigger holds nothing else."),
    };
}
