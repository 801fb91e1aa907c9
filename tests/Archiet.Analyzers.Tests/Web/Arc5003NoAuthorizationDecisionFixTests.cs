using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5003NoAuthorizationDecisionFixTests
{
    private const string Id = "ARC5003";

    private static readonly Arc5003NoAuthorizationDecisionFix Fix = new();

    [TestCase("app.[|MapGet|](\"/x\", () => \"\");", "app.MapGet(\"/x\", () => \"\").RequireAuthorization();")]
    [TestCase("app.[|MapPost|](\"/x\", Handle).WithName(\"x\");", "app.MapPost(\"/x\", Handle).RequireAuthorization().WithName(\"x\");")]
    [TestCase("var it = app.[|MapGet|](\"/x\", Handle); it.WithName(\"x\");", "var it = app.MapGet(\"/x\", Handle).RequireAuthorization(); it.WithName(\"x\");")]
    [TestCase("EndpointRouteBuilderExtensions.[|MapGet|](app, \"/x\", Handle);", "EndpointRouteBuilderExtensions.MapGet(app, \"/x\", Handle).RequireAuthorization();")]
    [TestCase("app.[|MapHealthChecks|](\"/health\");", "app.MapHealthChecks(\"/health\").RequireAuthorization();")]
    public void Only_who_is_signed_in(string code, string expected) => Web.TestBody(new Arc5003NoAuthorizationDecision(), Id, code).VerifyFix(Fix, Web.Body(expected));

    [Test]
    public void An_action() => Web.Test(new Arc5003NoAuthorizationDecision(), Id, """
        public class HomeController : Controller
        {
            // What everybody sees.
            [HttpGet]
            public string [|Index|]() => "";
        }
        """).VerifyFix(Fix, """
        public class HomeController : Controller
        {
            // What everybody sees.
            [Authorize]
            [HttpGet]
            public string Index() => "";
        }
        """);

    [Test]
    public void All_at_once() => Web.TestBody(new Arc5003NoAuthorizationDecision(), Id, """
        app.[|MapGet|]("/a", Handle);
                app.MapGroup("/g").[|MapPost|]("/b", Handle);
        """).VerifyFixAll(Fix, Web.Body("""
        app.MapGet("/a", Handle).RequireAuthorization();
                app.MapGroup("/g").MapPost("/b", Handle).RequireAuthorization();
        """));
}
