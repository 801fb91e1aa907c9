using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1012WorkWithoutTenantFixTests
{
    private const string Id = "ARC1012";

    private static readonly Arc1012WorkWithoutTenantFix Fix = new();

    [TestCase("_ = clinic.[|SaveChangesAsync|]();", "await clinic.SaveChangesAsync();")]
    [TestCase("_ = Task.[|Run|](() => clinic.Patients.Count());", "await Task.Run(() => clinic.Patients.Count());")]
    [TestCase("Task.[|Run|](async () => await clinic.SaveChangesAsync());", "await Task.Run(async () => await clinic.SaveChangesAsync());")]
    [TestCase("void Start() { _ = clinic.[|SaveChangesAsync|](); } Start();", "void Start() { _ = clinic.[|SaveChangesAsync|](); } Start();", Description = "no asynchronous function")]
    [TestCase("[|new Thread(() => clinic.Patients.Count())|].Start();", "[|new Thread(() => clinic.Patients.Count())|].Start();")]
    public void It_is_waited_for(string code, string expected) => Contexts.TestBody(new Arc1012WorkWithoutTenant(), Id, code).VerifyFix(Fix, Contexts.Body(expected));

    [Test]
    public void All_at_once() => Contexts.TestBody(new Arc1012WorkWithoutTenant(), Id, """
        _ = clinic.[|SaveChangesAsync|]();
                Task.[|Run|](() => clinic.Patients.CountAsync());
        """).VerifyFixAll(Fix, Contexts.Body("""
        await clinic.SaveChangesAsync();
                await Task.Run(() => clinic.Patients.CountAsync());
        """));
}
