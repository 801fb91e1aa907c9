using Archiet.Genome.Binding;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Syntax;

/// <summary>The app as it is written.</summary>
internal sealed record AppSyntax(Word Key, Word? Name, Word? Namespace, string Description, Word? Version, Word? Contact, EquatableArray<BoundExtension> Extensions);

/// <summary>Tenancy as it is written.</summary>
internal sealed record TenancySyntax(Word Key, Word? Tenant, Word? Partitions, EquatableArray<BoundExtension> Extensions);

/// <summary>A role as it is written.</summary>
internal sealed record RoleSyntax(Word Name, string Description, EquatableArray<BoundExtension> Extensions);

/// <summary>A value as it is written.</summary>
internal sealed record ValueSyntax(Word Name, string Description, IReadOnlyList<FieldSyntax> Fields, EquatableArray<BoundExtension> Extensions);

/// <summary>A named scalar type as it is written; <see cref="FieldSyntax.Type"/> is its base.</summary>
internal sealed record TypeSyntax(Word Name, FieldSyntax Definition);

/// <summary>An enum as it is written.</summary>
internal sealed record EnumSyntax(Word Name, string Description, IReadOnlyList<EnumMemberSyntax> Members, EquatableArray<BoundExtension> Extensions);

/// <summary>A member of an enum as it is written.</summary>
internal sealed record EnumMemberSyntax(Word Name, string Description, Word? Stored, Word? Was, EquatableArray<BoundExtension> Extensions);

/// <summary>A mixin as it is written.</summary>
internal sealed record MixinSyntax(Word Name, string Description, IReadOnlyList<FieldSyntax> Fields, ConstraintsSyntax Constraints)
{
    /// <summary>The fields, as expressions and grants see them.</summary>
    public EquatableArray<FieldFace> Faces { get; } = FieldFace.Of(Fields);
}

/// <summary>A capability as it is written.</summary>
internal sealed record CapabilitySyntax(
    Word Name, string Description, IReadOnlyList<Word> Roles, IReadOnlyList<GrantSyntax> Grants, IReadOnlyList<Word> Run, IReadOnlyList<Word> CrossTenant,
    EquatableArray<BoundExtension> Extensions);

/// <summary>What a capability allows on an entity, as it is written: operations alone, or the long form.</summary>
internal sealed record GrantSyntax(
    Word Entity, IReadOnlyList<Word> Operations, Word? Where = null, FieldListSyntax? Fields = null, EquatableArray<BoundExtension> Extensions = default);

/// <summary>The fields of a grant as they are written.</summary>
/// <param name="Place">The list or the mapping.</param>
/// <param name="Both">The short form: fields to see and to set. Null for the long form.</param>
/// <param name="See">The list under <c>see</c>, or null.</param>
/// <param name="Set">The list under <c>set</c>, or null.</param>
/// <param name="Except">The list under <c>except</c>, or null.</param>
internal sealed record FieldListSyntax(
    Word Place, IReadOnlyList<Word>? Both, IReadOnlyList<Word>? See = null, IReadOnlyList<Word>? Set = null, IReadOnlyList<Word>? Except = null)
{
    /// <summary>The user's own keys.</summary>
    public EquatableArray<BoundExtension> Extensions { get; init; }
}

/// <summary>An operation as it is written.</summary>
internal sealed record OperationSyntax(
    Word Name, string Description, IReadOnlyList<FieldSyntax> Input, IReadOnlyList<FieldSyntax> Output, EquatableArray<BoundExtension> Extensions);

/// <summary>The seed rows of an entity as they are written in one section.</summary>
internal sealed record SeedSyntax(Word Entity, IReadOnlyList<SeedRowSyntax> Rows);

/// <summary>A seed row as it is written.</summary>
internal sealed record SeedRowSyntax(Word Key, YamlMapping? Values);

/// <summary>An approval as it is written; the reason is null where it is no text.</summary>
internal sealed record ApprovalSyntax(Word Change, Word? Reason);

/// <summary>A question as it is written.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Ask">The question.</param>
/// <param name="About">What it is about; empty where it is not said.</param>
/// <param name="Source">Where it comes from; empty where it is not said.</param>
/// <param name="Options">Answers to choose from.</param>
/// <param name="Answer">The answer; null where there is none, empty where there is one that is no text.</param>
internal sealed record QuestionSyntax(Word Name, string Ask, string About, string Source, IReadOnlyList<Word> Options, string? Answer)
{
    /// <summary>Whether nobody has answered it. One that asks nothing has an error already.</summary>
    public bool IsOpen => Answer is null && Ask.Length > 0;
}

/// <summary>What a section declares besides entities.</summary>
internal sealed class DeclarationSyntax
{
    /// <summary>What a section declares that holds nothing but an entity. Nothing is ever added to it.</summary>
    public static DeclarationSyntax None { get; } = new();

    public Word? Version { get; set; }

    public Word? Status { get; set; }

    public AppSyntax? App { get; set; }

    public TenancySyntax? Tenancy { get; set; }

    /// <summary>The user's own keys of the top level.</summary>
    public EquatableArray<BoundExtension> Extensions { get; set; }

    /// <summary>The places of the user's own keys of the top level.</summary>
    public List<Word> ExtensionKeys { get; } = [];

    public List<RoleSyntax> Roles { get; } = [];

    public List<TypeSyntax> Types { get; } = [];

    public List<ValueSyntax> Values { get; } = [];

    public List<EnumSyntax> Enums { get; } = [];

    public List<MixinSyntax> Mixins { get; } = [];

    public List<CapabilitySyntax> Capabilities { get; } = [];

    public List<OperationSyntax> Operations { get; } = [];

    public List<SeedSyntax> Seeds { get; } = [];

    public List<ApprovalSyntax> Approvals { get; } = [];

    public List<QuestionSyntax> Questions { get; } = [];
}
