using Archiet.Analyzers.Web;
using Archiet.Testing;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Web;

public sealed class Arc5003NoAuthorizationDecisionTests
{
    private const string Id = "ARC5003";

    [TestCase("app.[|MapGet|](\"/x\", () => \"\");")]
    [TestCase("app.[|MapPost|](\"/x\", (HttpContext it) => \"\");")]
    [TestCase("app.[|MapPut|](\"/x\", Handle);")]
    [TestCase("app.[|MapPatch|](\"/x\", Handle);")]
    [TestCase("app.[|MapDelete|](\"/x\", Handle);")]
    [TestCase("app.[|Map|](\"/x\", Handle);")]
    [TestCase("app.[|MapMethods|](\"/x\", [\"PURGE\"], Handle);")]
    [TestCase("app.[|MapFallback|](Handle);")]
    [TestCase("app.[|MapGet|](\"/x\", Handle).WithName(\"x\").WithSummary(\"y\");")]
    [TestCase("app.[|MapGet|](\"/x\", Handle).WithMetadata(\"no decision\");")]
    [TestCase("var it = app.[|MapGet|](\"/x\", Handle); it.WithName(\"x\");")]
    [TestCase("app.MapGroup(\"/g\").[|MapGet|](\"/x\", Handle);")]
    [TestCase("var group = app.MapGroup(\"/g\"); group.WithTags(\"t\"); group.[|MapGet|](\"/x\", Handle);")]
    [TestCase("var group = app.MapGroup(\"/g\").MapGroup(\"/h\"); group.[|MapGet|](\"/x\", Handle); group.MapPost(\"/x\", Handle).RequireAuthorization();")]
    [TestCase("IEndpointRouteBuilder routes = app; routes.[|MapGet|](\"/x\", Handle);")]
    [TestCase("EndpointRouteBuilderExtensions.[|MapGet|](app, \"/x\", Handle);")]
    [TestCase("if (name == \"\") { app.[|MapGet|](\"/x\", Handle); } else { app.MapGet(\"/x\", Handle).AllowAnonymous(); }")]
    [TestCase("app.[|MapHealthChecks|](\"/health\");")]
    [TestCase("var options = new AuthorizationOptions(); options.FallbackPolicy = null; app.[|MapGet|](\"/x\", Handle);")]
    [TestCase("builder.Services.AddAuthorization(it => it.DefaultPolicy = it.DefaultPolicy); app.[|MapGet|](\"/x\", Handle);")]
    public void Nobody_said_who_may_call_it(string code) => Web.TestBody(new Arc5003NoAuthorizationDecision(), Id, code).Verify();

    [TestCase("app.MapGet(\"/x\", Handle).RequireAuthorization();")]
    [TestCase("app.MapGet(\"/x\", Handle).AllowAnonymous();")]
    [TestCase("app.MapGet(\"/x\", Handle).WithName(\"x\").RequireAuthorization(\"policy\").WithSummary(\"y\");")]
    [TestCase("app.MapGet(\"/x\", Handle).WithMetadata(new AuthorizeAttribute());")]
    [TestCase("app.MapGet(\"/x\", Handle).WithMetadata(new AllowAnonymousAttribute());")]
    [TestCase("app.MapGet(\"/x\", [Authorize] () => \"\");")]
    [TestCase("app.MapGet(\"/x\", [AllowAnonymous] () => \"\");")]
    [TestCase("[Authorize(Roles = \"r\")] static string Get() => \"\"; app.MapGet(\"/x\", Get);")]
    [TestCase("app.MapGroup(\"/g\").RequireAuthorization().MapGet(\"/x\", Handle);")]
    [TestCase("app.MapGroup(\"/g\").RequireAuthorization().MapGroup(\"/h\").MapGet(\"/x\", Handle);")]
    [TestCase("var group = app.MapGroup(\"/g\"); group.RequireAuthorization(); group.MapGet(\"/x\", Handle);")]
    [TestCase("var group = app.MapGroup(\"/g\"); group.MapGet(\"/x\", Handle); group.RequireAuthorization();")]
    [TestCase("var it = app.MapGet(\"/x\", Handle); it.WithName(\"x\"); it.RequireAuthorization();")]
    [TestCase("RouteHandlerBuilder it; it = app.MapGet(\"/x\", Handle); it.RequireAuthorization();")]
    [TestCase("AuthorizationEndpointConventionBuilderExtensions.RequireAuthorization(app.MapGet(\"/x\", Handle));")]
    [TestCase("app.MapGet(\"/x\", Handle); builder.Services.AddAuthorization(it => it.FallbackPolicy = it.DefaultPolicy);")]
    [TestCase("app.MapGet(\"/x\", Handle); builder.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());")]
    [TestCase("var all = new List<RouteHandlerBuilder> { app.MapGet(\"/x\", Handle) }; all.ForEach(it => it.RequireAuthorization());")]
    [TestCase("app.MapGroup(\"/g\");")]
    [TestCase("app.Map(\"/x\", branch => branch.Run(it => Task.CompletedTask));")]
    [TestCase("var map = new Dictionary<string, string>(); _ = map.Select(it => it.Key);")]
    [TestCase("app.MapRazorPages();")]
    [TestCase("app.MapFallbackToPage(\"/_Host\");")]
    [TestCase("app.MapFallbackToController(\"Index\", \"Home\");")]
    [TestCase("app.MapFallbackToFile(\"index.html\");")]
    [TestCase("app.MapControllers();")]
    public void Somebody_did(string code) => Web.TestBody(new Arc5003NoAuthorizationDecision(), Id, code).Verify();

    [Test]
    public void A_method_that_adds_endpoints_is_judged_by_who_calls_it() => Verify("""
        static class Endpoints
        {
            public static IEndpointRouteBuilder MapOpen(this IEndpointRouteBuilder routes) { routes.[|MapGet|]("/a", () => ""); return routes; }

            public static void MapClosed(IEndpointRouteBuilder routes) => routes.MapGet("/b", () => "");

            public static void MapBoth(this IEndpointRouteBuilder routes) => Inner(routes);

            public static void MapForOthers(this IEndpointRouteBuilder routes) => routes.MapGet("/d", () => "");

            public static RouteHandlerBuilder MapAndReturn(this IEndpointRouteBuilder routes) => routes.MapGet("/e", () => "");

            private static void Inner(IEndpointRouteBuilder routes) => routes.[|MapGet|]("/c", () => "");

            public static void Start(WebApplication app)
            {
                app.MapOpen();
                MapClosed(app.MapGroup("/g").RequireAuthorization());
                app.MapGroup("/h").RequireAuthorization().MapBoth();
                app.MapBoth();
                app.MapAndReturn().RequireAuthorization();
            }
        }
        """);

    [Test]
    public void An_extension_of_ones_own_may_decide() => Verify("""
        static class Endpoints
        {
            public static T ForStaff<T>(this T builder) where T : IEndpointConventionBuilder => builder.RequireAuthorization("staff");

            public static void Start(WebApplication app) => app.MapGet("/a", () => "").ForStaff();
        }
        """);

    [Test]
    public void Actions_of_controllers() => Verify("""
        public class OpenController : ControllerBase
        {
            [HttpGet] public string [|Get|]() => "";

            [Authorize, HttpPost] public string Post() => "";

            [AllowAnonymous, HttpPut] public string Put() => "";

            [NonAction] public string Help() => "";

            protected string Inner() => "";

            public override string ToString() => "";
        }

        public sealed class HoldingController : ControllerBase, IDisposable
        {
            public void Dispose() { }

            public void [|Dispose|](bool all) { }
        }

        [Authorize]
        public abstract class StaffController : ControllerBase;

        public class ClosedController : StaffController { public string Get() => ""; }

        public class AnonymousController : ClosedController { [AllowAnonymous] public string Other() => ""; }

        [NonController] public class NoController : ControllerBase { public string Get() => ""; }

        static class Start { public static void Run(WebApplication app) => app.MapControllers(); }
        """);

    [Test]
    public void A_filter_of_ones_own_decides_and_other_filters_do_not() => Verify("""
        using Microsoft.AspNetCore.Mvc.Filters;

        public class OrdersController : ControllerBase
        {
            [Permission("read")] public string Get() => "";

            [Staff] public string Put() => "";

            [TypeFilter(typeof(PermissionFilter))] public string Post() => "";

            [ServiceFilter<PermissionFilter>] public string Patch() => "";

            [Guarded] public string Head() => "";

            [Elsewhere] public string Options() => "";

            [Timed] public string [|Time|]() => "";

            [Logged] public string [|Log|]() => "";

            [TypeFilter(typeof(LogFilter))] public string [|LogToo|]() => "";

            [RequireHttps, AutoValidateAntiforgeryToken, ResponseCache(NoStore = true)] public string [|Safe|]() => "";
        }

        [Staff]
        public abstract class AdminController : ControllerBase;

        public class UsersController : AdminController { public string Get() => ""; }

        static class Start { public static void Run(WebApplication app) => app.MapControllers(); }

        sealed class PermissionFilter : IAsyncAuthorizationFilter { public Task OnAuthorizationAsync(AuthorizationFilterContext context) => Task.CompletedTask; }

        sealed class LogFilter : IActionFilter { public void OnActionExecuting(ActionExecutingContext context) { } public void OnActionExecuted(ActionExecutedContext context) { } }

        sealed class PermissionAttribute(string name) : Attribute, IAuthorizationFilter { public string Name => name; public void OnAuthorization(AuthorizationFilterContext context) { } }

        sealed class StaffAttribute : TypeFilterAttribute
        {
            public StaffAttribute() : base(typeof(StaffFilter)) { }

            private sealed class StaffFilter : IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { } }
        }

        sealed class LoggedAttribute : TypeFilterAttribute
        {
            public LoggedAttribute() : base(typeof(Filter)) { }

            private sealed class Filter : IResourceFilter { public void OnResourceExecuting(ResourceExecutingContext context) { } public void OnResourceExecuted(ResourceExecutedContext context) { } }
        }

        sealed class GuardedAttribute : ServiceFilterAttribute<PermissionFilter>;

        sealed class ElsewhereAttribute : TypeFilterAttribute { public ElsewhereAttribute() : base(typeof(PermissionFilter)) { } }

        sealed class TimedAttribute : ActionFilterAttribute;
        """);

    [TestCase("services.AddControllers(it => it.Filters.Add<OwnFilter>());", "Get")]
    [TestCase("services.AddControllers(it => it.Filters.Add(typeof(OwnFilter)));", "Get")]
    [TestCase("services.AddControllers(it => it.Filters.Add(typeof(OwnFilter), 1));", "Get")]
    [TestCase("services.AddControllers(it => it.Filters.AddService<OwnFilter>());", "Get")]
    [TestCase("services.AddControllers(it => it.Filters.AddService(typeof(OwnFilter)));", "Get")]
    [TestCase("IList<IFilterMetadata> list = []; list.Add(new OwnFilter());", "Get")]
    [TestCase("var list = new List<object>(); list.Add(new OwnFilter());", "[|Get|]")]
    [TestCase("services.AddControllers(it => it.Filters.Add(typeof(RequireHttpsAttribute)));", "[|Get|]")]
    [TestCase("services.AddControllers(it => it.Filters.Add(new AutoValidateAntiforgeryTokenAttribute()));", "[|Get|]")]
    public void A_filter_for_all_actions(string code, string action) => Verify($$"""
        using Microsoft.AspNetCore.Mvc.Filters;

        public class AnyController : ControllerBase { public string {{action}}() => ""; }

        static class Start { public static void Run(WebApplication app, IServiceCollection services) { app.MapControllers(); {{code}} } }

        sealed class OwnFilter : IAuthorizationFilter { public void OnAuthorization(AuthorizationFilterContext context) { } }
        """);

    [TestCase("app.MapControllers().RequireAuthorization();")]
    [TestCase("app.MapDefaultControllerRoute().RequireAuthorization();")]
    [TestCase("app.MapControllers(); services.AddControllers(it => it.Filters.Add(new Microsoft.AspNetCore.Mvc.Authorization.AuthorizeFilter()));")]
    [TestCase("app.MapControllers(); services.AddControllers(it => it.Filters.Add<Microsoft.AspNetCore.Mvc.Authorization.AuthorizeFilter>());")]
    public void One_decision_for_all_controllers(string code) => Verify($$"""
        public class AnyController : ControllerBase { public string Get() => ""; }

        static class Start { public static void Run(WebApplication app, IServiceCollection services) { {{code}} } }
        """);

    [Test]
    public void A_hub_says_it_on_its_type() => Verify("""
        [Authorize] public class Closed : Microsoft.AspNetCore.SignalR.Hub;

        public class Open : Microsoft.AspNetCore.SignalR.Hub;

        static class Start
        {
            public static void Run(WebApplication app) { app.MapHub<Closed>("/a"); app.[|MapHub<Open>|]("/b"); }
        }
        """);

    [Test]
    public void Top_level_statements() => Verify("""
        var app = WebApplication.CreateBuilder(args).Build();
        app.[|MapGet|]("/x", () => "");
        app.MapGet("/y", () => "").AllowAnonymous();
        app.Run();
        """);

    [Test]
    public void A_project_without_our_runtime_is_left_alone() => new Testing.Analyzers.AnalyzerTest(new Arc5003NoAuthorizationDecision())
        .WithReferences(References.FrameworkOnly)
        .WithSource("""
            using Microsoft.AspNetCore.Builder;

            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/x", () => "");
            """)
        .Verify();

    private static void Verify(string code) => Web.Test(new Arc5003NoAuthorizationDecision(), Id, code).Verify();
}
