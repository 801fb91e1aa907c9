using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1011TenantFromRequestTests
{
    private const string Id = "ARC1011";

    [TestCase("app.MapGet(\"/{tenant}/patients\", (Guid tenant, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|tenant|]).Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", ([FromHeader(Name = \"X-Tenant\")] Guid tenant, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|tenant|]).Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", ([FromQuery] Guid? of, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|of!.Value|]).Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", (string tenant, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|Guid.Parse(tenant)|]).Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", (string tenant, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|new Guid(tenant)|]).Patients.Count());")]
    [TestCase("app.MapPost(\"/patients\", (Move move, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|move.Practice|]).SaveChanges());")]
    [TestCase("app.MapPost(\"/patients\", ([FromBody] Asked asked, ITenantContextFactory<ClinicContext> contexts) => contexts.Create([|asked.Practice|]).SaveChanges());")]
    [TestCase("app.MapPost(\"/patients\", ([AsParameters] Asked asked, ITenantContextFactory<ClinicContext> contexts) => { var tenant = asked.Practice; return contexts.Create([|tenant|]).SaveChanges(); });")]
    [TestCase("app.MapGroup(\"/api\").MapDelete(\"/{practice}\", async (Guid practice, ITenantContextFactory<ClinicContext> contexts) => { await using var db = contexts.Create([|practice|], null); await db.Patients.ExecuteDeleteAsync(); });")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.Request.Headers[\"X-Tenant\"].ToString())|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.Request.Query[\"tenant\"]!)|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.Request.Cookies[\"tenant\"]!)|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse((string)http.Request.RouteValues[\"tenant\"]!)|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.GetRouteValue(\"tenant\")!.ToString()!)|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.Request.Host.Host)|]);")]
    [TestCase("_ = contexts.Create([|Guid.Parse(http.Request.Form[\"tenant\"].ToString())|]);")]
    [TestCase("var text = http.Request.Headers[\"X-Tenant\"].ToString(); var of = Guid.Parse(text); _ = contexts.Create([|of|]);")]
    [TestCase("if (Guid.TryParse(http.Request.Query[\"tenant\"], out var of)) { _ = contexts.Create([|of|]); }")]
    [TestCase("if (http.Request.Headers.TryGetValue(\"X-Tenant\", out var text)) { _ = contexts.Create([|Guid.Parse(text.ToString())|]); }")]
    [TestCase("_ = contexts.Create([|(await http.Request.ReadFromJsonAsync<Asked>())!.Practice|]);")]
    [TestCase("app.MapGet(\"/patients\", Count);")]
    [TestCase("notes.TenantId = [|Guid.Parse(http.Request.Query[\"tenant\"]!)|];")]
    [TestCase("app.MapGet(\"/{tenant}/notes\", (Guid tenant, NotesContext db) => { db.TenantId = [|tenant|]; return db.Notes.Count(); });")]
    public void The_request_chooses(string code) => TestBody(code, handler: code.Contains("Count)", StringComparison.Ordinal) ? "[|tenant|]" : "caller.Tenant");

    [TestCase("app.MapGet(\"/patients\", (ClinicContext clinic) => clinic.Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", (Caller caller, ITenantContextFactory<ClinicContext> contexts) => contexts.Create(caller.Tenant, caller.Member).Patients.Count());")]
    [TestCase("_ = contexts.Create(caller.Tenant);")]
    [TestCase("_ = contexts.Create(Caller.Of(http)!.Tenant);")]
    [TestCase("_ = contexts.Create(clinic.Tenant);")]
    [TestCase("_ = contexts.Create(Guid.Parse(http.User.FindFirst(\"tenant\")!.Value));")]
    [TestCase("_ = contexts.Create(tenant);")]
    [TestCase("foreach (var each in tenants) { _ = contexts.Create(each); }")]
    [TestCase("_ = contexts.Create(current.Id);")]
    [TestCase("_ = contexts.Create((Guid)http.Items[\"tenant\"]!);")]
    [TestCase("_ = contexts.Create(Guid.Parse(configuration[\"Tenant\"]!));")]
    [TestCase("_ = contexts.Create(Guid.NewGuid());")]
    [TestCase("_ = contexts.Create(await LookUpAsync(http.Request.Host.Host));")]
    [TestCase("app.MapGet(\"/{tenant}/patients\", (Guid tenant, Caller caller, ITenantContextFactory<ClinicContext> contexts) => tenant != caller.Tenant ? Results.NotFound() : Results.Ok(contexts.Create(tenant).Patients.Count()));")]
    [TestCase("app.MapGet(\"/{id}\", (Guid id, Caller caller, ITenantContextFactory<ClinicContext> contexts) => contexts.Create(caller.Tenant).Patients.Find(id));")]
    [TestCase("app.MapGet(\"/patients\", ([FromServices] Current current, ITenantContextFactory<ClinicContext> contexts) => contexts.Create(current.Id).Patients.Count());")]
    [TestCase("app.MapGet(\"/patients\", (Current current, ITenantContextFactory<ClinicContext> contexts) => contexts.Create(current.Id).Patients.Count());")]
    [TestCase("Func<Guid, int> count = of => contexts.Create(of).Patients.Count(); _ = count(tenant);")]
    [TestCase("tenants.ForEach(of => contexts.Create(of).Patients.Count());")]
    [TestCase("notes.TenantId = caller.Tenant;")]
    [TestCase("notes.Name = http.Request.Query[\"name\"];")]
    [TestCase("app.MapGet(\"/patients\", Count);")]
    [TestCase("app.MapGet(\"/{id}\", (Guid id, ClinicContext clinic) => clinic.Patients.Find(id));")]
    public void The_session_or_the_work_says_it(string code) => TestBody(code, handler: "caller.Tenant");

    [Test]
    public void Of_an_operation_its_input_and_of_a_controller_and_a_hub_the_arguments() => Test("""
        public abstract class Input : IInput<Input>
        {
            public Guid Practice { get; set; }
            static Input IInput<Input>.Blank() => null!;
            static void IInput<Input>.BindReferences(Input it, Parameters values) { }
            static void IFields<Input>.Read(int field, ref FieldReader json, Input it) { }
        }

        public class HandOver(ITenantContextFactory<ClinicContext> contexts)
        {
            public int Run(Input input, Caller caller) => contexts.Create([|input.Practice|]).Patients.Count() + contexts.Create(caller.Tenant).Patients.Count();
        }

        public class PatientsController(ITenantContextFactory<ClinicContext> contexts) : ControllerBase
        {
            public int Get(Guid tenant) => contexts.Create([|tenant|]).Patients.Count();

            public int Post([FromBody] Input input) => contexts.Create([|input.Practice|]).Patients.Count();

            private int Count(Guid tenant) => contexts.Create(tenant).Patients.Count();

            public int Own([FromServices] Caller caller) => Count(caller.Tenant);
        }

        public class Board(ITenantContextFactory<ClinicContext> contexts) : Hub
        {
            public int Join(Guid tenant) => contexts.Create([|tenant|]).Patients.Count();
        }

        public class Jobs(ITenantContextFactory<ClinicContext> contexts)
        {
            public int Run(Guid tenant) => contexts.Create(tenant).Patients.Count();

            [CrossTenant(because: "operators look into any practice, behind a policy of their own")]
            public int Look(HttpContext http) => contexts.Create(Guid.Parse(http.Request.Query["tenant"]!)).Patients.Count();
        }
        """);

    private static void TestBody(string code, string handler) => Test($$"""
        record Move(Guid Practice);
        class Asked { public Guid Practice { get; set; } }
        class Current { public Guid Id { get; set; } }
        class Note : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } }
        class NotesContext : DbContext { public Guid TenantId { get; set; } public string? Name { get; set; } public DbSet<Note> Notes => Set<Note>(); }

        class Code(ClinicContext clinic, NotesContext notes, ITenantContextFactory<ClinicContext> contexts, WebApplication app, IConfiguration configuration, Current current)
        {
            public async Task Run(HttpContext http, Caller caller, Guid tenant, List<Guid> tenants)
            {
                await Task.Yield();
                {{code}}
            }

            private static int Count(Guid tenant, Caller caller, ITenantContextFactory<ClinicContext> contexts) => contexts.Create({{handler}}).Patients.Count();

            private static Task<Guid> LookUpAsync(string host) => Task.FromResult(Guid.Empty);

            public object All => (clinic, notes, contexts, app, configuration, current);
        }
        """);

    private static void Test(string code) => Contexts.Test(new Arc1011TenantFromRequest(), Id, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Configuration;

        """ + code).Verify();
}
