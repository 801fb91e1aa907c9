using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Archiet.Benchmarks.Api;

/// <summary>
/// Load from a process of its own: sixteen connections, one request in flight on each. One thread answers them in turn with blocking sockets, two system calls
/// a request, so that little of the machine goes to the load itself.
/// </summary>
internal static class Load
{
    public const int Connections = 16;

    private const int Different = 4096;

    /// <summary>Runs for a while; prints how many requests were answered, in how many milliseconds.</summary>
    public static int Run(string address, string operation, string path, string seconds, string start)
    {
        var uri = new Uri(address);
        var requests = new Requests(operation, path, uri.Authority, int.Parse(start, CultureInfo.InvariantCulture));
        var connections = Enumerable.Range(0, Connections).Select(_ => Connect(uri)).ToArray();
        var buffer = new byte[256 * 1024];
        var count = 0;
        foreach (var connection in connections)
        {
            connection.Send(requests.Next());
        }
        var clock = Stopwatch.StartNew();
        var time = TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));
        while (clock.Elapsed < time)
        {
            foreach (var connection in connections)
            {
                Receive(connection, buffer, requests.Status);
                connection.Send(requests.Next());
                count++;
            }
        }
        clock.Stop();
        foreach (var connection in connections)
        {
            Receive(connection, buffer, requests.Status);
            connection.Dispose();
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} {clock.Elapsed.TotalMilliseconds}"));
        return 0;
    }

    private static Socket Connect(Uri uri)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Parse(uri.Host), uri.Port);
        return socket;
    }

    /// <summary>Reads one response to its end, with a length or in chunks, and insists on its status.</summary>
    private static void Receive(Socket connection, byte[] buffer, ReadOnlySpan<byte> status)
    {
        var have = 0;
        while (true)
        {
            var read = connection.Receive(buffer, have, buffer.Length - have, SocketFlags.None);
            if (read == 0)
            {
                throw new InvalidOperationException("The server closed a connection.");
            }
            have += read;
            var response = buffer.AsSpan(0, have);
            var head = response.IndexOf("\r\n\r\n"u8);
            if (head < 0)
            {
                continue;
            }
            if (!response.StartsWith(status))
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(response));
            }
            if (IsWhole(response[..head], response[(head + 4)..]))
            {
                return;
            }
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var at = head.IndexOf("Content-Length: "u8);
        return at < 0
            ? body.EndsWith("\r\n0\r\n\r\n"u8)
            : System.Buffers.Text.Utf8Parser.TryParse(head[(at + "Content-Length: ".Length)..], out int length, out _) && body.Length == length;
    }

    /// <summary>Requests made before the run; of a create only the number in the name changes.</summary>
    private sealed class Requests
    {
        private static readonly byte[] Number = "0000000000"u8.ToArray();

        private readonly byte[][] requests;
        private readonly int[] numberAt;
        private int next;
        private int number;

        public Requests(string operation, string path, string host, int start)
        {
            number = start;
            Status = operation == "create" ? "HTTP/1.1 201"u8.ToArray() : "HTTP/1.1 200"u8.ToArray();
            var random = new Random(start);
            requests = [.. Enumerable.Range(0, Different).Select(_ => Encoding.UTF8.GetBytes(Text(operation, path, host, random.Next(BenchDatabase.Tenants * BenchDatabase.Patients))))];
            numberAt = [.. requests.Select(request => operation == "create" ? request.AsSpan().IndexOf(Number) : -1)];
        }

        public byte[] Status { get; }

        public byte[] Next()
        {
            var at = next++ % Different;
            if (numberAt[at] >= 0)
            {
                System.Buffers.Text.Utf8Formatter.TryFormat(number++, requests[at].AsSpan(numberAt[at], Number.Length), out _, new('D', 10));
            }
            return requests[at];
        }

        private static string Text(string operation, string path, string host, int patient)
        {
            var tenant = 1 + (patient % BenchDatabase.Tenants);
            var head = $"Host: {host}\r\nCookie: {BenchDatabase.Cookie(tenant)}\r\n";
            if (operation != "create")
            {
                return $"GET {path}{(operation == "get" ? "/" + BenchDatabase.PatientId(patient) : "?limit=50")} HTTP/1.1\r\n{head}\r\n";
            }
            var body = $$"""
                {"name":"Load 0000000000","dateOfBirth":"1980-02-29","phone":"+49 151 000001","address":{"street":"Main Street 1","postcode":"50667","city":"Köln"},"physician":"{{BenchDatabase.PatientId(tenant)}}"}
                """;
            return $"POST {path} HTTP/1.1\r\n{head}X-Archiet: 1\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}";
        }
    }
}
