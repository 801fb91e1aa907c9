using System.Text.Json;

namespace Archiet;

/// <summary>Owned rows: an array of objects within the object of their owner.</summary>
public ref partial struct FieldReader
{
    /// <summary>Reads every object of the array that the reader stands on, as a row that is whole: with all that a new one must have.</summary>
    internal void ReadRows<T>(Children children, List<T> rows)
        where T : class, IEntity<T>
    {
        var (ownFields, ownSettable, list, count) = (fields, settable, pointer, 0);
        (fields, settable) = (T.Table.Fields, FieldSet.All);
        rows.Clear();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            findings.Enter(list, count++);
            pointer = "";
            if (count > children.Max)
            {
                json.Skip();
            }
            else if (json.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(ReadRow<T>(children));
            }
            else
            {
                Refuse("type", "The row must be an object.");
            }
            findings.Leave();
        }
        (fields, settable, pointer) = (ownFields, ownSettable, list);
        if (count < children.Min || count > children.Max)
        {
            findings.Add(pointer, "count", children.CountMessage);
        }
    }

    private FieldSet ReadChildren(JsonMember member, object owner)
    {
        if (!settable.Has(member.Fields))
        {
            Refuse("notSettable", "Your roles do not let you set this field.");
        }
        else if (json.TokenType == JsonTokenType.StartArray)
        {
            member.Children!.Read(ref this, owner);
        }
        else
        {
            Refuse("type", "The field must be an array.");
        }
        return member.Fields;
    }

    private T ReadRow<T>(Children children)
        where T : class, IEntity<T>
    {
        var row = T.Blank(GivenId(children) ?? RowIds.Next(findings.Now));
        inRow = true;
        ReadObject(T.Table.Layout.Members, row, isNew: true);
        inRow = false;
        return row;
    }

    /// <summary>The id that the row gives of itself, wherever among its members it stands; null for a row that is to be made.</summary>
    private readonly Guid? GivenId(Children children)
    {
        var ahead = this;
        Guid? found = null;
        while (ahead.json.Read() && ahead.json.TokenType == JsonTokenType.PropertyName)
        {
            var isId = ahead.ValueEquals("id"u8);
            ahead.json.Read();
            if (!isId)
            {
                ahead.json.Skip();
                continue;
            }
            ahead.pointer = "/id";
            if (found is not null)
            {
                ahead.Refuse("duplicate", "The field is given twice.");
            }
            found = ahead.IdOrNull();
            if (found is not { } id)
            {
                continue;
            }
            if (known is null)
            {
                ahead.Refuse("unknown", "There is no such row; leave the id out to make one.");
            }
            else if (!known.Add(children, id, findings.Within("/id")))
            {
                ahead.Refuse("duplicate", "The row is given twice.");
            }
        }
        return found;
    }
}
