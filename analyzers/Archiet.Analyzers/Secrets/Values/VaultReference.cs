namespace Archiet.Analyzers.Secrets;

/// <summary>Values that say where a secret is kept.</summary>
internal static class VaultReference
{
    private static readonly string[] Starts =
    [
        "@Microsoft.KeyVault(", "op://", "arn:aws", "vault:", "secret://", "secretref:", "keyvault:", "ssm:", "awssm://", "gcpsm://", "projects/", "ref+", "env:", "ENC[", "ENC(", "{cipher}",
        "CfDJ8", "file:", "doppler://", "bitwarden://", "infisical://",
    ];

    /// <summary>Whether a value refers to a vault, a secret store or a file, or is encrypted.</summary>
    public static bool Is(string value) => Array.Exists(Starts, start => value.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        || value.IndexOf(".vault.azure.net", StringComparison.OrdinalIgnoreCase) >= 0;
}
