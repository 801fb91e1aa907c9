using Archiet.Analyzers.Tenancy;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1007ContextLifetimeFixTests
{
    private static readonly Arc1007ContextLifetimeFix Fix = new();

    [TestCase("services.[|AddDbContextPool<InvoicesContext>|](it => { }, 64);", "services.AddDbContext<InvoicesContext>(it => { });")]
    [TestCase("services.[|AddDbContextPool<InvoicesContext>|](poolSize: 64, optionsAction: it => { });", "services.AddDbContext<InvoicesContext>(optionsAction: it => { });")]
    [TestCase("services.[|AddPooledDbContextFactory<InvoicesContext>|](it => { });", "services.AddDbContextFactory<InvoicesContext>(it => { });")]
    [TestCase("services.[|AddSingleton<InvoicesContext>|]();", "services.[|AddSingleton<InvoicesContext>|]();")]
    public void Without_a_pool(string code, string expected) => Test(code).VerifyFix(Fix, Text(expected));

    [Test]
    public void All_at_once() => Test("services.[|AddDbContextPool<InvoicesContext>|](it => { }); services.[|AddDbContextPool<LedgerContext>|](it => { });")
        .VerifyFixAll(Fix, Text("services.AddDbContext<InvoicesContext>(it => { }); services.AddDbContext<LedgerContext>(it => { });"));

    private static AnalyzerTest Test(string code) => MarkedContexts.Test(new Arc1007ContextLifetime(), "ARC1007", Text(code));

    private static string Text(string code) =>
        "using Microsoft.Extensions.DependencyInjection;\nclass Code { void Add(IServiceCollection services) { " + code + " } }";
}
