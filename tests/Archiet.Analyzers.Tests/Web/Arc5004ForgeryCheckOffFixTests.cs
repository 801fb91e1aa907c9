using Archiet.Analyzers.Web;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5004ForgeryCheckOffFixTests
{
    private const string Id = "ARC5004";

    private static readonly Arc5004ForgeryCheckOffFix Fix = new();

    [TestCase("app.MapPost(\"/x\", Handle).[|DisableAntiforgery|]();", "app.MapPost(\"/x\", Handle);")]
    [TestCase("app.MapGroup(\"/x\").[|DisableAntiforgery|]().MapPost(\"/y\", Handle);", "app.MapGroup(\"/x\").MapPost(\"/y\", Handle);")]
    [TestCase(
        "app.UseCors(cors => cors.[|SetIsOriginAllowed|](_ => true).AllowCredentials());",
        "app.UseCors(cors => cors.[|SetIsOriginAllowed|](_ => true).AllowCredentials());",
        Description = "only the author knows the origins")]
    public void The_check_is_back(string code, string expected) => Web.TestBody(new Arc5004ForgeryCheckOff(), Id, code).VerifyFix(Fix, Web.Body(expected));

    [Test]
    public void All_at_once() => Web.Test(new Arc5004ForgeryCheckOff(), Id, """
        // Of forms.
        [[|IgnoreAntiforgeryToken|]]
        public class OneController : Controller
        {
            [HttpPost, [|IgnoreAntiforgeryToken|]] public string Post() => "";
        }
        """).VerifyFixAll(Fix, """
        // Of forms.
        public class OneController : Controller
        {
            [HttpPost] public string Post() => "";
        }
        """);
}
