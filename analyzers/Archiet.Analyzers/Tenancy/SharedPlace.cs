using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>A place that all tenants share, and what an operation puts there.</summary>
/// <param name="What">What the place is, for the message.</param>
/// <param name="Key">Under which key; null where there is none.</param>
/// <param name="Values">What is put there: values, or functions that give them.</param>
internal readonly record struct SharedPlace(string What, IOperation? Key, IEnumerable<IOperation> Values)
{
    private const string Cache = "The cache entry", Hub = "The message", File = "The file";

    /// <summary>The place that a call writes to, or null. Only what is the framework's own is known to be shared: a type of the project's may add the tenant itself.</summary>
    public static SharedPlace? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.Name switch
        {
            "Set" or "GetOrCreate" or "GetOrCreateAsync" when Is(method, "CacheExtensions") => OfCache(call, "IMemoryCache", "MemoryCache"),
            "Set" or "SetAsync" or "SetString" or "SetStringAsync" when Is(method, "IDistributedCache", "DistributedCacheExtensions") => OfCache(call, "IDistributedCache"),
            "GetOrCreateAsync" or "SetAsync" when Is(method, "HybridCache") => OfCache(call, "HybridCache"),
            "SetValue" when Is(method, "CacheEntryExtensions") => OfEntry(call.Arguments.Length > 0 ? call.Arguments[0].Value : null, ArgumentsFrom(call, 1)),
            "WriteAllText" or "WriteAllTextAsync" or "WriteAllLines" or "WriteAllLinesAsync" or "WriteAllBytes" or "WriteAllBytesAsync" or "AppendAllText" or "AppendAllTextAsync" or "AppendAllLines"
                or "AppendAllLinesAsync" when method.ContainingType is { Name: nameof(System.IO.File), ContainingNamespace.Name: nameof(System.IO) } => new(File, call.Arguments[0].Value, ArgumentsFrom(call, 1)),
            "Add" or "TryAdd" or "GetOrAdd" or "AddOrUpdate" or "Enqueue" or "Push" or "AddRange" or "Insert" or "AddLast" or "AddFirst" => OfStatic(call),
            "UploadBlob" or "UploadBlobAsync" or "Upload" or "UploadAsync" => SharedBlob.Of(call),
            _ => OfHub(call),
        };
    }

    /// <summary>The place that an assignment writes to, or null.</summary>
    public static SharedPlace? Of(IAssignmentOperation assignment) => assignment.Target switch
    {
        // A function is no rows, and whoever calls it brings a context of their own.
        { Type.TypeKind: TypeKind.Delegate } => null,
        IFieldReferenceOperation { Field: { IsStatic: true } field } when !IsOfThread(field) => new($"'{field.Name}'", null, [assignment.Value]),
        IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property } => new($"'{property.Name}'", null, [assignment.Value]),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } collection, Arguments: [var key] } when StaticName(collection) is { } name => new($"'{name}'", key.Value, [assignment.Value]),
        IPropertyReferenceOperation { Property: { Name: "Value", ContainingType.Name: "ICacheEntry" }, Instance: { } entry } => OfEntry(entry, [assignment.Value]),
        _ => null,
    };

    /// <summary>A cache that is a method's result, or of a type of the project's, may be one tenant's.</summary>
    private static SharedPlace? OfCache(IInvocationOperation call, params string[] shared)
    {
        var cache = QuerySource.Receiver(call)?.WithoutConversions();
        var given = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "key")?.Value;
        return given is not null && cache?.Type is { } type && shared.Contains(type.Name) && IsShared(cache)
            ? new(Cache, given, call.Arguments.Where(argument => argument.Parameter?.Name is "value" or "factory" or "state").Select(argument => argument.Value))
            : null;
    }

    private static bool IsShared(IOperation cache) => cache switch
    {
        IParameterReferenceOperation or IFieldReferenceOperation => true,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } => true,
        IInvocationOperation { TargetMethod: { Name: "GetRequiredService" or "GetService", ContainingType.Name: "ServiceProviderServiceExtensions" } } => true,
        ILocalReferenceOperation local => LocalUses.Of(local) is { AllKnown: true } uses && uses.Values.All(IsShared),
        IConversionOperation conversion => IsShared(conversion.Operand),
        _ => false,
    };

    /// <summary>An entry that <c>CreateEntry</c> made, at once or by way of a variable.</summary>
    private static SharedPlace? OfEntry(IOperation? entry, IEnumerable<IOperation> values)
    {
        if (entry is ILocalReferenceOperation local && LocalUses.Of(local) is { AllKnown: true, Values: [var made] })
        {
            entry = made;
        }
        return entry is IInvocationOperation { TargetMethod: { Name: "CreateEntry", ContainingType.Name: "IMemoryCache" }, Instance: { } cache, Arguments: [var key] } && IsShared(cache)
            ? new(Cache, key.Value, values)
            : null;
    }

    /// <summary>A collection in a static member: with a key where it is a dictionary.</summary>
    private static SharedPlace? OfStatic(IInvocationOperation call)
    {
        if (call.Instance is not { } collection || StaticName(collection) is not { } name)
        {
            return null;
        }
        var keyed = call.TargetMethod.Parameters is [{ Name: "key" }, ..];
        var values = ArgumentsFrom(call, keyed ? 1 : 0);
        return new($"'{name}'", keyed ? call.Arguments[0].Value : null, call.TargetMethod.Name is "GetOrAdd" or "AddOrUpdate" ? values : values.Where(value => value is not IDelegateCreationOperation));
    }

    private static string? StaticName(IOperation collection) => collection switch
    {
        IFieldReferenceOperation { Field: { IsStatic: true } field } when !IsOfThread(field) => field.Name,
        IPropertyReferenceOperation { Property: { IsStatic: true, IsIndexer: false } property } when property.ContainingAssembly.Equals(collection.SemanticModel?.Compilation.Assembly, SymbolEqualityComparer.Default) =>
            property.Name,
        _ => null,
    };

    /// <summary>What every connection of a hub gets, or those of a group that is called alike for all tenants.</summary>
    private static SharedPlace? OfHub(IInvocationOperation call)
    {
        return QuerySource.Receiver(call)?.WithoutConversions() switch
        {
            IPropertyReferenceOperation { Property: { Name: "All" or "Others" } property } when IsHub(property) => new(Hub, null, ArgumentsFrom(call, 0)),
            IInvocationOperation { TargetMethod: { Name: "AllExcept" } method } when IsHub(method) => new(Hub, null, ArgumentsFrom(call, 0)),
            IInvocationOperation { TargetMethod: { Name: "Group" or "GroupExcept" or "OthersInGroup" } method, Arguments: var of } when IsHub(method) =>
                new(Hub, of.First(argument => argument.Parameter?.Name == "groupName").Value, ArgumentsFrom(call, 0)),
            _ => null,
        };
    }

    private static bool IsHub(ISymbol member) => member.ContainingType.Name is "IHubClients" or "IHubCallerClients" or "HubClientsExtensions" && member.ContainingNamespace.Name == "SignalR";

    private static bool IsOfThread(IFieldSymbol field) => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(ThreadStaticAttribute));

    private static IEnumerable<IOperation> ArgumentsFrom(IInvocationOperation call, int first) => call.Arguments.Skip(first).Select(argument => argument.Value);

    private static bool Is(IMethodSymbol method, params string[] types) => types.Contains(method.ContainingType.Name) && method.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.Extensions.Caching", StringComparison.Ordinal);
}
