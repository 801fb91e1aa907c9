using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tenancy;

/// <summary>The types that tenancy rules ask about, looked up once a compilation, and what they say of contexts and entities.</summary>
internal sealed class TenancySymbols
{
    private readonly INamedTypeSymbol dbSet;
    private readonly TenantMarkers markers;
    private readonly TenantMarkers ownMarkers;
    private readonly Lazy<bool> concernsTenants;
    private readonly ConcurrentDictionary<ITypeSymbol, ContextKind> contexts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> entities = new(SymbolEqualityComparer.Default);

    private TenancySymbols(INamedTypeSymbol dbContext, INamedTypeSymbol dbSet, TenantMarkers markers, Compilation compilation)
    {
        DbContext = dbContext;
        this.dbSet = dbSet;
        this.markers = markers;
        ownMarkers = TenantMarkers.Own(compilation);
        concernsTenants = new(() => TenantProjects.Concerns(compilation, this));
        EntityContext = compilation.GetTypeByMetadataName("Archiet.EntityContext");
        CrossTenant = compilation.GetTypeByMetadataName("Archiet.CrossTenantAttribute");
    }

    /// <summary>Archiet's context, whose queries belong to one tenant; null in a project that knows tenants by its own marks only.</summary>
    public INamedTypeSymbol? EntityContext { get; }

    /// <summary>Entity Framework's context: what it is statically says nothing of what it is at run time.</summary>
    public INamedTypeSymbol DbContext { get; }

    /// <summary>The attribute that lifts the rules; null in a project that does not have it, where nothing lifts them.</summary>
    public INamedTypeSymbol? CrossTenant { get; }

    /// <summary>
    /// The types, or null where the rules have nothing to say: a project without Entity Framework or without anything that makes an entity a tenant's, and the
    /// assembly of <c>EntityContext</c>, which is the fence itself.
    /// </summary>
    public static TenancySymbols? Of(Compilation compilation, AnalyzerOptions options)
    {
        if (compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbContext") is not { } dbContext
            || compilation.GetTypeByMetadataName("Microsoft.EntityFrameworkCore.DbSet`1") is not { } dbSet)
        {
            return null;
        }
        var markers = TenantMarkers.Of(compilation, options.AnalyzerConfigOptionsProvider);
        var symbols = new TenancySymbols(dbContext, dbSet, markers, compilation);
        var isTheFence = symbols.EntityContext is { } ours && Same(ours.ContainingAssembly, compilation.Assembly);
        return isTheFence || (symbols.EntityContext is null && markers.IsEmpty) ? null : symbols;
    }

    /// <summary>Whether what cannot be told may be a tenant's: the project has or sees a tenant-owned context, or answers for the queries that others hand it.</summary>
    public bool ConcernsTenants => concernsTenants.Value;

    /// <summary>What an expression is that says nothing of its context.</summary>
    public ContextKind Untold => ConcernsTenants ? ContextKind.Unknown : ContextKind.Other;

    /// <summary>What a static type says of the context behind it; null when it is no context at all.</summary>
    public ContextKind? KindOf(ITypeSymbol? type) => type switch
    {
        null => null,
        ITypeParameterSymbol parameter => KindOf(parameter),
        { TypeKind: TypeKind.Class } when Same(type, DbContext) => ContextKind.Unknown,
        { TypeKind: TypeKind.Class } when Derives(type, DbContext) => contexts.TryGetValue(type, out var kind) ? kind : contexts.GetOrAdd(type, KindOfContext),
        _ => null,
    };

    /// <summary>Whether a type derives from Archiet's context, which filters and stamps by itself.</summary>
    public bool IsOurs(ITypeSymbol? type) => EntityContext is { } ours
        && (type is ITypeParameterSymbol parameter ? parameter.ConstraintTypes.Any(IsOurs) : type is not null && Derives(type, ours));

    /// <summary>Whether the rows of an entity belong to one tenant each: emitted from a genome, or marked.</summary>
    public bool IsOwned(ITypeSymbol? entity) => entity switch
    {
        null => false,
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.Any(IsOwned),
        INamedTypeSymbol => entities.TryGetValue(entity, out var owned) ? owned : entities.GetOrAdd(entity, it => IsEmitted(it) || markers.MemberOf(it) is not null),
        _ => false,
    };

    /// <summary>Whether an entity is emitted from a genome, so that Archiet's context filters, stamps and guards it.</summary>
    public bool IsEmitted(ITypeSymbol entity) => EntityContext is { } ours
        && entity.AllInterfaces.Any(it => it is { Name: "IEntity", Arity: 1 } && Same(it.ContainingAssembly, ours.ContainingAssembly));

    /// <summary>Whether only the project's configuration calls an owned entity a tenant's, so that who sets its tenant is for another framework to say.</summary>
    public bool IsOnlyConfigured(ITypeSymbol entity) => !IsEmitted(entity) && (entity is ITypeParameterSymbol parameter
        ? !parameter.ConstraintTypes.Any(type => ownMarkers.MemberOf(type) is not null)
        : ownMarkers.MemberOf(entity) is null);

    /// <summary>The name of the member of an owned entity that holds its tenant, mapped or shadow.</summary>
    public string TenantMemberOf(ITypeSymbol? entity) => (entity is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Select(markers.MemberOf).FirstOrDefault(name => name is not null)
        : entity is null ? null : markers.MemberOf(entity)) ?? TenantMarkers.DefaultMember;

    /// <summary>The entity of a set, or null when a type is no set.</summary>
    public ITypeSymbol? EntityOfSet(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1 } named && Same(named.OriginalDefinition, dbSet) ? named.TypeArguments[0] : null;

    private ContextKind? KindOf(ITypeParameterSymbol parameter)
    {
        foreach (var constraint in parameter.ConstraintTypes)
        {
            if (KindOf(constraint) is { } kind)
            {
                return kind;
            }
        }
        return null;
    }

    /// <summary>A context of others is tenant-owned when one of its sets is; a bare <c>DbContext</c> may be any.</summary>
    private ContextKind KindOfContext(ITypeSymbol type) => IsOurs(type) || HasOwnedSet(type) ? ContextKind.Tenant : ContextKind.Other;

    private bool HasOwnedSet(ITypeSymbol context)
    {
        for (var at = context; at is not null && !Same(at, DbContext); at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                if (IsOwned(EntityOfSet(member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type)))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static bool Derives(ITypeSymbol type, ITypeSymbol from)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Same(at, from))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}

/// <summary>Whose rows a query reads, in the order in which a merge of two sources decides.</summary>
internal enum ContextKind
{
    /// <summary>A context that is certainly not tenant-owned.</summary>
    Other,

    /// <summary>Cannot be told from the code at hand.</summary>
    Unknown,

    /// <summary>A tenant-owned context.</summary>
    Tenant,
}
