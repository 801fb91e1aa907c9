using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1001TenantFilterOffFixTests
{
    private static readonly Arc1001TenantFilterOffFix Fix = new();

    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]().ToList();", "_ = clinic.Patients.ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([\"tenant\"]).ToList();", "_ = clinic.Patients.ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([\"tenant\", \"Soft\"]).ToList();", "_ = clinic.Patients.IgnoreQueryFilters([\"Soft\"]).ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([\"Soft\", EntityContext.TenantFilter]).ToList();", "_ = clinic.Patients.IgnoreQueryFilters([\"Soft\"]).ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|](new[] { \"a\", \"tenant\", \"b\" }).ToList();", "_ = clinic.Patients.IgnoreQueryFilters(new[] { \"a\", \"b\" }).ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([\"tenant\", \"tenant\"]).ToList();", "_ = clinic.Patients.ToList();")]
    [TestCase("_ = clinic.Visits.Where(it => clinic.Patients.[|IgnoreQueryFilters|]().Any()).ToList();", "_ = clinic.Visits.Where(it => clinic.Patients.Any()).ToList();")]
    [TestCase(
        "_ = clinic.Patients\n            .[|IgnoreQueryFilters|]() // all of them\n            .ToList();",
        "_ = clinic.Patients // all of them\n            .ToList();")]
    public void The_filter_comes_back(string code, string expected) =>
        Contexts.TestBody(new Arc1001TenantFilterOff(), "ARC1001", code).VerifyFix(Fix, Contexts.Body(expected));

    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([name]).ToList();", Description = "the names are not known")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([\"tenant\", name]).ToList();", Description = "nor all of them")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]([.. new[] { \"tenant\" }]).ToList();")]
    [TestCase("_ = clinic?.Patients?.[|IgnoreQueryFilters|]().ToList();", Description = "nothing to leave standing")]
    [TestCase("var all = clinic.Patients.[|IgnoreQueryFilters|](); all = all.Where(it => it.Name == name);", Description = "a set is no variable for a query")]
    public void No_fix_is_offered_that_would_not_compile_or_not_be_known_to_be_right(string code) =>
        Contexts.TestBody(new Arc1001TenantFilterOff(), "ARC1001", code).VerifyFix(Fix, Contexts.Body(code));

    [Test]
    public void All_at_once() => Contexts.TestBody(
        new Arc1001TenantFilterOff(),
        "ARC1001",
        "_ = clinic.Patients.[|IgnoreQueryFilters|]().Count() + clinic.Visits.[|IgnoreQueryFilters|]([\"tenant\", \"Soft\"]).Count();")
        .VerifyFixAll(Fix, Contexts.Body("_ = clinic.Patients.Count() + clinic.Visits.IgnoreQueryFilters([\"Soft\"]).Count();"));
}
