using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1009CrossTenantReasonTests
{
    [TestCase("[CrossTenant({|ARC1009:\"\"|})]")]
    [TestCase("[CrossTenant(because: {|ARC1009:\"  \"|})]")]
    [TestCase("[CrossTenantAttribute({|ARC1009:null!|})]")]
    [TestCase("[Archiet.CrossTenant({|ARC1009:None|})]")]
    [TestCase("[global::Archiet.CrossTenant({|ARC1009:\"\" + \" \"|})]")]
    public void An_empty_reason_is_an_error_and_lifts_nothing(string attribute) => Test($$"""
        class Code(ClinicContext clinic)
        {
            private const string None = "\t";

            {{attribute}}
            public int Count() => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();

            public string Name => None;
        }
        """);

    [Test]
    public void On_lambdas_and_local_functions_too() => Test("""
        class Code
        {
            public void Run()
            {
                Func<ClinicContext, int> count = [CrossTenant({|ARC1009:""|})] (clinic) => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();
                Count(null!);

                [CrossTenant({|ARC1009:""|})]
                int Count(ClinicContext clinic) => count(clinic);
            }
        }
        """);

    [Test]
    public void Under_another_name_it_still_lifts_nothing() => Test("""
        using Why = Archiet.CrossTenantAttribute;

        class Code(ClinicContext clinic)
        {
            [Why("")]
            public int Count() => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();
        }
        """);

    [Test]
    public void A_reason_lifts_the_rules_inside_the_member_and_nowhere_else() => Test("""
        class Code(ClinicContext clinic)
        {
            [CrossTenant("the monthly bill counts every tenant's patients")]
            public int Count()
            {
                clinic.Database.ExecuteSqlRaw("ANALYZE");
                Func<int> lambda = () => clinic.Patients.IgnoreQueryFilters().Count();
                return lambda() + Local();

                int Local() => clinic.Patients.IgnoreQueryFilters().Count();
            }

            [CrossTenant(because: "shown to the operator")]
            public int Total => clinic.Patients.IgnoreQueryFilters().Count();

            public int Other => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();

            public int Accessor
            {
                [CrossTenant("shown to the operator")] get => clinic.Patients.IgnoreQueryFilters().Count();
                set => clinic.Database.{|ARC1002:ExecuteSqlRaw|}("ANALYZE");
            }
        }
        """);

    [Test]
    public void On_a_type_it_covers_what_is_nested_but_not_what_derives() => Test("""
        [CrossTenant("the operator's own tools")]
        class Tools(ClinicContext clinic)
        {
            private readonly IQueryable<Patient> all = clinic.Patients.IgnoreQueryFilters();

            public virtual int Count() => all.Count();

            class Nested
            {
                public int Count(ClinicContext clinic) => clinic.Patients.IgnoreQueryFilters().Count();
            }
        }

        class Derived(ClinicContext clinic) : Tools(clinic)
        {
            public override int Count() => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();
        }
        """);

    [Test]
    public void On_a_lambda_or_local_function_it_covers_that_alone() => Test("""
        class Code(ClinicContext clinic)
        {
            public int Run()
            {
                Func<int> lifted = [CrossTenant("the operator's count")] () => clinic.Patients.IgnoreQueryFilters().Count();
                Func<int> plain = () => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();
                return lifted() + plain() + Local();

                [CrossTenant("the operator's count")]
                int Local() => new Func<int>(() => clinic.Patients.IgnoreQueryFilters().Count())();
            }
        }
        """);

    [Test]
    public void Somebody_elses_attribute_of_that_name_lifts_nothing_and_needs_no_reason() => Test("""
        namespace Elsewhere
        {
            [AttributeUsage(AttributeTargets.All)]
            class CrossTenantAttribute(string because) : Attribute { public string Because => because; }

            class Code(ClinicContext clinic)
            {
                [CrossTenant("")]
                public int Count() => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count();
            }
        }
        """);

    [Test]
    public void No_pragma_switches_the_rules_off() => Test("""
        #pragma warning disable
        #pragma warning disable ARC1001, ARC1002, ARC1009
        class Code(ClinicContext clinic)
        {
            [CrossTenant({|ARC1009:""|})]
            public int Count() => clinic.Patients.{|ARC1001:IgnoreQueryFilters|}().Count() + clinic.Database.{|ARC1002:ExecuteSqlRaw|}("ANALYZE");
        }
        """);

    private static void Test(string markup) => new Archiet.Testing.Analyzers.AnalyzerTest(new Arc1001TenantFilterOff(), new Arc1002RawSql(), new Arc1009CrossTenantReason())
        .WithSource(Contexts.Source, "Contexts.cs").WithSource(markup).Verify();
}
