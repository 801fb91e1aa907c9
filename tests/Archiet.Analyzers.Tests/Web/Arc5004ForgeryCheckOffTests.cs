using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5004ForgeryCheckOffTests
{
    private const string Id = "ARC5004";

    [TestCase("app.MapPost(\"/x\", Handle).[|DisableAntiforgery|]();")]
    [TestCase("app.MapGroup(\"/x\").[|DisableAntiforgery|]().MapPost(\"/y\", Handle);")]
    [TestCase("RoutingEndpointConventionBuilderExtensions.[|DisableAntiforgery|](app.MapPost(\"/x\", Handle));")]
    [TestCase("builder.Services.AddCors(it => it.AddDefaultPolicy(cors => cors.[|SetIsOriginAllowed|](_ => true).AllowCredentials()));")]
    [TestCase("app.UseCors(cors => cors.AllowCredentials().AllowAnyHeader().[|SetIsOriginAllowed|](origin => { return true; }));")]
    [TestCase("static bool Any(string origin) => true; app.UseCors(cors => cors.[|SetIsOriginAllowed|](Any).AllowCredentials());")]
    public void A_check_is_off(string code) => Web.TestBody(new Arc5004ForgeryCheckOff(), Id, code).Verify();

    [TestCase("app.MapPost(\"/x\", Handle);")]
    [TestCase("app.MapPost(\"/x\", Handle).AcceptsAnyContentType();")]
    [TestCase("app.UseAntiforgery();")]
    [TestCase("app.UseCors(cors => cors.AllowAnyOrigin());")]
    [TestCase("app.UseCors(cors => cors.SetIsOriginAllowed(_ => true));")]
    [TestCase("app.UseCors(cors => cors.WithOrigins(\"https://example.org\").AllowCredentials());")]
    [TestCase("app.UseCors(cors => cors.SetIsOriginAllowed(origin => origin == name).AllowCredentials());")]
    [TestCase("app.UseCors(cors => cors.SetIsOriginAllowed(origin => { if (origin == name) { return true; } return false; }).AllowCredentials());")]
    public void A_check_is_on(string code) => Web.TestBody(new Arc5004ForgeryCheckOff(), Id, code).Verify();

    [Test]
    public void By_an_attribute() => Web.Test(new Arc5004ForgeryCheckOff(), Id, """
        [[|IgnoreAntiforgeryToken|]]
        public class AllController : Controller { public string Post() => ""; }

        public class OneController : Controller
        {
            [HttpPost, [|IgnoreAntiforgeryToken|]] public string Post() => "";

            [HttpPost, ValidateAntiForgeryToken] public string Put() => "";

            [AutoValidateAntiforgeryToken] public string Patch() => "";
        }
        """).Verify();

    [TestCase("[HttpGet, IgnoreAntiforgeryToken]", "")]
    [TestCase("[HttpGet(\"a\"), HttpGet(\"b\"), IgnoreAntiforgeryToken]", "")]
    [TestCase("[HttpGet, HttpHead, IgnoreAntiforgeryToken]", "int id")]
    [TestCase("[HttpPost, IgnoreAntiforgeryToken]", "[FromBody] string[] items")]
    [TestCase("[HttpPost, [|IgnoreAntiforgeryToken|]]", "[FromForm] string[] items")]
    [TestCase("[HttpPost, [|IgnoreAntiforgeryToken|]]", "[FromQuery] string item")]
    [TestCase("[HttpGet, HttpPost, [|IgnoreAntiforgeryToken|]]", "")]
    [TestCase("[AcceptVerbs(\"GET\", \"POST\"), [|IgnoreAntiforgeryToken|]]", "")]
    [TestCase("[Route(\"x\"), [|IgnoreAntiforgeryToken|]]", "")]
    public void Only_where_a_form_of_another_site_could_send_something(string attributes, string parameters) => Web.Test(new Arc5004ForgeryCheckOff(), Id, $$"""
        public class OneController : Controller
        {
            {{attributes}} public string Act({{parameters}}) => "";
        }
        """).Verify();
}
