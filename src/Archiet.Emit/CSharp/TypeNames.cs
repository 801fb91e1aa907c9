using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>
/// The types that emitted code names: short where the short name means the right type, in full where the genome has a type or the class a member of that name.
/// </summary>
internal sealed class TypeNames(string modelNamespace, EquatableArray<string> shadowed, IEnumerable<string> members)
{
    private readonly HashSet<string> hidden = new(shadowed, StringComparer.Ordinal);
    private readonly HashSet<string> members = new(members, StringComparer.Ordinal);

    /// <summary>One of the runtime's or the framework's types.</summary>
    public string this[string name] => hidden.Contains(name) || members.Contains(name) ? "global::" + RuntimeNames.NamespaceOf(name) + "." + name : name;

    /// <summary>One of the genome's types, where <paramref name="member"/> is the member whose type it is: C# tells the two apart when they are called the same.</summary>
    public string Own(string name, string? member = null) => members.Contains(name) && member != name
        ? "global::" + CSharpText.Namespace(modelNamespace) + "." + CSharpText.Identifier(name)
        : CSharpText.Identifier(name);

    /// <summary>The C# type of a field, without its question mark.</summary>
    public string Of(FieldModel field) => field.TypeName is { } own ? Own(own, field.Member) : field.Kind switch
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
}
