using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1012WorkWithoutTenantTests
{
    private const string Id = "ARC1012";

    [TestCase("using var scope = scopes.CreateScope(); var db = scope.ServiceProvider.[|GetRequiredService<ClinicContext>|](); await db.SaveChangesAsync();")]
    [TestCase("await using var scope = scopes.CreateAsyncScope(); var db = scope.ServiceProvider.[|GetRequiredService<ClinicContext>|](); await db.SaveChangesAsync();")]
    [TestCase("using var scope = services.CreateScope(); _ = scope.ServiceProvider.[|GetService<ClinicContext>|]();")]
    [TestCase("using var scope = services.CreateScope(); _ = scope.ServiceProvider.[|GetRequiredService|](typeof(ClinicContext));")]
    [TestCase("using var scope = services.CreateScope(); _ = scope.ServiceProvider.[|GetService|](typeof(ClinicContext));")]
    [TestCase("using var scope = services.CreateScope(); var provider = scope.ServiceProvider; _ = provider.[|GetRequiredService<ClinicContext>|]();")]
    [TestCase("_ = app.Services.[|GetRequiredService<ClinicContext>|]();")]
    [TestCase("using (var scope = app.Services.CreateScope()) { scope.ServiceProvider.[|GetRequiredService<ClinicContext>|]().Patients.Count(); }")]
    [TestCase("_ = Task.[|Run|](() => clinic.Patients.CountAsync());")]
    [TestCase("Task.[|Run|](async () => { clinic.Patients.Add(new Patient()); await clinic.SaveChangesAsync(); });")]
    [TestCase("_ = Task.[|Run|](() => clinic.Patients.Count()).ContinueWith(count => count.Result);")]
    [TestCase("_ = Task.[|Run|](CountAsync);")]
    [TestCase("_ = Task.[|Run|](() => CountAsync());")]
    [TestCase("_ = Task.Factory.[|StartNew|](() => clinic.Patients.Count());")]
    [TestCase("ThreadPool.[|QueueUserWorkItem|](_ => clinic.Patients.Count());")]
    [TestCase("[|new Thread(() => clinic.Patients.Count())|].Start();")]
    [TestCase("timer = [|new Timer(_ => clinic.Patients.Count(), null, 0, 1000)|];")]
    [TestCase("var every = new System.Timers.Timer(1000); [|every.Elapsed|] += (_, _) => clinic.Patients.Count();")]
    [TestCase("var db = contexts.Create(tenant); _ = Task.[|Run|](() => db.Patients.Count());")]
    [TestCase("_ = [|CountAsync|]();")]
    [TestCase("_ = [|NotifyAsync|](clinic, tenant);")]
    [TestCase("_ = clinic.[|SaveChangesAsync|]();")]
    [TestCase("_ = Task.[|Run|](() => notes.Notes.Count());")]
    public void Work_that_nobody_gave_a_tenant(string code) => TestBody(code);

    [TestCase("await Task.Run(() => clinic.Patients.Count());")]
    [TestCase("var count = Task.Run(() => clinic.Patients.Count()); await count;")]
    [TestCase("await Task.Run(CountAsync);")]
    [TestCase("_ = Task.Run(async () => { await using var db = contexts.Create(tenant); await db.Patients.CountAsync(); });")]
    [TestCase("var id = clinic.Tenant; _ = Task.Run(async () => { await using var db = contexts.Create(id); await db.Patients.CountAsync(); });")]
    [TestCase("_ = Task.Run(() => Console.WriteLine(\"done\"));")]
    [TestCase("ThreadPool.QueueUserWorkItem(_ => { using var db = contexts.Create(tenant); db.Patients.Count(); });")]
    [TestCase("timer = new Timer(_ => { using var db = contexts.Create(tenant); db.Patients.Count(); }, null, 0, 1000);")]
    [TestCase("timer = new Timer(_ => Console.WriteLine(tenant), null, 0, 1000);")]
    [TestCase("await CountAsync();")]
    [TestCase("await NotifyAsync(clinic, tenant);")]
    [TestCase("_ = LogAsync(tenant);")]
    [TestCase("using var scope = scopes.CreateScope(); _ = scope.ServiceProvider.GetRequiredService<BlogContext>();")]
    [TestCase("using var scope = scopes.CreateScope(); _ = scope.ServiceProvider.GetRequiredService<NotesContext>();")]
    [TestCase("using var scope = scopes.CreateScope(); await using var db = scope.ServiceProvider.GetRequiredService<ITenantContextFactory<ClinicContext>>().Create(tenant);")]
    [TestCase("_ = http.RequestServices.GetRequiredService<ClinicContext>();")]
    [TestCase("_ = services.GetRequiredService<ClinicContext>();")]
    [TestCase("builder.AddScoped(provider => new Report(provider.GetRequiredService<ClinicContext>()));")]
    [TestCase("_ = Task.Run(() => blog.Posts.Count());")]
    [TestCase("await Task.WhenAll(Task.Run(() => clinic.Patients.Count()));")]
    [TestCase("Task Later() => Task.Run(() => clinic.Patients.Count()); await Later();")]
    [TestCase("_ = await clinic.SaveChangesAsync();")]
    [TestCase("_ = clinic.Patients.Count();")]
    [TestCase("http.Response.OnCompleted(() => Task.CompletedTask);")]
    public void Work_that_has_one_or_is_waited_for(string code) => TestBody(code);

    [Test]
    public void A_service_of_the_host_knows_no_request() => Test("""
        class Nightly(IServiceProvider services, ITenantContextFactory<ClinicContext> contexts) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                await services.[|GetRequiredService<ClinicContext>|]().Patients.CountAsync(stoppingToken);
                await using var db = contexts.Create(Guid.NewGuid());
                await db.Patients.CountAsync(stoppingToken);
            }
        }

        class Request(IServiceProvider services)
        {
            public Task<int> CountAsync() => services.GetRequiredService<ClinicContext>().Patients.CountAsync();
        }

        class Statistics(IServiceScopeFactory scopes)
        {
            [CrossTenant(because: "the tests show that such a context refuses")]
            public ClinicContext Nobodys() => scopes.CreateScope().ServiceProvider.GetRequiredService<ClinicContext>();
        }
        """);

    private static void TestBody(string code) => Test($$"""
        class Note : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } }
        class NotesContext : DbContext { public DbSet<Note> Notes => Set<Note>(); }
        record Report(ClinicContext Clinic);

        class Code(ClinicContext clinic, BlogContext blog, NotesContext notes, ITenantContextFactory<ClinicContext> contexts, IServiceProvider services, IServiceScopeFactory scopes, WebApplication app, IServiceCollection builder)
        {
            private Timer? timer;

            public async Task Run(HttpContext http, Guid tenant)
            {
                await Task.Yield();
                {{code}}
            }

            private Task<int> CountAsync() => clinic.Patients.CountAsync();

            private static Task NotifyAsync(ClinicContext db, Guid tenant) => db.Patients.CountAsync();

            private static Task LogAsync(Guid tenant) => Task.CompletedTask;

            public object All => (clinic, blog, notes, contexts, services, scopes, app, builder, timer);
        }
        """);

    private static void Test(string code) => Contexts.Test(new Arc1012WorkWithoutTenant(), Id, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;

        """ + code).Verify();
}
