using Archiet.Conformance.Apps;
using Archiet.Conformance.Http;

namespace Archiet.Conformance.Worlds;

/// <summary>A person who is signed in to one tenant in one role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Account">The account, with its password.</param>
/// <param name="Client">The caller under the person's session.</param>
/// <param name="Session">What the app said at log-in.</param>
public sealed record Persona(string Role, DevelopmentAccount Account, ApiClient Client, Exchange Session)
{
    /// <summary>The id of the person's member row, or null for an app without a member entity.</summary>
    public string? Member => Session.Json.GetProperty("member").GetString();

    /// <inheritdoc/>
    public override string ToString() => Role;
}
