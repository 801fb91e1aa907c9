namespace Archiet;

/// <summary>
/// The grants that a caller's roles have together for one operation: on which rows it may be done, and which fields may be set on which of them. A row is meant
/// as soon as one grant means it, a field may be set on a row as soon as one grant that means the row lists it.
/// </summary>
internal sealed class RowAccess
{
    private readonly string[] conditions;
    private readonly FieldClass[] classes;

    public RowAccess(EntityTable table, IEnumerable<Grant> grants)
    {
        var all = grants.ToList();
        var conditional = all.Where(grant => grant.Where is not null).GroupBy(grant => table.Layout.ConditionOf(grant.Where!), StringComparer.Ordinal)
            .Select(same => (Condition: same.Key, Set: same.Aggregate(default(FieldSet), (set, grant) => set | grant.Set))).ToList();
        IsGranted = all.Count > 0;
        IsEverywhere = all.Exists(grant => grant.Where is null);
        var free = all.Where(grant => grant.Where is null).Aggregate(default(FieldSet), (set, grant) => set | grant.Set);
        conditions = [.. conditional.Select(one => one.Condition)];
        Settable = conditional.Aggregate(free, (set, one) => set | one.Set);
        classes = [.. ClassesOf(conditional, Settable.Without(free))];
    }

    /// <summary>Whether there is a grant at all.</summary>
    public bool IsGranted { get; }

    /// <summary>Whether every row is meant.</summary>
    public bool IsEverywhere { get; }

    /// <summary>The fields that may be set on some row.</summary>
    public FieldSet Settable { get; }

    /// <summary>Which rows are meant, as SQL in parentheses; null for every row. Without a grant it is none.</summary>
    public string? Condition => IsEverywhere ? null : IsGranted ? AnyOf(conditions) : "(false)";

    /// <summary>What tells apart the fields of a request that hang on conditions: equal marks, equal conditions.</summary>
    public ulong MarkOf(FieldSet given)
    {
        var mark = 0UL;
        for (var at = 0; at < classes.Length; at++)
        {
            mark |= given.HasAny(classes[at].Fields) ? 1UL << at : 0;
        }
        return mark;
    }

    /// <summary>On which rows the fields of a mark may be set together, as SQL in parentheses; null for every row.</summary>
    public string? ConditionFor(ulong mark)
    {
        if (mark == 0)
        {
            return Condition;
        }
        var needed = classes.Where((_, at) => (mark & (1UL << at)) != 0).Select(one => one.Condition).ToList();
        return needed.Count == 1 ? needed[0] : $"({string.Join(" AND ", needed)})";
    }

    /// <summary>
    /// Fields that the same conditions let through belong together. Where there are more classes than marks have bits, the last holds all that is left, and asks for
    /// every one of the conditions: narrower than granted, never wider.
    /// </summary>
    private static IEnumerable<FieldClass> ClassesOf(List<(string Condition, FieldSet Set)> conditional, FieldSet fields)
    {
        const int Most = 64;
        var made = Enumerable.Range(0, FieldSet.Capacity).Where(fields.Has)
            .GroupBy(field => AnyOf([.. conditional.Where(one => one.Set.Has(field)).Select(one => one.Condition)]), StringComparer.Ordinal)
            .Select(same => new FieldClass(same.Aggregate(default(FieldSet), (set, field) => set | FieldSet.Of(field)), same.Key)).ToList();
        if (made.Count <= Most)
        {
            return made;
        }
        var rest = made.Skip(Most - 1).ToList();
        return made.Take(Most - 1).Append(new(
            rest.Aggregate(default(FieldSet), (set, one) => set | one.Fields), $"({string.Join(" AND ", rest.Select(one => one.Condition).Distinct(StringComparer.Ordinal))})"));
    }

    private static string AnyOf(string[] conditions) => conditions.Length == 1 ? conditions[0] : $"({string.Join(" OR ", conditions)})";

    private sealed record FieldClass(FieldSet Fields, string Condition);
}
