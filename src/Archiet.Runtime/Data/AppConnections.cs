using System.Net;
using Npgsql;

namespace Archiet;

/// <summary>What the app role's connections must be for the data path to hold.</summary>
internal static class AppConnections
{
    /// <summary>Statements that a connection keeps prepared: six an entity, for entities in use at the same time.</summary>
    private const int PreparedStatements = 256;

    /// <summary>Refuses the start over a text that is no connection string. The message tells nothing of the text, which has a password in it.</summary>
    public static void Check(string? connectionString, string name)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connectionString);
        }
        catch (ArgumentException error)
        {
            throw new ArchietStartupException($"ConnectionStrings:{name} is no connection string of Npgsql, as Host=...;Database=...;Username=...;Password=... is.", error);
        }
    }

    /// <summary>Whether every server that a connection string names is on this machine: a socket, or an address of the loopback. One that is reached through a tunnel looks like one, too.</summary>
    public static bool IsLocal(string connectionString)
    {
        var hosts = new NpgsqlConnectionStringBuilder(connectionString).Host?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        return hosts.Length > 0 && Array.TrueForAll(hosts, IsLocalHost);
    }

    /// <summary>
    /// The connection string as the data path needs it. Connections go back to the pool as they came, because every setting is local to its transaction, so
    /// the reset between requests is saved; statements are prepared at their second use.
    /// </summary>
    public static string Harden(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            NoResetOnClose = true,
            AutoPrepareMinUsages = 2,
            Enlist = false,
            Multiplexing = false,
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
        };
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = PreparedStatements;
        }
        return builder.ConnectionString;
    }

    /// <summary>A host of a connection string, with or without a port.</summary>
    private static bool IsLocalHost(string host) =>
        host[0] is '/' or '@'
        || (IPEndPoint.TryParse(host, out var address) ? IPAddress.IsLoopback(address.Address) : host.Split(':')[0].Equals("localhost", StringComparison.OrdinalIgnoreCase));
}
