using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The assemblies that may be given what belongs to a tenant: the platform's, those that the rules have checked, and those that the project vouches for.</summary>
internal sealed class KnownAssemblies(Compilation compilation)
{
    /// <summary>The framework, Entity Framework and its providers, libraries that are about tenants themselves, and those that do no more to a query than add to it.</summary>
    private static readonly string[] Known =
    [
        "System", "Microsoft", "netstandard", "mscorlib", "Npgsql", "Archiet", "Pomelo.EntityFrameworkCore", "MySql.EntityFrameworkCore", "Oracle.EntityFrameworkCore",
        "Finbuckle.MultiTenant", "Volo.Abp", "Abp",
        "AutoMapper", "Mapster", "Ardalis.Specification", "Gridify", "Sieve", "X.PagedList", "HotChocolate", "GreenDonut", "LinqKit", "DelegateDecompiler", "EntityFrameworkCore.Projectables",
    ];

    private readonly ConcurrentDictionary<IAssemblySymbol, bool> keeps = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? checkedByRules = compilation.GetTypeByMetadataName("Archiet.TenancyCheckedAttribute");
    private readonly Lazy<ImmutableHashSet<string>> vouchedFor = new(() => VouchedFor(compilation));

    /// <summary>Whether an assembly keeps the tenant of what it is given.</summary>
    public bool Keeps(IAssemblySymbol assembly) =>
        SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly) || (keeps.TryGetValue(assembly, out var known) ? known : keeps.GetOrAdd(assembly, Decide));

    private bool Decide(IAssemblySymbol assembly) => Array.Exists(Known, name => IsOf(assembly.Name, name))
        || assembly.GetAttributes().Any(attribute => attribute.AttributeClass is { } type && SymbolEqualityComparer.Default.Equals(type, checkedByRules))
        || vouchedFor.Value.Contains(assembly.Name);

    private static bool IsOf(string assembly, string name) =>
        assembly.StartsWith(name, StringComparison.Ordinal) && (assembly.Length == name.Length || assembly[name.Length] == '.');

    private static ImmutableHashSet<string> VouchedFor(Compilation compilation)
    {
        var attribute = compilation.GetTypeByMetadataName("Archiet.KeepsTenantAttribute");
        return
        [
            .. compilation.Assembly.GetAttributes()
                .Where(it => attribute is not null && SymbolEqualityComparer.Default.Equals(it.AttributeClass, attribute))
                .Where(it => it.ConstructorArguments is [{ Value: string }, { Value: string because }] && !string.IsNullOrWhiteSpace(because))
                .Select(it => (string)it.ConstructorArguments[0].Value!),
        ];
    }
}
