using System.Buffers;
using System.Text.Json;

namespace Archiet;

/// <summary>The walk over a whole body.</summary>
public ref partial struct FieldReader
{
    /// <summary>
    /// Fills an entity from a body: as a merge patch (RFC 7396), or, when the row is new, with all that it must have. The result says which fields the body
    /// gave. Throws <see cref="JsonException"/> with the place where the body is not JSON. The owned rows that the body names go to <paramref name="known"/>;
    /// without it, none may be named.
    /// </summary>
    /// <param name="body">The body, whole.</param>
    /// <param name="it">What is filled.</param>
    /// <param name="isNew">Whether the row is made, and must have what is required.</param>
    /// <param name="settable">The fields that the caller may set on some row.</param>
    /// <param name="findings">What is wrong.</param>
    /// <param name="known">Takes the owned rows that the body names.</param>
    internal static FieldSet Fill<T>(in ReadOnlySequence<byte> body, T it, bool isNew, FieldSet settable, Findings findings, KnownRows? known = null)
        where T : class, IEntity<T>
    {
        return new FieldReader(body, T.Table.Fields, settable, findings, known).ReadBody(T.Table.Layout.Members, it, isNew);
    }

    /// <summary>Fills what is no row: with all that it must have. Throws <see cref="JsonException"/> with the place where the body is not JSON.</summary>
    /// <param name="body">The body, whole.</param>
    /// <param name="it">What is filled.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="members">The members of its object.</param>
    /// <param name="findings">What is wrong.</param>
    internal static void Fill<T>(in ReadOnlySequence<byte> body, T it, IReadOnlyList<Field> fields, JsonMember[] members, Findings findings)
        where T : class, IFields<T> => new FieldReader(body, fields, FieldSet.All, findings, known: null).ReadBody(members, it, isNew: true);

    private FieldSet ReadBody<T>(JsonMember[] members, T it, bool isNew)
        where T : class, IFields<T>
    {
        json.Read();
        var given = default(FieldSet);
        if (json.TokenType == JsonTokenType.StartObject)
        {
            given = ReadObject(members, it, isNew);
        }
        else
        {
            Refuse("type", "The body must be an object.");
        }
        json.Read();
        return given;
    }

    /// <summary>Reads the members of the entity's object, or of a value's.</summary>
    private FieldSet ReadObject<T>(JsonMember[] members, T it, bool isNew)
        where T : class, IFields<T>
    {
        var parent = pointer;
        var given = default(FieldSet);
        var seen = default(FieldSet);
        var next = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var at = Find(members, next);
            if (at < 0)
            {
                if (inRow && parent.Length == 0 && ValueEquals("id"u8))
                {
                    json.Skip();
                }
                else
                {
                    RefuseUnknown(parent);
                }
                continue;
            }
            next = at + 1;
            var member = members[at];
            json.Read();
            pointer = member.Pointer;
            target = member.Children is null ? fields[member.Position] : target;
            if (seen.HasAny(member.Fields))
            {
                Refuse("duplicate", "The field is given twice.");
            }
            else
            {
                given |= member switch
                {
                    { Children: not null } => ReadChildren(member, it),
                    { Group: not null } => ReadValue(member, it, isNew),
                    _ => ReadField(member, it, isNew),
                };
            }
            seen |= member.Fields;
        }
        pointer = parent;
        if (isNew)
        {
            Demand(members, seen);
        }
        return given;
    }

    private FieldSet ReadField<T>(JsonMember member, T it, bool isNew)
        where T : class, IFields<T>
    {
        if (target.IsServerSet)
        {
            Refuse("notSettable", "The server sets this field.");
        }
        else if (target.IsWriteOnce && !isNew)
        {
            RefuseWritten();
        }
        else if (!settable.Has(member.Fields))
        {
            Refuse("notSettable", "Your roles do not let you set this field.");
        }
        else if (json.TokenType == JsonTokenType.Null && target.Required)
        {
            Refuse("required", "The field must have a value.");
        }
        else
        {
            T.Read(member.Position, ref this, it);
        }
        return member.Fields;
    }

    private FieldSet ReadValue<T>(JsonMember member, T it, bool isNew)
        where T : class, IFields<T>
    {
        if (!settable.HasAny(member.Fields))
        {
            Refuse("notSettable", "Your roles do not let you set this field.");
            return default;
        }
        switch (json.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(member.Members, it, isNew);
            case JsonTokenType.Null when target.IsWriteOnce && !isNew:
                RefuseWritten();
                return default;
            case JsonTokenType.Null when !member.Group!.Required:
                return member.Fields;
            case JsonTokenType.Null:
                Refuse("required", "The field must have a value.");
                return default;
            default:
                Refuse("type", "The field must be an object.");
                return default;
        }
    }

    private void RefuseWritten() => Refuse("writeOnce", "The field is set when the row is made, and not changed.");

    private readonly void Demand(JsonMember[] members, FieldSet seen)
    {
        foreach (var member in members)
        {
            if (member.IsDemanded && !seen.HasAny(member.Fields))
            {
                findings.Add(member.Pointer, "required", "The field must have a value.");
            }
        }
    }

    /// <summary>The member that a name means. Bodies mostly follow the order of the fields, so the search starts where the last one ended.</summary>
    private readonly int Find(JsonMember[] members, int from)
    {
        for (var step = 0; step < members.Length; step++)
        {
            var at = (from + step) % members.Length;
            if (ValueEquals(members[at].Name))
            {
                return at;
            }
        }
        return -1;
    }

    private void RefuseUnknown(string parent)
    {
        const int Longest = 100;
        if (Unescaped() is not { } name)
        {
            findings.Add(parent, "text", "A name is not valid Unicode.");
        }
        else
        {
            name = name.Length <= Longest || char.IsHighSurrogate(name[Longest - 1]) ? name : name[..Longest];
            findings.Add($"{parent}/{EntityLayout.Escape(name)}", "unknown", "There is no such field.");
        }
        json.Skip();
    }
}
