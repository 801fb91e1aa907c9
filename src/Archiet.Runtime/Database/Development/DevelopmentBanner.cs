using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Archiet;

/// <summary>Tells the developer in front of the console where the app is and how to log in.</summary>
internal sealed class DevelopmentBanner(IServer server, AppFacts app)
{
    public async Task ShowAsync(DevelopmentFolder folder, CancellationToken cancel)
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("[::]", "localhost", StringComparison.Ordinal);
        var account = await FirstAsync(folder, cancel).ConfigureAwait(false);
        if (address is null || account is null)
        {
            return;
        }
        var body = JsonSerializer.Serialize(new(account.Email, account.Password), PeopleJson.Default.LoginRequest);
        await Console.Out.WriteLineAsync(
            $"""

            {app.Name} is at {address}
            Its accounts are in {folder.Accounts}
            Log in as {string.Join(", ", account.Roles)}:
            curl -i {address}/auth/login -H 'X-Archiet: 1' -H 'Content-Type: application/json' -d '{body}'

            """.AsMemory(),
            cancel).ConfigureAwait(false);
    }

    private static async Task<DevelopmentAccount?> FirstAsync(DevelopmentFolder folder, CancellationToken cancel)
    {
        await using var file = File.OpenRead(folder.Accounts);
        var accounts = await JsonSerializer.DeserializeAsync(file, PeopleJson.Default.DevelopmentAccounts, cancel).ConfigureAwait(false);
        return accounts is { Tenants: [{ Accounts: [var first, ..] }, ..] } ? first : null;
    }
}
