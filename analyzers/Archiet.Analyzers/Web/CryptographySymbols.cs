using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Archiet.Analyzers.Web;

/// <summary>The platform's cryptography, and what of it no longer protects anything.</summary>
internal sealed class CryptographySymbols
{
    /// <summary>OWASP's Password Storage Cheat Sheet asks for 210,000 iterations of PBKDF2 with HMAC-SHA-512; fewer than this is no matter of taste.</summary>
    private const int LeastIterations = 100_000;

    /// <summary>NIST SP 800-131A: RSA keys below 2,048 bits are disallowed.</summary>
    private const int LeastRsaBits = 2048;

    private const string Ecb = "ECB encrypts equal blocks to equal blocks, so the text's shape stays visible: use AesGcm";

    private static readonly ImmutableArray<string> BrokenCiphers = ["DES", "TripleDES", "RC2"];

    private readonly INamedTypeSymbol? sslProtocols;
    private readonly INamedTypeSymbol? securityProtocols;

    private CryptographySymbols(Compilation compilation)
    {
        sslProtocols = compilation.GetTypeByMetadataName("System.Security.Authentication.SslProtocols");
        securityProtocols = compilation.GetTypeByMetadataName("System.Net.SecurityProtocolType");
    }

    /// <summary>The symbols, or null where there is no cryptography.</summary>
    public static CryptographySymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("System.Security.Cryptography.SymmetricAlgorithm") is null ? null : new CryptographySymbols(compilation);

    /// <summary>What is weak about a call, in words for its author; null where nothing is.</summary>
    public static string? WhatIsWeak(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!IsOurs(method.ContainingType))
        {
            return null;
        }
        return method switch
        {
            { Name: "Create", IsStatic: true } when BrokenCipher(method.ContainingType) is { } cipher => Broken(cipher),
            { Name: "Create", IsStatic: true, ContainingType.Name: "RSA" } => ShortKey(call.Arguments),
            { Name: "Pbkdf2", ContainingType.Name: "Rfc2898DeriveBytes" } when !IsCompared(call) => WeakDerivation(call.Arguments),
            _ when method.Name.EndsWith("Ecb", StringComparison.Ordinal) && (method.Name.StartsWith("Encrypt", StringComparison.Ordinal) || method.Name.StartsWith("TryEncrypt", StringComparison.Ordinal)) => Ecb,
            _ when method.Name is "SignData" or "TrySignData" or "SignHash" or "TrySignHash" => WeakSignature(call.Arguments),
            _ => null,
        };
    }

    /// <summary>What is weak about an object that is made; null where nothing is.</summary>
    public static string? WhatIsWeak(IObjectCreationOperation creation)
    {
        if (creation.Type is not INamedTypeSymbol type || !IsOurs(type))
        {
            return null;
        }
        return BrokenCipher(type) is { } cipher ? Broken(cipher)
            : type.Name is "RSACryptoServiceProvider" or "RSACng" ? ShortKey(creation.Arguments)
            : type.Name == "Rfc2898DeriveBytes" ? WeakDerivation(creation.Arguments)
            : null;
    }

    /// <summary>What is weak about a constant that is used; null where nothing is. A comparison uses nothing.</summary>
    public string? WhatIsWeak(IFieldReferenceOperation field)
    {
        if (field.Field is not { IsStatic: true, ContainingType: { TypeKind: TypeKind.Enum } type, Name: var name } || !IsUsed(field))
        {
            return null;
        }
        return name == "ECB" && type.Name == "CipherMode" && IsOurs(type) ? Ecb
            : (Same(type, sslProtocols) && name is "Ssl2" or "Ssl3" or "Tls" or "Tls11") || (Same(type, securityProtocols) && name is "Ssl3" or "Tls" or "Tls11")
                ? $"{name} has been broken or withdrawn (RFC 7568, RFC 8996): leave the choice to the platform, or name Tls12 and Tls13"
            : null;
    }


    private static string Broken(string cipher) => $"{cipher} is no longer safe: use AesGcm, or Aes in CBC mode with a MAC";

    /// <summary>What was stored long ago must still be compared with; the next one that is stored is another call's.</summary>
    private static bool IsCompared(IOperation derived)
    {
        var at = derived;
        while (at.Parent is IConversionOperation conversion)
        {
            at = conversion;
        }
        return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "SequenceEqual" or "FixedTimeEquals" } };
    }

    private static bool IsUsed(IOperation value)
    {
        for (var at = value.Parent; at is not null; at = at.Parent)
        {
            switch (at)
            {
                case IConversionOperation or IParenthesizedOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Or } or IConditionalOperation:
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: nameof(Enum.HasFlag) } }:
                    return false;
                case IAssignmentOperation or IArgumentOperation or IVariableInitializerOperation or IFieldInitializerOperation or IPropertyInitializerOperation or IReturnOperation:
                    return true;
                default:
                    return false;
            }
        }
        return false;
    }

    private static string? BrokenCipher(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (BrokenCiphers.Contains(at.Name))
            {
                return at.Name;
            }
        }
        return null;
    }

    private static string? ShortKey(ImmutableArray<IArgumentOperation> arguments) =>
        arguments is [{ Value: { Type.SpecialType: SpecialType.System_Int32, ConstantValue: { HasValue: true, Value: int bits } } }, ..] && bits < LeastRsaBits
            ? $"An RSA key of {bits} bits can be factored: use {LeastRsaBits} or more"
            : null;

    private static string? WeakSignature(ImmutableArray<IArgumentOperation> arguments) => WeakHash(arguments) is { } hash ? $"Signatures over {hash} can be forged: use SHA256 or better" : null;

    private static string? WeakDerivation(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument is { Parameter.Name: "iterations", Value.ConstantValue: { HasValue: true, Value: int iterations } } && iterations < LeastIterations)
            {
                return $"{iterations} iterations of PBKDF2 can be tried by the million: use {LeastIterations} or more";
            }
        }
        return WeakHash(arguments) is { } hash ? $"PBKDF2 over {hash} is quick to guess: name SHA512" : null;
    }

    private static string? WeakHash(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Value is IPropertyReferenceOperation { Property: { Name: "MD5" or "SHA1", ContainingType: { Name: "HashAlgorithmName" } type } property } && IsOurs(type))
            {
                return property.Name;
            }
        }
        return null;
    }

    private static bool IsOurs(INamedTypeSymbol type) =>
        type.ContainingNamespace is { Name: "Cryptography", ContainingNamespace: { Name: "Security", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private static bool Same(ITypeSymbol one, ITypeSymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);
}
