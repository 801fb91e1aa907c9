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
/// <param name="First">The position of the field, or of the value's first one.</param>
/// <param name="Group">The value; null for a field.</param>
/// <param name="Members">The members of the value; empty for a field.</param>
internal sealed record JsonMember(byte[] Name, string Pointer, int First, FieldGroup? Group, JsonMember[] Members)
{
    /// <summary>The columns behind the member.</summary>
    public FieldSet Fields { get; } = FieldSet.Range(First, Group?.Count ?? 1);
}

/// <summary>What follows from an entity's fields, in the form that a request needs.</summary>
internal sealed class EntityLayout
{
    private readonly IReadOnlyList<Field> fields;

    public EntityLayout(EntityTable table)
    {
        fields = table.Fields;
        Members = [.. MembersOf(table)];
        for (var at = 0; at < fields.Count; at++)
        {
            if (fields[at].IsServerSet)
            {
                ServerSet |= FieldSet.Of(at);
            }
            else if (fields[at].Required && !fields[at].HasDefault)
            {
                Demanded |= FieldSet.Of(at);
            }
        }
        Constraints = table.Constraints.ToFrozenDictionary(constraint => constraint.Name, StringComparer.Ordinal);
    }

    /// <summary>The members of the JSON object in column order.</summary>
    public JsonMember[] Members { get; }

    /// <summary>The fields that only the server sets.</summary>
    public FieldSet ServerSet { get; }

    /// <summary>The fields that a create must give; those of an optional value only when it gives the value.</summary>
    public FieldSet Demanded { get; }

    /// <summary>What a refusal by the database means, by the constraint's name.</summary>
    public FrozenDictionary<string, Constraint> Constraints { get; }

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
                foreach (var inner in member.Members)
                {
                    if (set.Has(inner.First))
                    {
                        yield return inner.Pointer;
                    }
                }
            }
        }
    }

    /// <summary>Adds a finding for each field that a create must give and does not.</summary>
    public void Demand(FieldSet given, Findings findings)
    {
        foreach (var member in Members)
        {
            if (member.Group is not { } value)
            {
                Demand(member, given, findings);
            }
            else if (given.HasAny(member.Fields))
            {
                Array.ForEach(member.Members, inner => Demand(inner, given, findings));
            }
            else if (value.Required && Demanded.HasAny(member.Fields))
            {
                findings.Add(member.Pointer, "required", "The field must have a value.");
            }
        }
    }

    private void Demand(JsonMember member, FieldSet given, Findings findings)
    {
        if (Demanded.Has(member.First) && !given.Has(member.First))
        {
            findings.Add(member.Pointer, "required", "The field must have a value.");
        }
    }

    private IEnumerable<JsonMember> MembersOf(EntityTable table)
    {
        var groups = table.Groups.ToDictionary(group => group.First);
        for (var at = 0; at < fields.Count;)
        {
            if (groups.TryGetValue(at, out var group))
            {
                var pointer = "/" + Escape(group.Name);
                var members = Enumerable.Range(at, group.Count).Select(inner => MemberOf(inner, pointer)).ToArray();
                yield return new(Encoding.UTF8.GetBytes(group.Name), pointer, at, group, members);
                at += group.Count;
            }
            else
            {
                yield return MemberOf(at++, "");
            }
        }
    }

    private JsonMember MemberOf(int at, string parent)
    {
        var name = fields[at].Name;
        return new(Encoding.UTF8.GetBytes(name), $"{parent}/{Escape(name)}", at, null, []);
    }

    /// <summary>A name as a part of a JSON pointer (RFC 6901).</summary>
    internal static string Escape(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
