using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5002ReadableCookieFixTests
{
    private const string Id = "ARC5002";

    private static readonly Arc5002ReadableCookieFix Fix = new();

    [TestCase("http.Response.Cookies.[|Append|](\"session\", name);", "http.Response.Cookies.Append(\"session\", name, new CookieOptions { HttpOnly = true });")]
    [TestCase("http.Response.Cookies.[|Append|](\"jwt\", name, new CookieOptions());", "http.Response.Cookies.Append(\"jwt\", name, new CookieOptions() { HttpOnly = true });")]
    [TestCase("http.Response.Cookies.[|Append|](\"jwt\", name, new() { Secure = true });", "http.Response.Cookies.Append(\"jwt\", name, new() { HttpOnly = true, Secure = true });")]
    [TestCase(
        "http.Response.Cookies.[|Append|](\"jwt\", name, new CookieOptions { Secure = true, HttpOnly = false });",
        "http.Response.Cookies.Append(\"jwt\", name, new CookieOptions { Secure = true, HttpOnly = true });")]
    [TestCase(
        "var options = new CookieOptions { Path = \"/\" }; http.Response.Cookies.[|Append|](\"session\", name, options);",
        "var options = new CookieOptions { HttpOnly = true, Path = \"/\" }; http.Response.Cookies.Append(\"session\", name, options);")]
    [TestCase("builder.Services.AddSession(it => [|it.Cookie.HttpOnly = false|]);", "builder.Services.AddSession(it => it.Cookie.HttpOnly = true);")]
    [TestCase(
        "var options = new CookieOptions(); options.HttpOnly = false; http.Response.Cookies.[|Append|](\"session\", name, options);",
        "var options = new CookieOptions(); options.HttpOnly = false; http.Response.Cookies.[|Append|](\"session\", name, options);",
        Description = "what is set later would undo it")]
    public void It_is_kept_from_scripts(string code, string expected) => Web.TestBody(new Arc5002ReadableCookie(), Id, code).VerifyFix(Fix, Web.Body(expected));

    [Test]
    public void All_at_once() => Web.TestBody(new Arc5002ReadableCookie(), Id, """
        http.Response.Cookies.[|Append|]("session", name);
                http.Response.Cookies.[|Append|]("jwt", name, new CookieOptions { HttpOnly = false });
        """).VerifyFixAll(Fix, Web.Body("""
        http.Response.Cookies.Append("session", name, new CookieOptions { HttpOnly = true });
                http.Response.Cookies.Append("jwt", name, new CookieOptions { HttpOnly = true });
        """));
}
