using System.Buffers;
using System.Text.Json;

namespace Archiet;

/// <summary>
/// Reads the value of one field from a JSON body, strictly; what is wrong becomes a finding at the field's pointer, and the value that is returned then
/// is of no use to anybody: a body with findings is never written.
/// </summary>
public ref partial struct FieldReader
{
    /// <summary>Objects and arrays within each other, the body's own included.</summary>
    internal const int MaxDepth = 32;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaxDepth, CommentHandling = JsonCommentHandling.Disallow, AllowTrailingCommas = false };

    /// <summary>What is read before the first field.</summary>
    private static readonly Field NoField = new("", "", "", FieldKind.Json, "jsonb");

    private readonly Findings findings;
    private readonly KnownRows? known;
    private IReadOnlyList<Field> fields;
    private FieldSet settable;
    private Utf8JsonReader json;
    private Field target;
    private string pointer;
    private bool inRow;

    private FieldReader(in ReadOnlySequence<byte> body, IReadOnlyList<Field> fields, FieldSet settable, Findings findings, KnownRows? known)
    {
        this.findings = findings;
        this.settable = settable;
        this.known = known;
        this.fields = fields;
        json = new Utf8JsonReader(body, Strict);
        target = NoField;
        pointer = "";
    }

    /// <summary>True or false.</summary>
    public bool Bool() => BoolOrNull() ?? false;

    /// <summary>The same, or null.</summary>
    public bool? BoolOrNull()
    {
        switch (json.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.True or JsonTokenType.False:
                return json.GetBoolean();
            default:
                Refuse("type", "The field must be true or false.");
                return null;
        }
    }

    /// <summary>A uuid: a reference or a plain one.</summary>
    public Guid Id() => IdOrNull() ?? default;

    /// <summary>The same, or null.</summary>
    public Guid? IdOrNull()
    {
        if (!IsString("a uuid"))
        {
            return null;
        }
        if (json.TryGetGuid(out var id))
        {
            return id;
        }
        Refuse("format", "The field must be a uuid, as in 0198c6e0-5d7e-7c3a-9d2b-1f4e6a7b8c9d.");
        return null;
    }

    /// <summary>The position of an enum member, by its name.</summary>
    public int Choice(Choices choices) => ChoiceOrNull(choices) ?? 0;

    /// <summary>The same, or null.</summary>
    public int? ChoiceOrNull(Choices choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        if (!IsString("a string"))
        {
            return null;
        }
        var names = choices.Utf8;
        for (var at = 0; at < names.Length; at++)
        {
            if (ValueEquals(names[at]))
            {
                return at;
            }
        }
        Refuse("choice", choices.Message);
        return null;
    }

    /// <summary>Base64.</summary>
    public byte[] Bytes() => BytesOrNull() ?? [];

    /// <summary>The same, or null.</summary>
    public byte[]? BytesOrNull()
    {
        if (!IsString("base64"))
        {
            return null;
        }
        if (!json.TryGetBytesFromBase64(out var bytes))
        {
            Refuse("format", "The field must be base64.");
            return null;
        }
        if (bytes.Length < target.MinLength || (target.MaxLength > 0 && bytes.Length > target.MaxLength))
        {
            RefuseLength("bytes");
        }
        return bytes;
    }

    /// <summary>Any JSON, copied.</summary>
    public JsonElement Json() => JsonOrNull() ?? default;

    /// <summary>The same; JSON null is no value.</summary>
    public JsonElement? JsonOrNull()
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return null;
        }
        var ahead = json;
        if (JsonDocumentRules.Broken(ref ahead) is { } broken)
        {
            Refuse("json", broken);
            return null;
        }
        return JsonElement.ParseValue(ref json);
    }

    /// <summary>Whether the value is a string; null is none and no fault, anything else is refused.</summary>
    private bool IsString(string what)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return true;
        }
        if (json.TokenType != JsonTokenType.Null)
        {
            Refuse("type", $"The field must be {what}.");
        }
        return false;
    }

    /// <summary>Compares without an allocation; text that is no Unicode equals nothing.</summary>
    private readonly bool ValueEquals(ReadOnlySpan<byte> name)
    {
        try
        {
            return json.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private void RefuseLength(string unit) => Refuse("length", target.LengthMessage(unit));

    /// <summary>Adds a finding and leaves the value behind.</summary>
    private void Refuse(string code, string message)
    {
        findings.Add(pointer, code, message);
        json.Skip();
    }
}
