using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers.Secrets;

/// <summary>The parameters and properties of libraries that take nothing but secrets, so that even a plain word is one there.</summary>
internal static class CredentialCalls
{
    private static readonly string[] Namespaces =
        ["System", "Microsoft", "Npgsql", "MySql", "MySqlConnector", "Oracle", "Azure", "Amazon", "Octokit", "RabbitMQ", "StackExchange", "MailKit", "Renci", "MongoDB", "Confluent", "Minio", "Elastic", "Dapper"];

    /// <summary>Parameters by the type of the method and their name; a type stands for those that derive from it.</summary>
    private static readonly HashSet<(string Type, string Parameter)> Parameters =
    [
        ("NetworkCredential", "password"), ("SymmetricSecurityKey", "key"), ("SigningCredentials", "key"),
        ("HMAC", "key"), ("AesGcm", "key"), ("AesCcm", "key"), ("ChaCha20Poly1305", "key"), ("KeyedHashAlgorithm", "key"),
        ("SymmetricAlgorithm", "rgbKey"), ("SymmetricAlgorithm", "key"), ("Rfc2898DeriveBytes", "password"), ("PasswordDeriveBytes", "strPassword"), ("PasswordDeriveBytes", "password"),
        ("X509Certificate", "password"), ("X509CertificateLoader", "password"), ("X509Certificate2Collection", "password"),
        ("UserManager", "password"), ("UserManager", "newPassword"), ("SignInManager", "password"),
        ("AzureKeyCredential", "key"), ("ApiKeyCredential", "key"), ("AzureNamedKeyCredential", "key"), ("AzureSasCredential", "signature"), ("ClientSecretCredential", "clientSecret"),
        ("StorageSharedKeyCredential", "accountKey"), ("UsernamePasswordCredential", "password"), ("BasicAWSCredentials", "secretKey"), ("SessionAWSCredentials", "awsSecretAccessKey"),
        ("Credentials", "password"), ("Credentials", "token"), ("MailService", "password"), ("PasswordAuthenticationMethod", "password"), ("SqlCredential", "password"),
    ];

    /// <summary>Properties by their type and name.</summary>
    private static readonly HashSet<(string Type, string Property)> Properties =
    [
        ("NetworkCredential", "Password"), ("DbConnectionStringBuilder", "Password"), ("SymmetricAlgorithm", "Key"), ("KeyedHashAlgorithm", "Key"), ("ConnectionFactory", "Password"),
        ("ConfigurationOptions", "Password"), ("JwtBearerOptions", "ClientSecret"), ("OAuthOptions", "ClientSecret"), ("OpenIdConnectOptions", "ClientSecret"), ("ProcessStartInfo", "PasswordInClearText"),
        ("PasswordTokenRequest", "Password"),
    ];

    /// <summary>Whether a place takes nothing but secrets.</summary>
    public static bool Take(Sink sink) => sink.Symbol switch
    {
        IParameterSymbol { ContainingSymbol: IMethodSymbol { ContainingType: { } type } } parameter => Holds(type, parameter.Name, Parameters),
        IPropertySymbol { ContainingType: { } type } property => Holds(type, property.Name, Properties),
        _ => false,
    };

    private static bool Holds(INamedTypeSymbol type, string name, HashSet<(string, string)> table)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (table.Contains((at.Name, name)))
            {
                return IsOfLibrary(at);
            }
        }
        return false;
    }

    private static bool IsOfLibrary(INamedTypeSymbol type)
    {
        var root = type.ContainingNamespace;
        while (root is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            root = root.ContainingNamespace;
        }
        return root is not null && Namespaces.Contains(root.Name);
    }
}
