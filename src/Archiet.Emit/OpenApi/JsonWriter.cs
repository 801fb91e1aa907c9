namespace Archiet.Emit;

/// <summary>Writes members of JSON objects in the shorthand of the OpenAPI parts: the outer ones a line each, what is deeper without white space.</summary>
/// <param name="text">Where to write, behind what it holds already.</param>
internal sealed class JsonWriter(TextBuilder text)
{
    private const int LineLevels = 3;
    private readonly int start = text.Length;
    private int depth;
    private bool first = true;

    /// <summary>Writes to a text of its own.</summary>
    public JsonWriter()
        : this(new TextBuilder())
    {
    }

    /// <summary>A member with a value that is JSON already.</summary>
    public JsonWriter Member(string name, string json)
    {
        Begin(name).Append(json);
        return this;
    }

    /// <summary>A member that is a string.</summary>
    public JsonWriter Text(string name, string value)
    {
        Begin(name).Literal(value);
        return this;
    }

    /// <summary>A member that is an array of strings.</summary>
    public JsonWriter Array(string name, IEnumerable<string> items)
    {
        Begin(name).Append('[');
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator).Literal(item);
            separator = ",";
        }
        text.Append(']');
        return this;
    }

    /// <summary>A member whose value is a reference to a component.</summary>
    public JsonWriter Reference(string name, string kind, string component)
    {
        Begin(name).Append("{@").Append(kind).Append('/').Append(component).Append('}');
        return this;
    }

    /// <summary>A word of the shorthand in place of a member.</summary>
    public JsonWriter Word(string word)
    {
        Separate().Append('@').Append(word);
        return this;
    }

    /// <summary>A member that is an object.</summary>
    public JsonWriter Open(string name)
    {
        Begin(name).Append('{');
        return Enter();
    }

    /// <summary>An object that is no member: an item of an array, without line breaks.</summary>
    public JsonWriter OpenInline()
    {
        text.Append('{');
        depth = LineLevels - 1;
        return Enter();
    }

    /// <summary>A word of the shorthand with an object behind it.</summary>
    public JsonWriter OpenWord(string word)
    {
        Word(word);
        text.Append('{');
        return Enter();
    }

    /// <summary>Ends the object.</summary>
    public JsonWriter Close()
    {
        text.Append('}');
        depth--;
        first = false;
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToText().ToString().Substring(start);

    private JsonWriter Enter()
    {
        depth++;
        first = true;
        return this;
    }

    private TextBuilder Begin(string name)
    {
        return Separate().Literal(name).Append(':');
    }

    private TextBuilder Separate()
    {
        if (!first)
        {
            text.Append(',');
        }
        if (depth < LineLevels && text.Length > start)
        {
            text.Append('\n').Append(' ', depth);
        }
        first = false;
        return text;
    }
}
