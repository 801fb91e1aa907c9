using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Tenancy;

/// <summary>Blobs of Azure's storage in a container that is the same for all tenants: one whose name is a constant where it is taken. A container from elsewhere may be one tenant's.</summary>
internal static class SharedBlob
{
    /// <summary>What is written under which name; null of any other call.</summary>
    public static SharedPlace? Of(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "UploadBlob" or "UploadBlobAsync", ContainingType.Name: "BlobContainerClient" } method when IsAzures(method) && IsShared(call.Instance) => Under(call.Arguments[0].Value, call, 1),
        { Name: "Upload" or "UploadAsync", ContainingType.Name: "BlobClient" } method when IsAzures(method)
            && Made(call.Instance) is IInvocationOperation { TargetMethod.Name: "GetBlobClient", Instance: { } container, Arguments: [var name] }
            && IsShared(container) => Under(name.Value, call, 0),
        _ => null,
    };

    private static SharedPlace Under(IOperation name, IInvocationOperation call, int first) => new("The blob", name, call.Arguments.Skip(first).Select(argument => argument.Value));

    private static bool IsShared(IOperation? container) =>
        Made(container) is IInvocationOperation { TargetMethod: { Name: "GetBlobContainerClient", ContainingType.Name: "BlobServiceClient" }, Arguments: [{ Value.ConstantValue.HasValue: true }] };

    private static IOperation? Made(IOperation? client) => client?.WithoutConversions() switch
    {
        ILocalReferenceOperation local => LocalUses.Of(local) is { AllKnown: true, Values: [var only] } ? only.WithoutConversions() : null,
        var other => other,
    };

    private static bool IsAzures(IMethodSymbol method) => method.ContainingNamespace.ToDisplayString() == "Azure.Storage.Blobs";
}
