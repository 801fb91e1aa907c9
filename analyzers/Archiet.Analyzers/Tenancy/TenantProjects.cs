using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Whether a project can meet the contexts of tenants at all. Looks through declarations, so it is asked only where a rule has a suspect.</summary>
internal static class TenantProjects
{
    private const string EntityFramework = "Microsoft.EntityFrameworkCore";

    /// <summary>
    /// Whether a project declares a tenant-owned context, refers to an assembly that does, or was built with the SDK, by which it answers for what other projects hand it.
    /// </summary>
    public static bool Concerns(Compilation compilation, TenancySymbols symbols) =>
        IsChecked(compilation.Assembly)
        || compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).Any(type => symbols.KindOf(type as ITypeSymbol) == ContextKind.Tenant)
        || compilation.SourceModule.ReferencedAssemblySymbols.Any(assembly => MayDeclareContexts(assembly) && Types(assembly.GlobalNamespace).Any(type => symbols.KindOf(type) == ContextKind.Tenant));

    private static bool IsChecked(IAssemblySymbol assembly) => assembly.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "TenancyCheckedAttribute", ContainingNamespace.Name: "Archiet" });

    /// <summary>An assembly that refers to Entity Framework, and is none of the platform's own.</summary>
    private static bool MayDeclareContexts(IAssemblySymbol assembly) =>
        !assembly.Name.StartsWith("Microsoft.", StringComparison.Ordinal)
        && !assembly.Name.StartsWith("Npgsql.", StringComparison.Ordinal)
        && assembly.Name != "Archiet.Runtime"
        && assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == EntityFramework));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));
}
