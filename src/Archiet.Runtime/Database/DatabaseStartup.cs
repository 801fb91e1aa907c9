using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>Brings the database up before any other service of the app starts, and before the first request.</summary>
internal sealed class DatabaseStartup(AppDatabase database, AppFacts app, Cursors cursors, DevelopmentPeople people, DevelopmentBanner banner, StartRefusal startRefusal, ILogger<DatabaseStartup> log)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            await database.StartAsync(cancellationToken).ConfigureAwait(false);
            await LoginCheck.RunAsync(database.Login, app.Roles, cancellationToken).ConfigureAwait(false);
        }
        catch (ArchietStartupException refusal)
        {
            startRefusal.IsRefused = true;
            DatabaseLog.StartRefused(log, refusal.Details);
            throw;
        }
        cursors.Use(await KeyAsync("cursors", Cursors.KeySize, cancellationToken).ConfigureAwait(false));
        if (database is DevelopmentDatabase development)
        {
            await people.EnsureAsync(development.Folder, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (database is DevelopmentDatabase development)
        {
            await banner.ShowAsync(development.Folder, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A random key that the first process makes and the database keeps for all.</summary>
    private async Task<byte[]> KeyAsync(string name, int size, CancellationToken cancel)
    {
        await using var command = database.Source.CreateCommand("SELECT archiet.key($1, $2)");
        new Parameters(command.Parameters).Text(name).Bytes(RandomNumberGenerator.GetBytes(size));
        return (byte[])(await command.ExecuteScalarAsync(cancel).ConfigureAwait(false) ?? throw new InvalidOperationException("The database gave no key."));
    }
}
