using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1007ContextLifetimeTests
{
    private const string Id = "ARC1007";

    [TestCase("services.[|AddSingleton<ClinicContext>|](_ => null!);")]
    [TestCase("services.[|AddSingleton|](typeof(ClinicContext), _ => null!);")]
    [TestCase("services.[|AddSingleton|](clinic);")]
    [TestCase("services.[|TryAddSingleton<DbContext, MyContext>|]();")]
    [TestCase("ServiceCollectionServiceExtensions.[|AddSingleton<MyContext>|](services);")]
    [TestCase("services.[|AddKeyedSingleton<ClinicContext>|](\"key\", (_, _) => null!);")]
    [TestCase("services.[|AddDbContext<MyContext>|]();")]
    [TestCase("services.[|AddDbContext<MyContext>|](options => { }, ServiceLifetime.Singleton);", Description = "once, for what is worst")]
    [TestCase("services.[|AddDbContextPool<MyContext>|](options => { });")]
    [TestCase("services.[|AddDbContextFactory<MyContext>|](options => { });")]
    [TestCase("services.[|AddPooledDbContextFactory<MyContext>|](options => { });")]
    [TestCase("services.[|AddSingleton<Cache>|]();")]
    [TestCase("services.[|AddSingleton<ICache, Cache>|]();")]
    [TestCase("services.[|AddSingleton|](typeof(ICache), typeof(Cache));")]
    [TestCase("services.[|AddHostedService<Nightly>|]();")]
    [TestCase("services.[|AddSingleton<ICache>|](provider => new Cache(provider.GetRequiredService<MyContext>()));")]
    [TestCase("services.[|AddSingleton|](provider => { var db = provider.GetService<MyContext>(); return new Cache(db!); });")]
    [TestCase("app.[|UseMiddleware<Middleware>|]();")]
    [TestCase("using var db = new [|MyContext|](new DbContextOptionsBuilder().Options);")]
    [TestCase("using MyContext db = [|new(new DbContextOptionsBuilder().Options)|];")]
    [TestCase("Func<ClinicContext> make = () => new [|MyContext|](new DbContextOptionsBuilder().Options);")]
    public void A_context_of_Archiet(string code) => TestBody(code);

    [TestCase("services.AddScoped<ICache, Cache>();")]
    [TestCase("services.AddTransient<Cache>();")]
    [TestCase("services.AddScoped(provider => new Cache(provider.GetRequiredService<MyContext>()));")]
    [TestCase("services.AddSingleton<Careful>();", Description = "a factory, not a context")]
    [TestCase("services.AddHostedService<CarefulNightly>();")]
    [TestCase("services.AddSingleton<Either>();", Description = "the container may take the other constructor")]
    [TestCase("services.AddSingleton<Func<Cache>>(provider => () => { using var scope = provider.CreateScope(); return new Cache(scope.ServiceProvider.GetRequiredService<MyContext>()); });")]
    [TestCase("services.AddDbContext<BlogContext>();")]
    [TestCase("services.AddDbContextPool<BlogContext>(options => { });")]
    [TestCase("services.AddPooledDbContextFactory<BlogContext>(options => { });")]
    [TestCase("services.AddSingleton<BlogContext>(); services.AddSingleton(blog);")]
    [TestCase("services.AddSingleton(TimeProvider.System); services.AddSingleton<object>(_ => new object());")]
    [TestCase("using var db = new BlogContext();")]
    [TestCase("using var db = factory.Create(Guid.NewGuid());")]
    [TestCase("var db = services.BuildServiceProvider().GetRequiredService<MyContext>();")]
    [TestCase("app.UseMiddleware<CarefulMiddleware>();")]
    [TestCase("var local = clinic; Func<int> count = () => local.Patients.Count(); count();")]
    public void What_lives_no_longer_than_its_work_or_is_nobodys(string code) => TestBody(code);

    [Test]
    public void Static_members() => Contexts.Test(new Arc1007ContextLifetime(), Id, """
        class Code
        {
            private static ClinicContext [|field|] = null!;
            public static ClinicContext? [|Property|] { get; set; }
            static readonly Lazy<ClinicContext> [|Lazily|] = new(() => null!);
            [ThreadStatic] static ClinicContext? [|perThread|];
            static readonly ThreadLocal<ClinicContext?> [|Local|] = new();
            static class Inner { internal static ClinicContext [|Kept|] { get; } = null!; }
            static class Generic<T> where T : ClinicContext { internal static T? [|Kept|]; }

            static ClinicContext Current => Find()!;
            static ClinicContext? Find() => null;
            static readonly Func<ClinicContext> Make = () => null!;
            static readonly Func<ClinicContext, int> Count = EF.CompileQuery((ClinicContext it) => it.Patients.Count());
            static BlogContext blog = null!;
            static readonly AsyncLocal<ClinicContext?> Flow = new();
            static DbContext any = null!;
            private ClinicContext kept = null!;
            public ClinicContext? Kept { get; set; }
            [CrossTenant(because: "the console of the operators, one process for each tenant")]
            static class Console { internal static ClinicContext? Context; }

            object All() => (field, perThread, blog, any, kept, Lazily, Local, Make, Count, Flow);
        }
        """).Verify();

    [TestCase("services.[|AddDbContextPool<InvoicesContext>|](options => { });")]
    [TestCase("services.[|AddPooledDbContextFactory<InvoicesContext>|](options => { });")]
    [TestCase("services.[|AddDbContext<InvoicesContext>|](options => { }, ServiceLifetime.Singleton);")]
    [TestCase("services.[|AddDbContext<InvoicesContext>|](optionsAction: it => { }, contextLifetime: ServiceLifetime.Singleton);")]
    [TestCase("services.[|AddSingleton<InvoicesContext>|]();")]
    [TestCase("services.AddDbContext<InvoicesContext>(options => { });")]
    [TestCase("services.AddDbContextFactory<InvoicesContext>(options => { });")]
    [TestCase("services.AddPooledDbContextFactory<InvoicesContext>(options => { }); services.AddScoped(it => { var db = it.GetRequiredService<IDbContextFactory<InvoicesContext>>().CreateDbContext(); db.Tenant = Guid.Parse(name); return db; });")]
    [TestCase("services.AddDbContextPool<CountriesContext>(options => { });")]
    [TestCase("using var db = new InvoicesContext { Tenant = Guid.NewGuid() };", Description = "it knows its tenant as its makers want")]
    public void A_context_of_others(string code) => MarkedContexts.TestBody(new Arc1007ContextLifetime(), Id, "var services = new ServiceCollection();" + code).WithSource("global using Microsoft.Extensions.DependencyInjection;", "Usings.cs").Verify();

    private static void TestBody(string markup) => Contexts.Test(new Arc1007ContextLifetime(), Id, $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Hosting;

        class Code(ClinicContext clinic, BlogContext blog, ITenantContextFactory<MyContext> factory)
        {
            public void Run(IServiceCollection services, WebApplication app) { {{markup}} }

            public object All => (clinic, blog, factory);
        }

        class MyContext(DbContextOptions options) : ClinicContext(options);

        interface ICache;
        class Cache(ClinicContext clinic) : ICache { public object It => clinic; }
        class Careful(ITenantContextFactory<MyContext> factory, Func<ClinicContext> make) { public object It => (factory, make); }
        class Either { public Either(ClinicContext clinic) { } public Either() { } }
        class Nightly(MyContext db) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => db.SaveChangesAsync(stop); }
        class CarefulNightly(ITenantContextFactory<MyContext> all) : BackgroundService { protected override Task ExecuteAsync(CancellationToken stop) => all.Create(Guid.NewGuid()).SaveChangesAsync(stop); }
        class Middleware(RequestDelegate next, ClinicContext clinic) { public Task InvokeAsync(HttpContext http) { _ = clinic; return next(http); } }
        class CarefulMiddleware(RequestDelegate next) { public Task InvokeAsync(HttpContext http, ClinicContext clinic) { _ = clinic; return next(http); } }
        """).Verify();
}
