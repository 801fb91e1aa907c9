using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Web;

/// <summary>The calls that carry a value out of the app's own data, looked up once a compilation.</summary>
internal sealed class ClassifiedSinks
{
    private static readonly ClassifiedSink Log = new("a log line", static _ => true);
    private static readonly ClassifiedSink WholeLog = new("a log line", static _ => true, TakesApart: true);
    private static readonly ClassifiedSink Message = new("an exception's message", static parameter => parameter.Type.SpecialType == SpecialType.System_String);
    private static readonly ClassifiedSink Tag = new("a metric's or a trace's tag", static _ => true);
    private static readonly ClassifiedSink Key = new("a cache's key", static parameter => parameter.Name is "key" or "keys" or "tag" or "tags");
    private static readonly ClassifiedSink Url = new("a URL", static parameter => parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name is "Uri" or "IDictionary" or "RouteValueDictionary" or "Object");

    private readonly INamedTypeSymbol? exception;
    private readonly INamedTypeSymbol? loggerMessage;
    private readonly Dictionary<INamedTypeSymbol, ClassifiedSink> types = new(SymbolEqualityComparer.Default);

    public ClassifiedSinks(Compilation compilation)
    {
        exception = compilation.GetTypeByMetadataName("System.Exception");
        loggerMessage = compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerMessageAttribute");
        Add(Log, "Microsoft.Extensions.Logging.LoggerExtensions", "Microsoft.Extensions.Logging.ILogger", "System.Diagnostics.Debug", "System.Diagnostics.Trace", "System.Console");
        Add(WholeLog, "Serilog.Log", "Serilog.ILogger");
        Add(Tag, "System.Diagnostics.Activity", "System.Diagnostics.ActivityTagsCollection", "System.Diagnostics.Metrics.Counter`1", "System.Diagnostics.Metrics.UpDownCounter`1", "System.Diagnostics.Metrics.Histogram`1", "System.Diagnostics.Metrics.Gauge`1", "System.Diagnostics.TagList");
        Add(Key,
            "Microsoft.Extensions.Caching.Memory.IMemoryCache", "Microsoft.Extensions.Caching.Memory.CacheExtensions",
            "Microsoft.Extensions.Caching.Distributed.IDistributedCache", "Microsoft.Extensions.Caching.Distributed.DistributedCacheExtensions",
            "Microsoft.Extensions.Caching.Hybrid.HybridCache", "Microsoft.AspNetCore.OutputCaching.IOutputCacheStore");
        Add(Url,
            "System.Uri", "System.UriBuilder", "System.Net.Http.HttpClient", "Microsoft.AspNetCore.WebUtilities.QueryHelpers",
            "Microsoft.AspNetCore.Http.QueryString", "Microsoft.AspNetCore.Http.Extensions.QueryBuilder");

        void Add(ClassifiedSink sink, params string[] names)
        {
            foreach (var name in names)
            {
                if (compilation.GetTypeByMetadataName(name) is { } type)
                {
                    types[type] = sink;
                }
            }
        }
    }

    /// <summary>Where a call carries its arguments, or null where it stays in the app.</summary>
    public ClassifiedSink? Of(IMethodSymbol method)
    {
        var type = method.ContainingType.OriginalDefinition;
        if (method.MethodKind == MethodKind.Constructor && IsException(type))
        {
            return Message;
        }
        if (types.TryGetValue(type, out var sink))
        {
            return sink != Url || CarriesUrl(method) ? sink : null;
        }
        return method.Name is "Redirect" or "LocalRedirect" or "RedirectPermanent" && IsAspNet(type) ? Url
            : IsLoggerMessage(method) ? Log
            : null;
    }

    /// <summary>A request's body and headers are no URL; what takes one apart makes none.</summary>
    private static bool CarriesUrl(IMethodSymbol method) => method.ContainingType.Name switch
    {
        "HttpClient" => method.Parameters is [{ Name: "requestUri" }, ..],
        "QueryHelpers" => method.Name == "AddQueryString",
        "QueryString" => method.Name is "Create" or "Add" || method.MethodKind == MethodKind.Constructor,
        "QueryBuilder" => method.Name == "Add" || method.MethodKind == MethodKind.Constructor,
        _ => method.MethodKind == MethodKind.Constructor,
    };

    private bool IsException(INamedTypeSymbol type)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, exception))
            {
                return true;
            }
        }
        return SymbolEqualityComparer.Default.Equals(type, exception);
    }

    private bool IsLoggerMessage(IMethodSymbol method) => loggerMessage is not null
        && method.IsPartialDefinition
        && HasAttribute(method.GetAttributes(), loggerMessage);

    private static bool HasAttribute(ImmutableArray<AttributeData> attributes, INamedTypeSymbol type)
    {
        foreach (var attribute in attributes)
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsAspNet(INamedTypeSymbol type) => type.ContainingAssembly?.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) == true;
}

/// <summary>A call that carries values out.</summary>
/// <param name="Words">Where to, as the message says it.</param>
/// <param name="Takes">Which parameters it carries.</param>
/// <param name="TakesApart">Whether it writes out the members of an object.</param>
internal sealed record ClassifiedSink(string Words, Func<IParameterSymbol, bool> Takes, bool TakesApart = false);
