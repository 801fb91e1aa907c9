using Archiet.Analyzers.Tenancy;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

/// <summary>Code that works across tenants and the capabilities that name it, held to each other.</summary>
public sealed class Arc1015CrossTenantUnnamedTests
{
    private const string Emitted = "static class Emitted { public static void MapArchiet() { } }";

    [TestCase("""class Billing { [[|CrossTenant(because: "bill")|]] int CountAll() => 0; }""")]
    [TestCase("""class Billing { [[|CrossTenant("bill")|]] int CountAll => 0; }""")]
    [TestCase("""[[|Archiet.CrossTenantAttribute("bill")|]] class Billing;""")]
    [TestCase("""class Billing { [[|CrossTenant("bill")|]] Billing() { } }""")]
    [TestCase("""class Billing { void Run() { var f = [[|CrossTenant("bill")|]] () => 1; f(); } }""")]
    [TestCase("""class Billing { void Run() { [[|CrossTenant("bill")|]] int F() => 1; F(); } }""")]
    public void A_use_that_no_capability_names_is_found(string source) => Test(source, "", "a: [read]").Verify();

    [TestCase("CountAll", "namespace Shop; class MyBilling { [[|CrossTenant(\"bill\")|]] int NoCountAll() => 0; }", Description = "ends in the same letters")]
    [TestCase("Billing.CountAll", "namespace Shop; class MyBilling { [[|CrossTenant(\"bill\")|]] int CountAll() => 0; }")]
    [TestCase("Billing", "class Billing { [[|CrossTenant(\"bill\")|]] int CountAll() => 0; }", Description = "the type, and not its member")]
    [TestCase("Other.Billing.CountAll", "namespace Shop; class Billing { [[|CrossTenant(\"bill\")|]] int CountAll() => 0; }")]
    public void A_name_that_nobody_has_is_found_where_the_genome_has_it(string name, string source) =>
        Test(source, Named(name), $"x: {name}\n  crossTenant: [[|{name}|]]").Verify();

    [TestCase("Billing.CountAll", """class Billing { [CrossTenant("bill")] int CountAll() => 0; }""")]
    [TestCase("CountAll", """class Billing { [CrossTenant("bill")] int CountAll() => 0; }""")]
    [TestCase("Shop.Billing.CountAll", """namespace Shop { class Billing { [CrossTenant("bill")] int CountAll<T>(T a) => 0; } }""")]
    [TestCase("Billing.CountAll", """namespace Shop; class Billing<T> { [CrossTenant("bill")] int CountAll => 0; }""")]
    [TestCase("Billing", """namespace Shop; [CrossTenant("bill")] class Billing;""")]
    [TestCase("Billing.Billing", """class Billing { [CrossTenant("bill")] Billing() { } }""")]
    [TestCase("Billing.Run", """class Billing { void Run() { [CrossTenant("bill")] int F() => 1; var g = [CrossTenant("bill")] () => 1; F(); g(); } }""")]
    [TestCase("Program", """var f = [CrossTenant("bill")] () => 1; f();""")]
    public void A_use_that_is_named_is_fine(string name, string source) => Test(source, Named(name), $"crossTenant: [{name}]").Verify();

    [TestCase("class Billing { int CountAll() => 0; }")]
    [TestCase("""class CrossTenantAttribute(string because) : Attribute { public string Because => because; } class Billing { [global::CrossTenant("another's")] int A() => 0; }""")]
    [TestCase("""class Billing { [Obsolete("CrossTenant")] int A() => 0; }""")]
    public void Other_code_is_fine(string source) => Test(source, "", "a: [read]").Verify();

    [Test]
    public void Without_a_genome_the_reason_is_enough() =>
        new AnalyzerTest(new Arc1015CrossTenantUnnamed()).WithSource(Emitted, "Emitted.cs").WithSource("""class Billing { [Archiet.CrossTenant("bill")] int CountAll() => 0; }""").Verify();

    [Test]
    public void A_genome_that_gave_nothing_has_errors_of_its_own() =>
        new AnalyzerTest(new Arc1015CrossTenantUnnamed()).WithFile("a.genome.yaml", "").WithSource("""class Billing { [Archiet.CrossTenant("bill")] int CountAll() => 0; }""").Verify();

    private static AnalyzerTest Test(string source, string named, string genome) => new AnalyzerTest(new Arc1015CrossTenantUnnamed())
        .WithDefaultId("ARC1015").WithFile("clinic.genome.yaml", genome)
        .WithSource(named + Emitted, "Emitted.cs").WithSource("global using Archiet;", "Usings.cs").WithSource(source);

    private static string Named(string name) => $"[assembly: Archiet.CrossTenantCapability(\"bill\", \"{name}\")]\n";
}
