using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Archiet;

/// <summary>
/// Where the private cluster listens: on a unix socket in a folder that only its user can enter, and on nothing else. On Windows, whose server has no such fence,
/// on a loopback port of its own with a password, both kept in the development folder.
/// </summary>
internal sealed record ClusterAddress(string Host, int Port, string? Password)
{
    private const int UsualPort = 5432;

    public static ClusterAddress Of(DevelopmentFolder folder) => OperatingSystem.IsWindows() ? Loopback(folder) : new(folder.SocketFolder, UsualPort, null);

    private static ClusterAddress Loopback(DevelopmentFolder folder)
    {
        var file = Path.Combine(folder.Root, "address");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(folder.Root);
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"{port} {Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}"));
        }
        var parts = File.ReadAllText(file).Split(' ');
        return new(IPAddress.Loopback.ToString(), int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }
}
