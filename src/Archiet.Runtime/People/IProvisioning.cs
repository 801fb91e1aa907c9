using System.Text.Encodings.Web;
using System.Text.Json;

namespace Archiet;

/// <summary>
/// How tenants, accounts and members come into being, and which tenants there are: from an endpoint of the app's own (which decides who may), or from a command, after <c>Build</c> and
/// instead of <c>Run</c>. What a genome forbids is refused here too, with a <see cref="ProvisioningException"/>. The database lets a role of its own do
/// it, and not the one that serves requests: without <c>ConnectionStrings:ArchietProvisioner</c>, which is not needed on the private cluster, all but
/// <see cref="FindAccountAsync"/> throw an <see cref="InvalidOperationException"/>.
/// </summary>
public interface IProvisioning
{
    /// <summary>Makes a tenant, and its row of the tenant entity under the same id.</summary>
    /// <param name="name">What its people choose it by.</param>
    /// <param name="fields">The fields of the tenant entity as a JSON object; nothing for an app without one.</param>
    /// <param name="cancel">Gives up.</param>
    Task<Guid> CreateTenantAsync(string name, JsonElement fields = default, CancellationToken cancel = default);

    /// <summary>
    /// The ids of all tenants, in the order in which they were made, for work that no request asked for and that does the same in each: the rows of one are behind
    /// <see cref="ITenantContextFactory{TContext}"/>. They are read a page at a time, and no connection is held between; a tenant that is made meanwhile comes last.
    /// </summary>
    IAsyncEnumerable<Guid> ListTenantsAsync(CancellationToken cancel = default);

    /// <summary>Makes an account, which belongs to no tenant yet.</summary>
    Task<Guid> CreateAccountAsync(string email, string password, CancellationToken cancel = default);

    /// <summary>Finds an account by its address, in whatever case.</summary>
    Task<Guid?> FindAccountAsync(string email, CancellationToken cancel = default);

    /// <summary>Makes an account a member of a tenant, and its row of the member entity; the result is that row's id, or null for an app without one.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="account">The account.</param>
    /// <param name="roles">Names of roles of the genome.</param>
    /// <param name="fields">The fields of the member entity as a JSON object; nothing for an app without one.</param>
    /// <param name="cancel">Gives up.</param>
    Task<Guid?> AddMemberAsync(Guid tenant, Guid account, IReadOnlyCollection<string> roles, JsonElement fields = default, CancellationToken cancel = default);

    /// <summary>Gives a member other roles, and ends its sessions in the tenant.</summary>
    Task SetRolesAsync(Guid tenant, Guid account, IReadOnlyCollection<string> roles, CancellationToken cancel = default);

    /// <summary>Ends a membership and its sessions. The row of the member entity stays, for what refers to it, without an account.</summary>
    Task RemoveMemberAsync(Guid tenant, Guid account, CancellationToken cancel = default);

    /// <summary>Gives an account another password, and ends all its sessions.</summary>
    Task ChangePasswordAsync(Guid account, string password, CancellationToken cancel = default);
}

/// <summary>Provisioning was refused; <see cref="Findings"/> says what for, and a request that it stops is answered with them.</summary>
public sealed class ProvisioningException : Exception
{
    /// <summary>Makes the exception.</summary>
    public ProvisioningException(Findings findings)
        : base("Provisioning was refused: " + Describe(findings)) => Findings = findings;

    /// <summary>What was refused.</summary>
    public Findings Findings { get; }

    private static string Describe(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            findings.WriteTo(json);
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
