using Archiet.Analyzers.Web;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5002ReadableCookieTests
{
    private const string Id = "ARC5002";

    [TestCase("http.Response.Cookies.[|Append|](\"session\", name);")]
    [TestCase("http.Response.Cookies.[|Append|](\"access_token\", name);")]
    [TestCase("http.Response.Cookies.[|Append|](\"authToken\", name, new CookieOptions());")]
    [TestCase("http.Response.Cookies.[|Append|](\"jwt\", name, new CookieOptions { Secure = true });")]
    [TestCase("http.Response.Cookies.[|Append|](\"session-id\", name, new CookieOptions { HttpOnly = false });")]
    [TestCase("http.Response.Cookies.[|Append|](\"api-key\", name, new() { Path = \"/\" });")]
    [TestCase("const string Cookie = \"refresh\" + \"Token\"; http.Response.Cookies.[|Append|](Cookie, name);")]
    [TestCase("var options = new CookieOptions(); options.Path = \"/\"; http.Response.Cookies.[|Append|](\"session\", name, options);")]
    [TestCase("var options = new CookieOptions { HttpOnly = true }; http.Response.Cookies.[|Append|](\"session\", name, new CookieOptions { Domain = options.Domain });")]
    [TestCase("var accessToken = name; http.Response.Cookies.[|Append|](name, accessToken);")]
    [TestCase("var cookies = http.Response.Cookies; cookies.[|Append|](\"sid\", name);")]
    [TestCase("builder.Services.AddSession(it => [|it.Cookie.HttpOnly = false|]);")]
    [TestCase("builder.Services.AddAuthentication().AddCookie(it => { [|it.Cookie.HttpOnly = false|]; });")]
    public void A_script_can_read_it(string code) => Web.TestBody(new Arc5002ReadableCookie(), Id, code).WithSource(Authentication, "Authentication.cs").Verify();

    [TestCase("http.Response.Cookies.Append(\"session\", name, new CookieOptions { HttpOnly = true });")]
    [TestCase("http.Response.Cookies.Append(\"session\", name, new CookieOptions { HttpOnly = builder.Environment.IsProduction() });")]
    [TestCase("var options = new CookieOptions(); options.HttpOnly = true; http.Response.Cookies.Append(\"session\", name, options);")]
    [TestCase("var options = new CookieOptions(); Harden(options); http.Response.Cookies.Append(\"session\", name, options); static void Harden(CookieOptions it) => it.HttpOnly = true;")]
    [TestCase("http.Response.Cookies.Append(\"theme\", name);")]
    [TestCase("http.Response.Cookies.Append(\"culture\", name, new CookieOptions());")]
    [TestCase("http.Response.Cookies.Append(\"XSRF-TOKEN\", name, new CookieOptions { HttpOnly = false });")]
    [TestCase("http.Response.Cookies.Append(\"continuation_token\", name);")]
    [TestCase("http.Response.Cookies.Append(name, name);")]
    [TestCase("http.Response.Cookies.Delete(\"session\");")]
    [TestCase("http.Response.Headers.Append(\"token\", name);")]
    [TestCase("builder.Services.AddSession(it => it.Cookie.HttpOnly = true);")]
    [TestCase("builder.Services.AddAntiforgery(it => it.Cookie.HttpOnly = false);")]
    public void None_can_or_it_is_no_session(string code) => Web.TestBody(new Arc5002ReadableCookie(), Id, code).Verify();

    [TestCase("document.cookie = \"[|session=|]\" + value;")]
    [TestCase("document.cookie = `[|access_token=${value}; Secure|]`;")]
    [TestCase("window.document.cookie = '[|jwt=abc|]';")]
    [TestCase("Cookies.set('[|auth_token|]', value);")]
    [TestCase("document.cookie = 'theme=dark';")]
    [TestCase("document.cookie = 'session=; Max-Age=0';")]
    [TestCase("document.cookie = 'session=gone; expires=Thu, 01 Jan 1970 00:00:00 GMT';")]
    [TestCase("const all = document.cookie;")]
    [TestCase("if (document.cookie == 'session=1') { }")]
    [TestCase("document.cookie = `${name}=${value}`;")]
    [TestCase("Cookies.get('token');")]
    [TestCase("document.cookie = 'XSRF-TOKEN=' + value;")]
    public void In_scripts(string script) => new AnalyzerTest(new Arc5002ReadableCookie()).WithDefaultId(Id).WithFile("wwwroot/app.js", script).Verify();

    private const string Authentication = "global using Microsoft.AspNetCore.Authentication.Cookies;";
}
