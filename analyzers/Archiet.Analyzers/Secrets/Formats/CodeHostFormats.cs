namespace Archiet.Analyzers.Secrets;

/// <summary>Tokens of code hosts, package registries and build services.</summary>
internal static class CodeHostFormats
{
    /// <summary>All of them. A longer shape stands before a shorter one that it starts with.</summary>
    public static readonly IReadOnlyList<TokenFormat> All =
    [
        new("GitHub personal access token", "ghp_{w36}", Checksum.Base62AfterPrefix),
        new("GitHub OAuth token", "gho_{w36}", Checksum.Base62AfterPrefix),
        new("GitHub user token", "ghu_{w36}", Checksum.Base62AfterPrefix),
        new("GitHub server token", "ghs_{w36}", Checksum.Base62AfterPrefix),
        new("GitHub refresh token", "ghr_{w36}", Checksum.Base62AfterPrefix),
        new("GitHub fine-grained token", "github_pat_{w22}_{w59}"),
        new("GitHub secret scanning sample", "secret_scanning_ab85fc6f8d7638cf1c11da812da308d43_{w5}", check: _ => true),
        new("GitLab routable token", "glpat-{u27-300}.{a2}.{a9}|glpat-{u27-300}.{a9}", Checksum.Base36OfAll),
        new("GitLab personal access token", "glpat-{u20}"),
        new("GitLab deploy token", "gldt-{u20}"),
        new("GitLab runner token", "glrt-{u20}|glrt-t{d1}_{u20}|GR1348941{u20}"),
        new("GitLab feed token", "glft-{u20}"),
        new("GitLab SCIM token", "glsoat-{u20}"),
        new("GitLab trigger token", "glptt-{x40}"),
        new("GitLab job token", "glcbt-{w1-5}_{u20}"),
        new("GitLab agent token", "glagent-{u50}"),
        new("GitLab OAuth application secret", "gloas-{u64}"),
        new("npm access token", "npm_{w36}", Checksum.Base62AfterPrefix),
        new("NuGet API key", "oy2{s43}"),
        new("PyPI token", "pypi-AgEIcHlwaS5vcmc{u50-1000}"),
        new("RubyGems API key", "rubygems_{x48}"),
        new("Docker Hub access token", "dckr_pat_{u27}"),
        new("Docker Hub organization token", "dckr_oat_{u32}"),
        new("Azure DevOps personal access token", "{s52}", Checksum.DevOps),
        new("Bitbucket app password", "ATBB{w24-32}|ATBB{w24}{X8}"),
        new("Atlassian API token", "ATATT3{u100-300}={X8}"),
        new("Atlassian organization key", "ATCTT3xFfG{u100-300}={X8}"),
        new("CircleCI token", "CCIPAT_{w22}_{x40}"),
        new("Terraform Cloud token", "{w14}.atlasv1.{u60-70}"),
        new("Pulumi access token", "pul-{x40}"),
        new("Doppler token", "dp.pt.{w40-44}|dp.st.{w40-44}|dp.sa.{w40-44}"),
        new("Postman API key", "PMAK-{x24}-{x34}"),
        new("Linear API key", "lin_api_{w40}"),
        new("Notion integration token", "ntn_{w46}|ntn_{w43}"),
        new("Figma token", "figd_{u40}"),
    ];
}
