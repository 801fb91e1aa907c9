namespace Archiet;

/// <summary>Text of every kind.</summary>
public ref partial struct FieldReader
{
    /// <summary>Text, an e-mail address or a url, checked by the field's kind, lengths and pattern.</summary>
    public string Text() => TextOrNull() ?? "";

    /// <summary>The same, or null.</summary>
    public string? TextOrNull()
    {
        if (Characters() is not { } text)
        {
            return null;
        }
        if (!target.TextRule.FitsLength(text))
        {
            RefuseLength("characters");
        }
        else if (target.Kind == FieldKind.Email && !TextFormats.IsEmail(text))
        {
            Refuse("format", "The field must be an e-mail address.");
        }
        else if (target.Kind == FieldKind.Url && !TextFormats.IsUrl(text))
        {
            Refuse("format", "The field must be an absolute http or https address.");
        }
        else if (!target.TextRule.FitsPattern(text))
        {
            Refuse("pattern", $"The field must match {target.Pattern}");
        }
        return text;
    }

    /// <summary>A named scalar type.</summary>
    public T Named<T>()
        where T : struct, IText<T> => NamedOrNull<T>() ?? default;

    /// <summary>The same, or null.</summary>
    public T? NamedOrNull<T>()
        where T : struct, IText<T>
    {
        if (Characters() is not { } text)
        {
            return null;
        }
        if (T.TryFrom(text, out var value))
        {
            return value;
        }
        Refuse("pattern", T.Hint);
        return null;
    }

    /// <summary>A string that PostgreSQL can keep.</summary>
    private string? Characters()
    {
        if (!IsString("a string"))
        {
            return null;
        }
        if (Unescaped() is not { } text)
        {
            Refuse("text", "The field is not valid Unicode.");
            return null;
        }
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            Refuse("text", "The field must not contain U+0000.");
            return null;
        }
        return text;
    }

    /// <summary>The current string or name; null for lone surrogates and bytes that are not UTF-8, for which the reader throws.</summary>
    private readonly string? Unescaped()
    {
        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
