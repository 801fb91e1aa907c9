using System.Net;
using System.Net.Sockets;

namespace Archiet;

/// <summary>Where a guess comes from: guesses are counted by account and network, so that nobody can lock another out from elsewhere.</summary>
internal static class Networks
{
    /// <summary>The /24 of an IPv4 address, the /56 of an IPv6 address: what one attacker has many of.</summary>
    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(address.AddressFamily == AddressFamily.InterNetwork ? 3 : 7).Clear();
        return new IPAddress(bytes).ToString();
    }
}
