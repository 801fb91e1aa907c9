using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Lines as things of a schema.</summary>
internal static class SchemaLineReader
{
    private const string Column = "a column", Constraint = "the name of a constraint", Table = "a table";

    /// <summary>Reads a line.</summary>
    /// <param name="text">What holds the line.</param>
    /// <param name="start">Where it begins in <paramref name="text"/>, which it ends.</param>
    /// <exception cref="LineException">The line cannot be read, or is not spelled as it would be written.</exception>
    public static SchemaLine Read(string text, int start = 0)
    {
        var cursor = new LineCursor(text, start);
        var line = Kind(cursor, cursor.Word("a kind of line"), start);
        cursor.End();
        for (var at = 0; at < Math.Max(line.Text.Length, text.Length - start); at++)
        {
            if (at >= line.Text.Length || start + at >= text.Length || line.Text[at] != text[start + at])
            {
                throw new LineException(start + at, "the line is spelled otherwise: " + line.Text);
            }
        }
        return line;
    }

    private static SchemaLine Kind(LineCursor cursor, string kind, int start) => kind switch
    {
        "column" => ReadColumn(cursor),
        "index" => ReadIndex(cursor),
        "check" => SchemaLineWriter.Check(Origin(cursor), new CheckModel(cursor.Next(Constraint), cursor.Sql())),
        "reference" => ReadReference(cursor),
        "table" => ReadTable(cursor),
        "member" => ReadMember(cursor),
        "seed" => ReadSeed(cursor),
        "exclusion" => ReadExclusion(cursor),
        "trigger" => ReadTrigger(cursor),
        "rule" => ReadRule(cursor),
        "owner" => SchemaLineWriter.Owner(cursor.Next("a role")),
        "extension" => SchemaLineWriter.Extension(cursor.Next("an extension")),
        _ => throw new LineException(start, "'" + kind + "' is no kind of line"),
    };

    private static string Origin(LineCursor cursor) => cursor.Next("what a table is of");

    private static TableLine ReadTable(LineCursor cursor)
    {
        var (origin, name, key) = (Origin(cursor), cursor.Next(Table), cursor.Next("the name of a key"));
        var columns = cursor.TakeKeyword("key") ? cursor.Words(Column) : [];
        var partitions = cursor.Take(" partitions ") ? cursor.Number("a number of partitions") : 0;
        return SchemaLineWriter.Table(new TableModel(name, key, default, default, default, default)
        {
            Origin = origin,
            Key = columns.ToEquatableArray(),
            Partitions = partitions,
            IsSmall = cursor.TakeKeyword("small"),
        });
    }

    private static ColumnLine ReadColumn(LineCursor cursor)
    {
        cursor.Expect(" ");
        var begin = cursor.At;
        var of = cursor.Word("what a column is of");
        var split = ColumnOrigin.SplitAt(of);
        if (split < 0)
        {
            throw new LineException(begin, "'" + of + "' names no column of a table");
        }
        var name = cursor.Next(Column);
        cursor.Expect(" ");
        var type = StoreType.Read(cursor);
        var nullable = cursor.TakeKeyword("null");
        var retired = cursor.TakeKeyword("retired");
        var members = cursor.TakeKeyword("enum") ? cursor.Next("an enum") : null;
        var value = cursor.TakeKeyword("default") ? cursor.Sql() : null;
        var computed = value is null && cursor.TakeKeyword("as") ? cursor.Sql() : null;
        return SchemaLineWriter.Column(of.Substring(0, split), type.Column(name, nullable) with
        {
            Origin = of.Substring(split + 1),
            IsRetired = retired,
            Enum = members,
            Default = value,
            Computed = computed,
        });
    }

    private static IndexLine ReadIndex(LineCursor cursor)
    {
        var (origin, name) = (Origin(cursor), cursor.Next("an index"));
        var unique = cursor.TakeKeyword("unique");
        var columns = new List<string>();
        var descending = new List<bool>();
        cursor.Expect(" (");
        do
        {
            columns.Add(cursor.Word(Column));
            descending.Add(cursor.Take(" desc"));
        }
        while (cursor.Take(", "));
        cursor.Expect(")");
        var atEnd = cursor.Take(" at statement end");
        return SchemaLineWriter.Index(origin, new IndexModel(name, columns.ToEquatableArray(), unique, cursor.TakeKeyword("where") ? cursor.Sql() : null)
        {
            AtStatementEnd = atEnd,
            Descending = descending.Contains(true) ? descending.ToEquatableArray() : EquatableArray<bool>.Empty,
        });
    }

    private static ReferenceLine ReadReference(LineCursor cursor)
    {
        var (origin, name, column) = (Origin(cursor), cursor.Next(Constraint), cursor.Next(Column));
        cursor.Expect(" ->");
        var principal = cursor.Next(Table);
        var action = cursor.Take(" cascade") ? DeleteAction.Cascade : cursor.Take(" set null") ? DeleteAction.SetNull : DeleteAction.Restrict;
        if (action == DeleteAction.Restrict)
        {
            cursor.Expect(" restrict");
        }
        return SchemaLineWriter.Reference(origin, new ForeignKeyModel(name, column, principal, action));
    }

    private static ExclusionLine ReadExclusion(LineCursor cursor)
    {
        var (origin, name, key) = (Origin(cursor), cursor.Next(Constraint), cursor.Words(Column));
        var where = cursor.TakeKeyword("where") ? cursor.Next("a condition") : "";
        cursor.Expect(" range");
        return SchemaLineWriter.Exclusion(origin, new ExclusionModel(name, key.ToEquatableArray(), cursor.Sql(), where));
    }

    private static MemberLine ReadMember(LineCursor cursor)
    {
        cursor.Expect(" ");
        var begin = cursor.At;
        var of = cursor.Word("a member of an enum");
        var dot = of.IndexOf('.');
        return dot < 0
            ? throw new LineException(begin, "'" + of + "' names no member of an enum")
            : SchemaLineWriter.Member(of.Substring(0, dot), new EnumMemberState(of.Substring(dot + 1), cursor.Next("what a column holds")));
    }

    private static SeedLine ReadSeed(LineCursor cursor)
    {
        var (entity, key) = (cursor.Next("an entity"), cursor.Next("the key of a row"));
        cursor.Expect(" ");
        var rank = cursor.Number("a rank");
        var values = new List<SeedValue>();
        while (!cursor.IsAtEnd)
        {
            var column = cursor.Next(Column);
            cursor.Expect("=");
            values.Add(new SeedValue(column, cursor.Word("SQL")));
        }
        return SchemaLineWriter.Seed(new SeedState(entity, key, rank, values.ToEquatableArray()));
    }

    private static TriggerLine ReadTrigger(LineCursor cursor)
    {
        var (origin, name, table) = (Origin(cursor), cursor.Next("a trigger"), cursor.Next(Table));
        var events = cursor.Take(" row") ? null : cursor.TakeKeyword("end") ? cursor.Sql() : throw cursor.Fault("'row' or 'end' is expected here");
        return SchemaLineWriter.Trigger(origin, new TriggerModel(name, table, events, default));
    }

    private static RuleLine ReadRule(LineCursor cursor)
    {
        var (origin, trigger) = (Origin(cursor), cursor.Next("a trigger"));
        cursor.Expect(" ");
        var begin = cursor.At;
        var kind = cursor.Word("a kind of rule");
        TriggerRule rule = kind switch
        {
            "ways" => ReadWays(cursor),
            "once" => new OnceRule(cursor.Next(Constraint), cursor.Words(Column).ToEquatableArray()),
            "live" => new LiveRule(cursor.Next(Constraint), cursor.Next(Column), cursor.Next(Table)),
            "touch" => new TouchRule(cursor.Next(Table), cursor.Next(Column)),
            "holds" => ReadHolds(cursor),
            "holdsOf" => new HoldsOfRule(cursor.Next(Constraint), cursor.Next(Table), cursor.Next(Column), cursor.Sql()),
            _ => throw new LineException(begin, "'" + kind + "' is no kind of rule"),
        };
        return SchemaLineWriter.Rule(origin, trigger, rule);
    }

    private static WaysRule ReadWays(LineCursor cursor)
    {
        var (name, column, initial) = (cursor.Next(Constraint), cursor.Next(Column), cursor.Next("a state"));
        var ways = new List<WayModel>();
        while (!cursor.IsAtEnd)
        {
            cursor.Expect(ways.Count == 0 ? " " : ", ");
            var from = cursor.Word("a state");
            cursor.Expect(" ->");
            ways.Add(new WayModel(from, cursor.Next("a state")));
        }
        return new WaysRule(name, column, initial, ways.ToEquatableArray());
    }

    private static HoldsRule ReadHolds(LineCursor cursor)
    {
        var (name, columns) = (cursor.Next(Constraint), cursor.Words(Column));
        return new HoldsRule(name, cursor.Sql(), columns.ToEquatableArray());
    }
}
