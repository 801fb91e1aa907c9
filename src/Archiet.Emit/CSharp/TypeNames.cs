using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// The types that emitted code names: short where the short name means the right type, in full where the genome has a type or the class a member of that name.
/// </summary>
internal sealed class TypeNames(string modelNamespace, EquatableArray<string> shadowed, IEnumerable<string> members)
{
    private readonly HashSet<string>? hidden = shadowed.Count == 0 ? null : new(shadowed, StringComparer.Ordinal);
    private readonly HashSet<string> members = new(members, StringComparer.Ordinal);

    /// <summary>The same within a class that has other members.</summary>
    public TypeNames With(IEnumerable<string> others) => new(modelNamespace, shadowed, others);

    /// <summary>One of the runtime's or the framework's types where only a type can stand.</summary>
    public string this[string name] => IsHidden(name) ? Full(name) : name;

    /// <summary>One of the runtime's or the framework's attributes, as it stands in brackets.</summary>
    public string Attribute(string name) => hidden is not null && hidden.Contains(name + "Attribute") ? Full(name + "Attribute") : name;

    /// <summary>One of the runtime's or the framework's types before a dot, where a member of the class would win.</summary>
    public string Static(string name) => IsHidden(name) || members.Contains(name) ? Full(name) : name;

    /// <summary>
    /// One of the genome's types before a dot. Where <paramref name="member"/>, the member whose type it is, is called the same, C# tells the two apart.
    /// </summary>
    public string Own(string name, string? member = null) => members.Contains(name) && member != name
        ? "global::" + CSharpText.Namespace(modelNamespace) + "." + CSharpText.Identifier(name)
        : CSharpText.Identifier(name);

    /// <summary>The C# type of a field, without its question mark.</summary>
    public string Of(FieldModel field) => field.TypeName is { } own ? CSharpText.Identifier(own) : field.Kind switch
    {
        FieldKind.Bool => "bool",
        FieldKind.Int => "int",
        FieldKind.Long => "long",
        FieldKind.Decimal => "decimal",
        FieldKind.Date => this["DateOnly"],
        FieldKind.Time => this["TimeOnly"],
        FieldKind.Timestamp => this["DateTimeOffset"],
        FieldKind.Duration => this["TimeSpan"],
        FieldKind.Uuid or FieldKind.Reference => this["Guid"],
        FieldKind.Json => this["JsonElement"],
        FieldKind.Bytes => "byte[]",
        _ => "string",
    };

    private bool IsHidden(string name) => hidden is not null && hidden.Contains(name);

    private static string Full(string name) => "global::" + RuntimeNames.NamespaceOf(name) + "." + name;
}
