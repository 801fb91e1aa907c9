using Archiet.Analyzers.Web;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5001TokenInWebStorageTests
{
    private const string Id = "ARC5001";

    [TestCase("localStorage.setItem('[|access_token|]', value);")]
    [TestCase("localStorage.setItem(\"[|jwt|]\", value);")]
    [TestCase("localStorage.setItem(`[|refreshToken|]`, value)")]
    [TestCase("window.localStorage.setItem('[|id_token|]', value);")]
    [TestCase("globalThis.localStorage?.setItem('[|authToken|]', value);")]
    [TestCase("localStorage['[|bearer|]'] = value;")]
    [TestCase("localStorage.[|token|] = value;")]
    [TestCase("window.localStorage.[|apiKey|] = value;")]
    [TestCase("const store = localStorage; store.setItem('[|token|]', value);")]
    [TestCase("const store: Storage = window.localStorage;\nstore.setItem('[|token|]', value);")]
    [TestCase("const KEY = 'access_token'; localStorage.setItem([|KEY|], value);")]
    [TestCase("localStorage.setItem([|TOKEN_KEY|], value);")]
    [TestCase("localStorage.setItem(Keys.[|accessToken|], value);")]
    [TestCase("localStorage.setItem('user', JSON.stringify({ name, [|accessToken|] }));")]
    [TestCase("localStorage.setItem('user', response.[|access_token|]);")]
    [TestCase("localStorage.setItem(name, [|jwt|]);")]
    [TestCase("sessionStorage.setItem('[|token|]', value);")]
    [TestCase("if (a) { /* no */ localStorage.setItem('[|token|]', /* yes */ value) }")]
    [TestCase("const re = /'/; localStorage.setItem('[|token|]', value);")]
    [TestCase("const msal = { cache: { cacheLocation: '[|localStorage|]' } };")]
    [TestCase("new UserManager({ userStore: new WebStorageStateStore({ store: window.[|localStorage|] }) });")]
    [TestCase("export function save(t: string): void { localStorage.setItem('[|session-id|]', t); }")]
    public void A_script_that_keeps_a_token(string script) => Verify("wwwroot/app.ts", script);

    [TestCase("localStorage.setItem('theme', 'dark');")]
    [TestCase("localStorage.getItem('access_token');")]
    [TestCase("localStorage.removeItem('access_token');")]
    [TestCase("localStorage.clear();")]
    [TestCase("// localStorage.setItem('access_token', value);")]
    [TestCase("/* localStorage.setItem('access_token', value); */")]
    [TestCase("const help = \"localStorage.setItem('access_token', value);\";")]
    [TestCase("cache.setItem('token', value);")]
    [TestCase("this.wrapper.localStorage.setItem('token', value);")]
    [TestCase("localStorage.setItem('token_expiry', value);")]
    [TestCase("localStorage.setItem('csrfToken', value);")]
    [TestCase("localStorage.setItem('pageToken', value);")]
    [TestCase("localStorage.setItem('designTokens', value);")]
    [TestCase("localStorage.setItem('sidebar', isOpen);")]
    [TestCase("localStorage.setItem('session-expanded', value);")]
    [TestCase("localStorage.setItem('user', tokenCount(x));")]
    [TestCase("const has = !!localStorage.token;")]
    [TestCase("if (localStorage.token === undefined) { login(); }")]
    [TestCase("const msal = { cache: { cacheLocation: 'memory' } };")]
    [TestCase("const token = await login();")]
    [TestCase("localStorage.setItem(")]
    [TestCase("localStorage[")]
    [TestCase("function f({ store: e = window.sessionStorage } = {}) { e.setItem('a', b); } function g(e) { e.token = 1; }")]
    public void A_script_that_keeps_none(string script) => Verify("wwwroot/app.js", script);

    [TestCase("index.html", "<html><script>localStorage.setItem('[|token|]', t)</script><p>localStorage.setItem('token', t)</p></html>")]
    [TestCase("index.html", "<script src=\"a.js\"></script><SCRIPT type=\"module\">\nlocalStorage.setItem('[|token|]', t)\n</SCRIPT>")]
    [TestCase("Login.cshtml", "@model Login\n<script>\n  localStorage.setItem(\"[|jwt|]\", \"@Model.Jwt\");\n</script>")]
    [TestCase("Login.razor", "<p>@Name</p>\n<script>localStorage.setItem('[|jwt|]', t)</script>")]
    [TestCase("app.jsx", "const A = () => { localStorage.setItem('[|token|]', t); return <p>it's</p>; };")]
    [TestCase("index.html", "<script>localStorage.setItem('theme', t)</script>")]
    [TestCase("app.min.js", "localStorage.setItem('token', t)")]
    [TestCase("notes.md", "localStorage.setItem('token', t)")]
    public void By_the_kind_of_the_file(string path, string text) => Verify(path, text);

    [TestCase("await js.[|InvokeVoidAsync|](\"localStorage.setItem\", \"token\", name);")]
    [TestCase("await js.[|InvokeVoidAsync|](\"sessionStorage.setItem\", \"access_token\", name);")]
    [TestCase("await js.[|InvokeAsync<object>|](\"window.localStorage.setItem\", \"jwt\", name);")]
    [TestCase("await js.InvokeVoidAsync(\"localStorage.setItem\", \"theme\", name);")]
    [TestCase("await js.InvokeVoidAsync(\"localStorage.removeItem\", \"token\");")]
    [TestCase("await js.InvokeVoidAsync(\"app.start\", \"token\");")]
    public void From_csharp(string code) => Web.Test(new Arc5001TokenInWebStorage(), Id, $$"""
        using Microsoft.JSInterop;

        static class Code { public static async Task Run(IJSRuntime js, string name) { {{code}} } }
        """).Verify();

    [Test]
    public void What_a_bundler_wrote() => Verify("bundle.js", "localStorage.setItem('token', t);" + string.Concat(Enumerable.Repeat("a();", 2_000)));

    [Test]
    public void What_goes_with_the_tab_is_a_warning() => Assert.That(
        Verify("a.js", "sessionStorage.setItem('[|token|]', value); localStorage.setItem('[|token|]', value);").Select(it => it.Severity),
        Is.EqualTo([DiagnosticSeverity.Warning, DiagnosticSeverity.Error]));

    private static IEnumerable<Diagnostic> Verify(string path, string markup) =>
        new AnalyzerTest(new Arc5001TokenInWebStorage()).WithDefaultId(Id).WithFile(path, markup).Verify().OrderBy(it => it.Location.SourceSpan.Start);
}
