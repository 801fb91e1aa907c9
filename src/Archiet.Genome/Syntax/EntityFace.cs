using Archiet.Genome.Binding;
using Archiet.Genome.Sections;

namespace Archiet.Genome.Syntax;

/// <summary>What the rest of the genome sees of an entity as it is written; places only of what a finding across entities can be about.</summary>
/// <param name="NameWord">The name.</param>
/// <param name="IsComplete">False where the section could not be read.</param>
/// <param name="ClassName">The class, where it is given.</param>
/// <param name="Plural">The plural, where it is given.</param>
/// <param name="Member">The place of <c>member: true</c>, or null.</param>
/// <param name="SoftDelete">The place of <c>softDelete: true</c>, or null.</param>
/// <param name="List">The place of the list, or null.</param>
/// <param name="Lifecycle">The lifecycle, or null.</param>
/// <param name="Mixins">The names of its mixins.</param>
/// <param name="Fields">Its own fields, in order of declaration.</param>
/// <param name="Was">The old name, or null.</param>
/// <param name="Retired">The place of <c>retired: true</c>, or null.</param>
internal sealed record EntityFace(
    Word NameWord, bool IsComplete, Word? ClassName, Word? Plural, SectionSpan? Member, SectionSpan? SoftDelete, SectionSpan? List, LifecycleFace? Lifecycle,
    EquatableArray<string> Mixins, EquatableArray<FieldFace> Fields, Word? Was, SectionSpan? Retired)
{
    public string Name => NameWord.Text;

    public static EntityFace Of(EntitySyntax entity) => new(
        entity.NameWord, entity.IsComplete, entity.ClassName, entity.Plural, entity.Member, entity.SoftDelete, entity.List?.Key, LifecycleFace.Of(entity.Lifecycle),
        entity.Mixins.Texts(), FieldFace.Of(entity.Fields),
        entity.Was, entity.Retired);
}

/// <summary>What the rest of the genome sees of a lifecycle.</summary>
/// <param name="Key">Its place.</param>
/// <param name="Field">The field that holds the state.</param>
/// <param name="Transitions">The names of its transitions, in ordinal order.</param>
internal sealed record LifecycleFace(SectionSpan Key, string? Field, EquatableArray<string> Transitions)
{
    public static LifecycleFace? Of(LifecycleSyntax? lifecycle) => lifecycle is null
        ? null
        : new(
            lifecycle.Key,
            lifecycle.Field?.Text,
            lifecycle.Transitions.Select(static transition => transition.Name.Text).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
}

/// <summary>What the rest of the genome sees of a field.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type, or null where it is missing.</param>
/// <param name="Required">Whether it always has a value, as far as it says so itself.</param>
/// <param name="OnCreate">What the server sets when a row is made.</param>
/// <param name="OnUpdate">What the server sets at every write.</param>
/// <param name="Classification">What kind of data it holds.</param>
/// <param name="Nature">What only few fields are, or null.</param>
/// <param name="IsRetired">Whether only its column is left.</param>
internal sealed record FieldFace(
    string Name, string? Type, bool Required, string? OnCreate, string? OnUpdate, Classification Classification, FieldNatureFace? Nature, bool IsRetired)
{
    public bool IsComputed => Nature is { IsComputed: true };

    /// <summary>Whether it is rows, and has no column.</summary>
    public bool IsRows => Nature is { Owned: not null } or { Many: not null };

    public static EquatableArray<FieldFace> Of(IReadOnlyList<FieldSyntax> fields)
    {
        var faces = new FieldFace[fields.Count];
        for (var i = 0; i < faces.Length; i++)
        {
            var field = fields[i];
            faces[i] = new(
                field.Name.Text, field.Type?.Text, field.Required, field.OnCreate?.Text, field.OnUpdate?.Text, field.Classification, FieldNatureFace.Of(field), field.IsRetired);
        }
        return new(faces);
    }
}

/// <summary>What the rest of the genome sees of a field that is not a value which a request gives.</summary>
/// <param name="IsComputed">Whether it has an expression.</param>
/// <param name="IsStored">Whether the database keeps what it computes.</param>
/// <param name="Owned">The place of the type of owned rows.</param>
/// <param name="Many">The place of <c>many: true</c>.</param>
internal sealed record FieldNatureFace(bool IsComputed, bool IsStored, SectionSpan? Owned, SectionSpan? Many)
{
    public static FieldNatureFace? Of(FieldSyntax field) => field.Nature is not { } nature
        ? null
        : new(nature.Computed is not null, nature.Stored is not null, nature.Owned is { } owned ? field.Type?.Span ?? owned.Span : null, nature.Many?.Span);
}
