using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The interfaces and attributes that make an entity a tenant's: Archiet's own, and those that the project names.</summary>
internal sealed class TenantMarkers
{
    /// <summary>The tenant's member where a mark does not name another.</summary>
    public const string DefaultMember = "TenantId";

    /// <summary>The key of .editorconfig and .globalconfig that names more, by their full names, apart by commas, semicolons or spaces.</summary>
    private const string Key = "archiet_tenant_markers";

    private static readonly string[] OwnNames = ["Archiet.ITenantOwned", "Archiet.TenantOwnedAttribute"];

    private static readonly char[] Separators = [',', ';', ' ', '\t'];

    private readonly ImmutableArray<INamedTypeSymbol> interfaces;
    private readonly ImmutableArray<INamedTypeSymbol> attributes;

    private TenantMarkers(ImmutableArray<INamedTypeSymbol> types)
    {
        interfaces = types.RemoveAll(type => type.TypeKind != TypeKind.Interface);
        attributes = types.RemoveAll(type => type.TypeKind != TypeKind.Class);
    }

    /// <summary>Whether nothing could be marked.</summary>
    public bool IsEmpty => interfaces.IsEmpty && attributes.IsEmpty;

    /// <summary>The markers that the project knows.</summary>
    public static TenantMarkers Of(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var names = NamesIn(compilation, options).Concat(OwnNames).Distinct(StringComparer.Ordinal);
        return new TenantMarkers([.. names.SelectMany(name => compilation.GetTypesByMetadataName(name))]);
    }

    /// <summary>Archiet's own markers alone.</summary>
    public static TenantMarkers Own(Compilation compilation) => new([.. OwnNames.SelectMany(name => compilation.GetTypesByMetadataName(name))]);

    /// <summary>The tenant's member of a marked type; null where it is not marked.</summary>
    public string? MemberOf(ITypeSymbol type)
    {
        foreach (var candidate in type.AllInterfaces)
        {
            if (Is(candidate, interfaces))
            {
                return OnlyProperty(candidate);
            }
        }
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself && Is(itself, interfaces))
        {
            return OnlyProperty(itself);
        }
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (MemberByAttribute(at) is { } member)
            {
                return member;
            }
        }
        return type.AllInterfaces.Select(MemberByAttribute).FirstOrDefault(member => member is not null);
    }

    private string? MemberByAttribute(ITypeSymbol type)
    {
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } marker && Is(marker, attributes))
            {
                return attribute.ConstructorArguments is [{ Value: string member }] ? member : DefaultMember;
            }
        }
        return null;
    }

    /// <summary>The property of a marker that has one; of several, only the default name can be the tenant's.</summary>
    private static string OnlyProperty(INamedTypeSymbol marker) =>
        marker.GetMembers().OfType<IPropertySymbol>().ToArray() is [var only] ? only.Name : DefaultMember;

    private static bool Is(INamedTypeSymbol type, ImmutableArray<INamedTypeSymbol> markers) =>
        markers.Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);

    /// <summary>A .globalconfig speaks for the project and an .editorconfig for files: what any of them names is a marker.</summary>
    private static IEnumerable<string> NamesIn(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        if (options.GlobalOptions.TryGetValue(Key, out var global))
        {
            texts.Add(global);
        }
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (options.GetOptions(tree).TryGetValue(Key, out var text))
            {
                texts.Add(text);
            }
        }
        return texts.SelectMany(text => text.Split(Separators, StringSplitOptions.RemoveEmptyEntries));
    }
}
