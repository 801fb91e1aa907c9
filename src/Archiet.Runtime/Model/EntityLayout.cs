using System.Collections.Frozen;
using System.Text;

namespace Archiet;

public sealed partial class EntityTable
{
    private EntityLayout? layout;

    /// <summary>What follows from the fields and is asked at every request; worked out once. Two threads may both do it: the results are the same.</summary>
    internal EntityLayout Layout => layout ??= new(this);
}

/// <summary>A member of an entity's JSON object: a field, or a value with the fields of its own.</summary>
/// <param name="Name">The name as UTF-8.</param>
/// <param name="Pointer">The JSON pointer.</param>
/// <param name="Position">The position of the field, or of the value's first one.</param>
/// <param name="Group">The value; null for a field.</param>
/// <param name="Members">The members of the value; empty for a field.</param>
/// <param name="IsDemanded">Whether an object that is made anew must have the member.</param>
/// <param name="Children">The owned rows; null for anything else.</param>
internal sealed record JsonMember(byte[] Name, string Pointer, int Position, FieldGroup? Group, JsonMember[] Members, bool IsDemanded, Children? Children = null)
{
    /// <summary>The positions behind the member.</summary>
    public FieldSet Fields { get; } = FieldSet.Range(Position, Group?.Count ?? 1);
}

/// <summary>What follows from an entity's fields, in the form that a request needs.</summary>
internal sealed class EntityLayout(EntityTable table)
{
    /// <summary>The members of the JSON object in column order, owned rows behind them.</summary>
    public JsonMember[] Members { get; } = [.. MembersOf(table)];

    /// <summary>What a refusal by the database means, by the constraint's name.</summary>
    public FrozenDictionary<string, Constraint> Constraints { get; } =
        ConstraintsOf(table).ToFrozenDictionary(constraint => constraint.Name, StringComparer.Ordinal);

    /// <summary>The fields that are ever shown.</summary>
    public FieldSet Readable { get; } = table.Fields.Index().Where(field => field.Item.IsSecret)
        .Aggregate(FieldSet.Range(0, table.Positions), (set, field) => set.Without(FieldSet.Of(field.Index)));

    /// <summary>The parameters by which lists are filtered, by their names.</summary>
    public FrozenDictionary<string, ListFilter> Filters { get; } = ListFilter.Of(table).ToFrozenDictionary(filter => filter.Name, StringComparer.Ordinal);

    /// <summary>The orders that lists can be asked for, by their names: a field's, and with a minus in front for descending.</summary>
    public FrozenDictionary<string, int> Sorts { get; } = SortsOf(table).ToFrozenDictionary(sort => sort.Name, sort => sort.Sort, StringComparer.Ordinal);

    /// <summary>A row condition in parentheses, by its name.</summary>
    public string ConditionOf(string name) => $"({table.Conditions.First(condition => condition.Name == name).Sql})";

    /// <summary>The pointers of a set of fields, a value's fields together as the value.</summary>
    public IEnumerable<string> PointersOf(FieldSet set)
    {
        foreach (var member in Members)
        {
            if (set.Has(member.Fields))
            {
                yield return member.Pointer;
            }
            else if (set.HasAny(member.Fields))
            {
                foreach (var inner in member.Members.Where(inner => set.Has(inner.Position)))
                {
                    yield return inner.Pointer;
                }
            }
        }
    }

    /// <summary>A name as a part of a JSON pointer (RFC 6901).</summary>
    public static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    private static IEnumerable<(string Name, int Sort)> SortsOf(EntityTable table) => table.Fields.Index().Where(field => field.Item.CanSort)
        .SelectMany(field => new[] { (field.Item.Name, field.Index + 1), ($"-{field.Item.Name}", -field.Index - 1) });

    /// <summary>The database names no row when it refuses an owned one, so that it is about the whole array.</summary>
    private static IEnumerable<Constraint> ConstraintsOf(EntityTable table) => table.Constraints.Concat(table.Children.SelectMany(
        (children, at) => children.Table.Constraints.Select(constraint => constraint with { Fields = FieldSet.Of(table.Fields.Count + at) })));

    private static IEnumerable<JsonMember> MembersOf(EntityTable table)
    {
        var groups = table.Groups.ToDictionary(group => group.First);
        for (var at = 0; at < table.Fields.Count;)
        {
            if (groups.TryGetValue(at, out var group))
            {
                yield return MemberOf(table, group);
                at += group.Count;
            }
            else
            {
                yield return MemberOf(table, at++, "");
            }
        }
        for (var at = 0; at < table.Children.Count; at++)
        {
            var children = table.Children[at];
            yield return new(
                Encoding.UTF8.GetBytes(children.Name), "/" + Escape(children.Name), table.Fields.Count + at, null, [], IsDemanded: children.Min > 0, children);
        }
    }

    private static JsonMember MemberOf(EntityTable table, FieldGroup group)
    {
        var pointer = "/" + Escape(group.Name);
        var members = Enumerable.Range(group.First, group.Count).Select(at => MemberOf(table, at, pointer)).ToArray();
        return new(Encoding.UTF8.GetBytes(group.Name), pointer, group.First, group, members, group.Required && Array.Exists(members, member => member.IsDemanded));
    }

    private static JsonMember MemberOf(EntityTable table, int at, string parent) => MemberOf(table.Fields[at], at, parent);

    /// <summary>The member of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="at">Its position.</param>
    /// <param name="parent">The pointer of the object that has the member.</param>
    public static JsonMember MemberOf(Field field, int at, string parent)
    {
        var demanded = field is { Required: true, HasDefault: false, IsServerSet: false };
        return new(Encoding.UTF8.GetBytes(field.Name), $"{parent}/{Escape(field.Name)}", at, null, [], demanded);
    }
}
