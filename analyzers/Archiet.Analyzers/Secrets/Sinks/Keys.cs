using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Secrets;

/// <summary>Constants that name a value: the key of an entry, a setting, a header or an environment variable.</summary>
internal static class Keys
{
    /// <summary>The key in an indexer, or in a call that looks up by one.</summary>
    public static string? NameOf(IOperation lookup) => Sinks.Unwrap(lookup) switch
    {
        IPropertyReferenceOperation { Arguments: [var key, ..] } => ConstantOf(key.Value),
        IInvocationOperation { TargetMethod.Name: "GetValue" or "GetEnvironmentVariable" or "Get" or "GetSection" or "GetString" or "GetRequiredValue" or "First" or "FirstOrDefault" or "Single" or "ToString" } call => FirstConstant(call),
        IConditionalAccessOperation access => NameOf(access.WhenNotNull) ?? NameOf(access.Operation),
        _ => null,
    };

    /// <summary>The key that stands before a value among the arguments of one call.</summary>
    public static string? BesideValue(IArgumentOperation argument, IParameterSymbol parameter)
    {
        if (parameter.Name is not ("value" or "defaultValue" or "val" or "fallback" or "content" or "text"))
        {
            return null;
        }
        var arguments = argument.Parent switch
        {
            IInvocationOperation call => call.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        foreach (var sibling in arguments)
        {
            if (sibling != argument && sibling.Parameter is { Name: "key" or "name" or "variable" or "parameterName" or "type" or "header" or "path" or "configKey" or "claimType" } && ConstantOf(sibling.Value) is { } key)
            {
                return key;
            }
        }
        return null;
    }

    private static string? FirstConstant(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (ConstantOf(argument.Value) is { } key)
            {
                return key;
            }
        }
        return call.Instance is { } instance ? NameOf(instance) : null;
    }

    private static string? ConstantOf(IOperation value) =>
        Sinks.Unwrap(value) is { Type.SpecialType: SpecialType.System_String, ConstantValue: { HasValue: true, Value: string text } } ? text : null;
}
