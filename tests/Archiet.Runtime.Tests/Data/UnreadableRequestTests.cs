using System.Net.Sockets;
using System.Text;

namespace Archiet.Runtime.Tests.Data;

/// <summary>What the server refuses before any middleware runs, as the specification of the API says: a status, no body, and the connection ends.</summary>
public sealed class UnreadableRequestTests : ApiTests
{
    [TestCase("GET\r\n\r\n", ExpectedResult = "HTTP/1.1 400 Bad Request")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nbroken\r\n\r\n", ExpectedResult = "HTTP/1.1 400 Bad Request")]
    [TestCase("GET /{8200} HTTP/1.1\r\nHost: a\r\n\r\n", ExpectedResult = "HTTP/1.1 414 URI Too Long")]
    [TestCase("GET / HTTP/1.1\r\nHost: a\r\nCookie: {33000}\r\n\r\n", ExpectedResult = "HTTP/1.1 431 Request Header Fields Too Large")]
    public async Task<string> It_is_answered_with_its_status_alone(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Api.Address.Host, Api.Address.Port);
        await using var stream = client.GetStream();

        var text = request.Replace("{8200}", new string('a', 8200), StringComparison.Ordinal).Replace("{33000}", new string('a', 33000), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = await reader.ReadToEndAsync();

        Assert.That(answer, Does.Contain("Content-Length: 0\r\nConnection: close\r\n").And.EndWith("\r\n\r\n"));
        return answer.Split("\r\n")[0];
    }
}
