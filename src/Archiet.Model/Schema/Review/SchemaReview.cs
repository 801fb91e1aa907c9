using System.Globalization;
using Archiet.Genome;
using Archiet.Genome.Diagnostics;

namespace Archiet.Model;

/// <summary>Reads a change of the schema as a careful colleague would: what loses data, what rows may refuse, what was probably meant, what closes a table for long.</summary>
public sealed class SchemaReview
{
    private readonly SchemaMatch schema;
    private readonly ApprovalList approvals;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly List<ChangeFinding> findings = [];

    private SchemaReview(SchemaMatch schema, ApprovalList approvals) => (this.schema, this.approvals) = (schema, approvals);

    /// <summary>What there is to say, in order of what it is about.</summary>
    /// <param name="before">The schema at the end of the history.</param>
    /// <param name="after">The schema that the genome asks for.</param>
    /// <param name="delta">What leads from one to the other.</param>
    /// <param name="approvals">What the author approves.</param>
    public static EquatableArray<ChangeFinding> Of(SchemaState before, SchemaState after, SchemaDelta delta, EquatableArray<SealedApproval> approvals)
    {
        var needed = new ApprovalList(approvals);
        // Of what is not there yet, nothing changes.
        var findings = before.Tables.Count == 0 || delta.IsEmpty ? [] : new SchemaReview(new SchemaMatch(before, after, delta.Renames), needed).Find(delta.Renames);
        var idle = needed.Idle.Select(static approval => Finding(ChangeDiagnostics.IdleApproval, "approve:" + approval, approval));
        return findings.Concat(idle).Distinct().OrderBy(found => found.Key, StringComparer.Ordinal).ThenBy(found => found.Descriptor.Id, StringComparer.Ordinal).ToEquatableArray();
    }

    private List<ChangeFinding> Find(EquatableArray<SchemaRename> renames)
    {
        Renames(LikelyRenames.Of(schema.Before, schema.After, renames));
        Names(renames);
        Tables();
        Columns();
        Members();
        Locks();
        Partitions();
        return findings;
    }

    // A value that is renamed has all of its fields renamed: it is asked of the value.
    private void Renames(IEnumerable<SchemaRename> likely)
    {
        foreach (var rename in likely.Where(rename => !approvals.Has("drop", rename.From)))
        {
            asked.Add(rename.From);
            var (from, to) = (rename.From, rename.To);
            while (Depth(from) > 1 && Depth(to) > 1 && Last(from) == Last(to))
            {
                (from, to) = (Rest(from), Rest(to));
            }
            Add(ChangeDiagnostics.LikelyRename, to, from, to, Last(from), "drop " + from);
        }
    }

    // What the database calls by a name that no migration changes.
    private void Names(IEnumerable<SchemaRename> renames)
    {
        var (was, now) = (schema.Before.Owner, schema.After.Owner);
        if (was.Length > 0 && was != now)
        {
            Add(ChangeDiagnostics.AppRenamed, ChangePlaces.App, was, now);
        }
        foreach (var rename in renames.Where(rename => rename.Kind == RenameKind.Table))
        {
            var keys = new HashSet<string>(schema.Before.Seeds.Where(row => row.Entity == rename.From).Select(row => row.Key), StringComparer.Ordinal);
            if (schema.After.Seeds.Any(row => row.Entity == rename.To && keys.Contains(row.Key)))
            {
                Add(ChangeDiagnostics.SeededRenamed, rename.To, rename.From, rename.To);
            }
        }
    }

    private void Tables()
    {
        foreach (var table in schema.Dropped.Where(table => !asked.Contains(table.Origin)))
        {
            // What an entity owns in links goes with it.
            var isPart = table.Origin.IndexOf('.') is var dot && dot >= 0 && schema.Dropped.Any(other => other.Origin == table.Origin.Substring(0, dot));
            if (!isPart && !approvals.Has("drop", table.Origin))
            {
                Add(ChangeDiagnostics.Dropped, table.Origin, table.Origin, "drop " + table.Origin);
            }
        }
    }

    private void Columns()
    {
        foreach (var table in schema.Kept)
        {
            // Who deleted a row goes with when it was.
            foreach (var column in table.Dropped.Where(column => column.Computed is null && column.Origin != "deleted_by_id")
                .Concat(table.Columns.Where(match => match.Before.Computed is null && match.After.Computed is not null).Select(match => match.Before)))
            {
                Dropped(table, column);
            }
            foreach (var column in table.Columns.Where(match => match.Before.Computed is null && match.After.Computed is null))
            {
                Changed(table, column);
            }
            foreach (var column in table.Added.Where(column => !column.Nullable && column.Default is null && column.Computed is null))
            {
                Required(table, column);
            }
        }
    }

    private void Dropped(TableMatch table, ColumnModel column)
    {
        var path = Path(table, column);
        if (asked.Contains(path) || approvals.Has("drop", path))
        {
            return;
        }
        var value = column.Origin.Split('.')[0] + ".";
        var isWhole = column.Origin.StartsWith(value, StringComparison.Ordinal) && !table.After.Columns.Any(other => other.Origin.StartsWith(value, StringComparison.Ordinal));
        var whole = isWhole ? Rest(path) : path;
        Add(ChangeDiagnostics.Dropped, whole, whole, "drop " + whole);
    }

    private void Changed(TableMatch table, ColumnMatch column)
    {
        var path = Path(table, column.After);
        var (was, now) = (Target(table.Before, column.Before, schema.TableAfter), Target(table.After, column.After, static name => name));
        if (column.Type == TypeChange.Narrow && !approvals.Has("narrow", path))
        {
            Add(ChangeDiagnostics.Narrowed, path, path, column.Before.StoreType, column.After.StoreType, "narrow " + path);
        }
        else if (column.Type == TypeChange.Retype && !approvals.Has("retype", path))
        {
            Add(ChangeDiagnostics.Retyped, path, path, column.Before.StoreType, column.After.StoreType, "retype " + path);
        }
        else if (was is not null && now is not null && was != now && !approvals.Has("retype", path))
        {
            Add(ChangeDiagnostics.Retyped, path, path, "a reference to '" + was + "'", "a reference to '" + now + "'", "retype " + path);
        }
        if (column.Before.Nullable && !column.After.Nullable && column.After.Default is null)
        {
            Required(table, column.After);
        }
    }

    private void Required(TableMatch table, ColumnModel column)
    {
        var path = Path(table, column);
        if (!approvals.Has("require", path))
        {
            Add(ChangeDiagnostics.Required, path, path, "require " + path);
        }
    }

    private void Members()
    {
        var columns = schema.Kept.SelectMany(table => table.Columns.Select(column => (Table: table, Column: column))).Where(held => held.Column.Before.Enum is not null).ToList();
        foreach (var members in schema.Members.Where(members => columns.Exists(held => held.Column.Before.Enum == members.Name && held.Column.After.Enum == members.Name)))
        {
            var gone = members.Removed.Where(member => !approvals.Has("remove", members.Name + "." + member.Name)).ToList();
            if (gone.Count == 1 && members.Removed.Count == 1 && members.Added.Count == 1)
            {
                var (from, to) = (members.Name + "." + gone[0].Name, members.Name + "." + members.Added[0].Name);
                Add(ChangeDiagnostics.LikelyRename, to, from, to, gone[0].Name, "remove " + from);
                continue;
            }
            foreach (var member in gone)
            {
                var path = members.Name + "." + member.Name;
                Add(ChangeDiagnostics.Removed, path, members.Name, member.Name, "remove " + path);
            }
        }

        // An enum under another name is another enum, and rows of a column that moves there hold what they held.
        foreach (var (table, column) in columns)
        {
            foreach (var member in schema.Unheld(column).Where(member => !approvals.Has("remove", column.After.Enum + "." + member.Name)))
            {
                Add(ChangeDiagnostics.Removed, Path(table, column.After), column.After.Enum!, member.Name, "remove " + column.After.Enum + "." + member.Name);
            }
        }
    }

    private void Locks()
    {
        foreach (var table in schema.Kept.Where(table => !table.IsSmall))
        {
            var changes = new TableChanges(schema, table);
            var entity = table.After.Origin.Split('.')[0];
            foreach (var column in table.Columns.Where(column => column.Type == TypeChange.WidenByRewrite && column.After.Computed is null).Select(column => column.After)
                .Concat(table.Added.Where(column => column.Computed is not null))
                .Concat(changes.Recomputed.Where(column => column.After.Computed is not null).Select(column => column.After)))
            {
                Closes(ChangeDiagnostics.Rewritten, entity, Path(table, column), entity);
            }
            if (table.After.Partitions > 0 && (changes.References.Added.Count > 0 || changes.Indexes.Added.Exists(table.IsClosedTo)))
            {
                Closes(ChangeDiagnostics.PartitionsLocked, entity, table.After.Origin);
            }
            if (changes.Exclusions.Added.Count > 0)
            {
                Closes(ChangeDiagnostics.Locked, entity, table.After.Origin);
            }
        }
    }

    // Nobody reads or writes there for as long as it takes: that is asked once a table.
    private void Closes(GenomeDiagnosticDescriptor descriptor, string entity, params string[] arguments)
    {
        if (!approvals.Has("lock", entity))
        {
            Add(descriptor, arguments[0], [.. arguments, "lock " + entity]);
        }
    }

    // What the genome says as a word and not as a field, as with 'softDelete', is named as a field would be.
    private static string Path(TableMatch table, ColumnModel column) =>
        table.After.Origin + "." + string.Concat(column.Origin.Split('_').Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));

    private void Partitions()
    {
        if (schema.Kept.FirstOrDefault(static table => table.Before.Partitions != table.After.Partitions) is { } other)
        {
            Add(ChangeDiagnostics.Repartitioned, ChangePlaces.Tenancy, Pieces(other.Before), Pieces(other.After));
        }
    }

    private static string Pieces(TableModel table) => table.Partitions == 0 ? "no partitions" : table.Partitions.ToString(CultureInfo.InvariantCulture) + " partitions";

    private static string? Target(TableModel table, ColumnModel column, Func<string, string> later) =>
        table.ForeignKeys.FirstOrDefault(key => key.Column == column.Name) is { } key ? later(key.PrincipalTable) : null;

    private static int Depth(string path) => path.Count(c => c == '.');

    private static string Last(string path) => path.Substring(path.LastIndexOf('.') + 1);

    private static string Rest(string path) => path.Substring(0, path.LastIndexOf('.'));

    private void Add(GenomeDiagnosticDescriptor descriptor, string key, params object[] arguments) => findings.Add(Finding(descriptor, key, arguments));

    private static ChangeFinding Finding(GenomeDiagnosticDescriptor descriptor, string key, params object[] arguments) =>
        new(descriptor, key, string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat, arguments));
}
