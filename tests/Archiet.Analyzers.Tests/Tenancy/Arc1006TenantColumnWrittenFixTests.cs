using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1006TenantColumnWrittenFixTests
{
    private static readonly Arc1006TenantColumnWrittenFix Fix = new();

    [TestCase(
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.PatientId, Guid.Empty).SetProperty([|it => it.TenantId|], Guid.Empty));",
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.PatientId, Guid.Empty));")]
    [TestCase(
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], Guid.Empty).SetProperty(it => it.PatientId, Guid.Empty));",
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty(it => it.PatientId, Guid.Empty));")]
    [TestCase("var row = clinic.Visits.First();\n        [|clinic.Entry(row).Property(\"TenantId\").CurrentValue|] = Guid.Empty;", "var row = clinic.Visits.First();")]
    [TestCase(
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], Guid.Empty));",
        "clinic.Visits.ExecuteUpdate(set => set.SetProperty([|it => it.TenantId|], Guid.Empty));",
        Description = "an update of nothing is none")]
    public void The_context_does_it(string code, string expected) =>
        Contexts.TestBody(new Arc1006TenantColumnWritten(), "ARC1006", code).VerifyFix(Fix, Contexts.Body(expected));

    [Test]
    public void Nothing_is_offered_where_nobody_may_do_it() => MarkedContexts.Test(new Arc1006TenantColumnWritten(), "ARC1006", "class Code { object Make(Guid it) => new Invoice { [|TenantId|] = it }; }")
        .VerifyFix(Fix, "class Code { object Make(Guid it) => new Invoice { [|TenantId|] = it }; }");

    [Test]
    public void All_at_once() => Contexts.Test(new Arc1006TenantColumnWritten(), "ARC1006", """
        namespace App;

        public partial class Patient
        {
            public static Patient[] Of(Guid it) => [new() { [|TenantId|] = it, Name = "" }, new() { Name = "", [|TenantId|] = it }];
        }
        """).VerifyFixAll(Fix, """
        namespace App;

        public partial class Patient
        {
            public static Patient[] Of(Guid it) => [new() { Name = "" }, new() { Name = "" }];
        }
        """);
}
