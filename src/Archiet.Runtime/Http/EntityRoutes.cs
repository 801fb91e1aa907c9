using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Archiet;

/// <summary>How the generated API is served; the section <c>Archiet:Api</c> of the configuration.</summary>
internal sealed class ApiOptions
{
    public const string Section = "Archiet:Api";

    /// <summary>The largest body that is read.</summary>
    public long MaxBodySize { get; set; } = 1024 * 1024;

    /// <summary>Refuses the start over a limit that is none.</summary>
    public void Check()
    {
        if (MaxBodySize <= 0)
        {
            throw new ArchietStartupException($"{Section}:{nameof(MaxBodySize)}: the largest body has a byte at least.");
        }
    }
}

/// <summary>Puts the entities' endpoints in place.</summary>
internal static class EntityEndpointExtensions
{
    public const string Prefix = "/api";

    /// <summary>Adds what the endpoints need, but for <see cref="Npgsql.NpgsqlDataSource"/> and the key of <see cref="Cursors"/>.</summary>
    public static IServiceCollection AddEntityEndpoints<TApp>(this IServiceCollection services)
        where TApp : IArchietApp<TApp>
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(TApp.Access);
        services.AddSingleton(_ => EntityTables.Of<TApp>());
        services.AddSingleton<Cursors>();
        services.AddSingleton<EntityServices>();
        services.AddSingleton(_ => OpenApiDocument.Of<TApp>());
        TApp.DescribeOperations(new OperationServices(services));
        services.AddOptions<ApiOptions>().BindSettings(ApiOptions.Section).PostConfigure(static options => options.Check());
        return services;
    }

    /// <summary>Maps the operations that a role is granted; the others are not there. Every endpoint asks for the caller itself: without one it answers 401.</summary>
    public static IEndpointRouteBuilder MapEntities<TApp>(this IEndpointRouteBuilder routes)
        where TApp : IArchietApp<TApp>
    {
        var limit = new BodyLimit(routes.ServiceProvider.GetRequiredService<IOptions<ApiOptions>>().Value.MaxBodySize);
        TApp.Describe(new EntityRoutes(routes, TApp.Access, limit));
        TApp.DescribeOperations(new OperationRoutes(routes, TApp.Access, limit));
        return routes;
    }
}

/// <summary>Maps every entity that is described to it.</summary>
internal sealed class EntityRoutes(IEndpointRouteBuilder routes, AccessTable access, BodyLimit limit) : EntityMap
{
    private readonly EntityServices services = routes.ServiceProvider.GetRequiredService<EntityServices>();

    public override EntityMap Entity<T>() => Map<T>(Verbs.List | Verbs.Read | Verbs.Create | Verbs.Update | Verbs.Delete | (T.Table.IsSoftDeleted ? Verbs.Restore : Verbs.None));

    /// <summary>Its rows are served with those of their owner.</summary>
    public override EntityMap Owned<T>() => this;

    /// <summary>A tenant comes into being and goes by provisioning alone.</summary>
    public override EntityMap Tenant<T>(string example) => Map<T>(Verbs.List | Verbs.Read | Verbs.Update);

    public override EntityMap Member<T>(string example) => Entity<T>();

    private EntityRoutes Map<T>(Verbs possible)
        where T : class, IEntity<T>
    {
        var list = EntityEndpointExtensions.Prefix + T.Table.Route;
        var one = list + "/{id}";
        var endpoints = new EntityEndpoints<T>(services, list);
        var grants = access.Grants.Where(grant => grant.Entity == T.Table.Ordinal).ToList();
        var granted = grants.Aggregate(Verbs.None, (all, grant) => all | grant.Verbs) & possible;
        Map(granted & Verbs.List, list, endpoints.ListAsync, HttpMethods.Get, HttpMethods.Head);
        Map(granted & Verbs.Create, list, endpoints.CreateAsync, HttpMethods.Post);
        Map(granted & Verbs.Read, one, endpoints.GetAsync, HttpMethods.Get, HttpMethods.Head);
        Map(granted & Verbs.Update, one, endpoints.PatchAsync, HttpMethods.Patch);
        Map(granted & Verbs.Delete, one, endpoints.DeleteAsync, HttpMethods.Delete);
        Map(granted & Verbs.Restore, one + "/restore", endpoints.RestoreAsync, HttpMethods.Post);
        var transitions = T.Table.Lifecycle?.Transitions ?? [];
        for (var at = 0; at < transitions.Count; at++)
        {
            Map(grants.Exists(grant => (grant.Transitions & (1UL << at)) != 0), $"{one}/{transitions[at].Route}", endpoints.Take(at), HttpMethods.Post);
        }
        for (var at = 0; at < T.Table.Links.Count; at++)
        {
            MapLink(T.Table, at, one, granted);
        }
        return this;
    }

    private void MapLink(EntityTable owner, int at, string one, Verbs granted)
    {
        var link = owner.Links[at];
        var (list, linked) = (one + link.Route, $"{one}{link.Route}/{{{RouteIds.Target}}}");
        var listed = access.Grants.Any(grant => grant.Entity == link.TargetTable.Ordinal && (grant.Verbs & Verbs.List) != 0);
        var endpoints = new LinkEndpoints(services, owner, at);
        Map(listed && (granted & Verbs.Read) != 0, list, link.List(services), HttpMethods.Get, HttpMethods.Head);
        Map(granted & Verbs.Update, linked, endpoints.PutAsync, HttpMethods.Put);
        Map(granted & Verbs.Update, linked, endpoints.DeleteAsync, HttpMethods.Delete);
    }

    private void Map(Verbs verb, string pattern, RequestDelegate handle, params string[] methods) => Map(verb != Verbs.None, pattern, handle, methods);

    private void Map(bool granted, string pattern, RequestDelegate handle, params string[] methods)
    {
        if (granted)
        {
            routes.MapMethods(pattern, methods, handle).WithMetadata(limit, GeneratedEndpoint.Mark);
        }
    }
}

/// <summary>The largest body that a generated endpoint reads.</summary>
internal sealed class BodyLimit(long size) : IRequestSizeLimitMetadata
{
    public long? MaxRequestBodySize => size;
}
