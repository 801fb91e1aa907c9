using System.Net;
using System.Text.Json.Nodes;
using Archiet.Conformance.Apps;
using Archiet.Conformance.OpenApi;

namespace Archiet.Conformance.Http;

/// <summary>An app that listens, with the document it serves: where callers come from.</summary>
public sealed class ServedApp : IDisposable
{
    /// <summary>The name of the session's cookie.</summary>
    public const string CookieName = "__Host-archiet";

    /// <summary>The path of the document.</summary>
    public const string DocumentPath = "/openapi.json";

    private readonly HttpClient http;

    private ServedApp(HttpClient http, byte[] document)
    {
        this.http = http;
        DocumentBytes = document;
        Document = ApiDocument.Parse(document);
        Login = Document.Operation(HttpMethod.Post, "/auth/login");
        Logout = Document.Operation(HttpMethod.Post, "/auth/logout");
        Session = Document.Operation(HttpMethod.Get, "/auth/session");
        Anonymous = new ApiClient(http, Document, Log);
    }

    /// <summary>Where the app listens.</summary>
    public Uri Address => http.BaseAddress!;

    /// <summary>What the app says of itself.</summary>
    public ApiDocument Document { get; }

    /// <summary>The document as it was served.</summary>
    public ReadOnlyMemory<byte> DocumentBytes { get; }

    /// <summary>Every answer so far.</summary>
    public ContractLog Log { get; } = new();

    /// <summary>A caller who is not signed in.</summary>
    public ApiClient Anonymous { get; }

    /// <summary>Signing in.</summary>
    public ApiOperation Login { get; }

    /// <summary>Signing out.</summary>
    public ApiOperation Logout { get; }

    /// <summary>Who one is.</summary>
    public ApiOperation Session { get; }

    /// <summary>Fetches the document of the app at an address.</summary>
    public static async Task<ServedApp> ConnectAsync(Uri address)
    {
        // Cookies are set by hand, redirects would hide an answer, and nothing may stand between us and the app.
        var handler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
        var http = new HttpClient(handler) { BaseAddress = address };
        try
        {
            return new ServedApp(http, await http.GetByteArrayAsync(DocumentPath));
        }
        catch
        {
            http.Dispose();
            throw;
        }
    }

    /// <summary>Signs in and returns the answer.</summary>
    public Task<Exchange> TryLoginAsync(string email, string password, params Header[] headers) =>
        Anonymous.SendAsync(Login, Login.Path, Credentials(email, password), headers);

    /// <summary>Signs an account in.</summary>
    public async Task<(ApiClient Client, Exchange Session)> LoginAsync(DevelopmentAccount account)
    {
        var answer = await TryLoginAsync(account.Email, account.Password);
        if (answer.Status != HttpStatusCode.OK)
        {
            throw new ConformanceException($"{account.Email} could not sign in: {answer}");
        }
        return (Anonymous.With(CookieOf(answer)), answer);
    }

    /// <summary>The cookie that an answer sets, as it is to be sent.</summary>
    public static string CookieOf(Exchange answer)
    {
        var cookie = answer.Header("set-cookie")?.Split(';')[0];
        return cookie?.StartsWith($"{CookieName}=", StringComparison.Ordinal) == true
            ? cookie
            : throw new ConformanceException($"{answer} set no cookie {CookieName}.");
    }

    /// <summary>The body of a log-in.</summary>
    public static JsonObject Credentials(string email, string password) => new() { ["email"] = email, ["password"] = password };

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
