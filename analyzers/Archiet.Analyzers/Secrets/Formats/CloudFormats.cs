namespace Archiet.Analyzers.Secrets;

/// <summary>Keys of clouds and of what runs in them.</summary>
internal static class CloudFormats
{
    /// <summary>All of them. A longer shape stands before a shorter one that it starts with.</summary>
    public static readonly IReadOnlyList<TokenFormat> All =
    [
        new("AWS access key id", "AKIA{S16}"),
        new("AWS temporary access key id", "ASIA{S16}"),
        new("AWS bearer token id", "ABIA{S16}"),
        new("AWS context key id", "ACCA{S16}"),
        new("AWS key id of the old form", "A3T{A1}{S16}"),
        new("AWS secret access key", SecretAccessKey.Shapes, check: SecretAccessKey.Check),
        new("AWS Bedrock API key", "ABSK{b109-269}|ABSK{b109-269}=|ABSK{b109-269}==|bedrock-api-key-{b100-2000}|bedrock-api-key-{b100-2000}=|bedrock-api-key-{b100-2000}=="),
        new("Google API key", "AIza{u35}"),
        new("Google OAuth client secret", "GOCSPX-{u28}"),
        new("Google OAuth access token", "ya29.{u20-2000}"),
        new("Entra client secret", "{r3}8Q~{r34}", AzureChecksum.IsEntraSecret),
        new("Entra client secret of the old form", "{r3}7Q~{r31}"),
        new("Azure storage key", "{b76}+ASt{b6}==", AzureChecksum.Of("Default0")),
        new("Azure Cosmos DB key", "{b76}ACDb{b6}==", AzureChecksum.Of("MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00")),
        new("Azure Batch key", "{b76}+ABa{b6}==", AzureChecksum.Of("AbAcct00")),
        new("Azure API Management key", "{b76}APIM{b6}==", AzureChecksum.Of("Tenant00", "IoTHub00", "Gatewy00", "GitKey00")),
        new("Azure Service Bus key", "{b33}+ASb{b6}=", AzureChecksum.Of("Send0000", "Listen00", "Manage00", "System00", "Unknown0")),
        new("Azure Event Hubs key", "{b33}+AEh{b6}=", AzureChecksum.Of("Send0000", "Listen00", "Manage00", "System00", "Unknown0")),
        new("Azure Relay key", "{b33}+ARm{b6}=", AzureChecksum.Of("Send0000", "Listen00", "Manage00", "System00", "Unknown0")),
        new("Azure IoT key", "{b33}AIoT{b6}=", AzureChecksum.Of("IoTHub00", "DpsKey00", "Device00")),
        new("Azure Cache for Redis key", "{b33}AzCa{b6}=", AzureChecksum.Of("Access00")),
        new("Azure Container Registry key", "{b42}+ACR{b6}", AzureChecksum.Of("ACRDflt0")),
        new("Azure AI Search key", "{w42}AzSe{w6}", AzureChecksum.Of("Query000", "PAdmin00")),
        new("Azure Functions key", "{u44}AzFu{u6}==", AzureChecksum.Of("Functi00", "Master00", "System00")),
        new("Azure annotated key", "{w52}JQQJ99{w28}==|{w52}JQQJ99{w26}", AzureChecksum.IsAnnotatedKey),
        new("Azure shared access signature", "sig=^{p43-129}", check: SharedAccess.IsSignature),
        new("Databricks token", "dapi{x32}-{d1}|dapi{x32}"),
        new("DigitalOcean access token", "dop_v1_{x64}"),
        new("DigitalOcean OAuth token", "doo_v1_{x64}"),
        new("DigitalOcean refresh token", "dor_v1_{x64}"),
        new("Cloudflare API token", "cfut_{w40}{x8}|cfat_{w40}{x8}|cfk_{w40}{x8}"),
        new("Cloudflare origin CA key", "v1.0-{x24}-{x146}"),
        new("HashiCorp Vault token", "hvs.{u90-120}|hvb.{u138-300}"),
        new("PlanetScale token", "pscale_tkn_{u32-64}|pscale_pw_{u32-64}"),
        new("Supabase token", "sbp_{x40}"),
        new("Tailscale key", "tskey-auth-{w9-20}-{w20-40}|tskey-api-{w9-20}-{w20-40}|tskey-client-{w9-20}-{w20-40}"),
        new("Grafana service account token", "glsa_{w32}_{x8}", Checksum.LittleEndianHex),
        new("Grafana Cloud token", "glc_{b32-400}|glc_{b32-400}=|glc_{b32-400}=="),
        new("Sentry token", "sntryu_{x64}|sntrys_eyJ{b50-400}_{b43}|sntrys_eyJ{b50-400}=_{b43}|sntrys_eyJ{b50-400}==_{b43}"),
        new("New Relic user key", "NRAK-{A27}"),
    ];
}
