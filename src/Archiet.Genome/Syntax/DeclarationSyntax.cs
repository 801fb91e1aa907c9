namespace Archiet.Genome.Syntax;

/// <summary>The app as it is written.</summary>
internal sealed record AppSyntax(Word Key, Word? Name, Word? Namespace, string Description, Word? Version, Word? Contact);

/// <summary>Tenancy as it is written.</summary>
internal sealed record TenancySyntax(Word Key, Word? Tenant);

/// <summary>A name and its prose: a role, or a member of an enum.</summary>
internal sealed record DescribedSyntax(Word Name, string Description);

/// <summary>A value as it is written.</summary>
internal sealed record ValueSyntax(Word Name, string Description, IReadOnlyList<FieldSyntax> Fields);

/// <summary>A named scalar type as it is written; <see cref="FieldSyntax.Type"/> is its base.</summary>
internal sealed record TypeSyntax(Word Name, FieldSyntax Definition);

/// <summary>An enum as it is written.</summary>
internal sealed record EnumSyntax(Word Name, string Description, IReadOnlyList<DescribedSyntax> Members);

/// <summary>A capability as it is written.</summary>
internal sealed record CapabilitySyntax(Word Name, string Description, IReadOnlyList<Word> Roles, IReadOnlyList<NamedListSyntax> Grants);

/// <summary>What a section declares besides entities.</summary>
internal sealed class DeclarationSyntax
{
    public Word? Version { get; set; }

    public AppSyntax? App { get; set; }

    public TenancySyntax? Tenancy { get; set; }

    public List<DescribedSyntax> Roles { get; } = [];

    public List<TypeSyntax> Types { get; } = [];

    public List<ValueSyntax> Values { get; } = [];

    public List<EnumSyntax> Enums { get; } = [];

    public List<CapabilitySyntax> Capabilities { get; } = [];
}
