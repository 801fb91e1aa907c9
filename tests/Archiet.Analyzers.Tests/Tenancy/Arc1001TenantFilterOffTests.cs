using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1001TenantFilterOffTests
{
    private const string Id = "ARC1001";

    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("_ = clinic.Set<Patient>().AsNoTracking().Where(it => it.Name == name).[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("_ = EntityFrameworkQueryableExtensions.[|IgnoreQueryFilters|](clinic.Patients).ToList();")]
    [TestCase("_ = clinic.Patients.[|IgnoreQueryFilters<Patient>|]().ToList();")]
    [TestCase("_ = (from it in clinic.Patients.[|IgnoreQueryFilters|]() where it.Name == name select it).ToList();")]
    [TestCase("_ = (from it in clinic.Visits from other in clinic.Patients.[|IgnoreQueryFilters|]() select other).ToList();")]
    [TestCase("_ = clinic.Visits.Where(it => clinic.Patients.[|IgnoreQueryFilters|]().Any(other => other.Id == it.PatientId)).ToList();")]
    [TestCase("_ = clinic.Visits.Join(clinic.Patients.[|IgnoreQueryFilters|](), it => it.PatientId, it => it.Id, (it, other) => it).ToList();")]
    [TestCase("_ = clinic.Patients.Union(clinic.Patients.[|IgnoreQueryFilters|]()).ToList();")]
    [TestCase("_ = clinic.Patients.Where(it => it.Visits.AsQueryable().[|IgnoreQueryFilters|]().Any()).ToList();")]
    [TestCase("clinic.Patients.[|IgnoreQueryFilters|]().ExecuteDelete();")]
    [TestCase("clinic?.Patients.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("clinic?.Patients?.Where(it => it.Name == name)?.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("Func<IQueryable<Patient>, IQueryable<Patient>> off = EntityFrameworkQueryableExtensions.[|IgnoreQueryFilters|]; off(query);")]
    [TestCase("Func<IQueryable<Patient>> off = clinic.Patients.[|IgnoreQueryFilters|]; off();")]
    [TestCase("_ = EF.CompileQuery((ClinicContext it) => it.Patients.[|IgnoreQueryFilters|]().Count());")]
    [TestCase("IQueryable<Patient> Unseen() => clinic.Patients.[|IgnoreQueryFilters|](); Unseen();")]
    [TestCase("_ = new Lazy<int>(() => clinic.Patients.[|IgnoreQueryFilters|]().Count());")]
    [TestCase("_ = await clinic.Patients.[|IgnoreQueryFilters|]().FirstOrDefaultAsync();")]
    public void Every_filter_of_a_tenant_owned_query_goes(string code) => TestBody(code);

    [TestCase("query.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("any.Set<Patient>().[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("((DbContext)clinic).Set<Patient>().[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("var all = clinic.Patients.Where(it => it.Name == name); all.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("IQueryable<object> all = blog.Posts; if (name == \"\") { all = clinic.Patients; } all.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("IQueryable<object> all = name == \"\" ? blog.Posts : clinic.Patients; all.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("foreach (var each in new[] { query }) { each.[|IgnoreQueryFilters|]().ToList(); }")]
    [TestCase("if ((object)query is IQueryable<Patient> it) { it.[|IgnoreQueryFilters|]().ToList(); }")]
    [TestCase("DbContext either = blog; either = clinic; either.Set<Patient>().[|IgnoreQueryFilters|]().ToList();")]
    public void A_query_whose_context_cannot_be_proven_to_be_another_counts_as_tenant_owned(string code) => TestBody(code);

    [TestCase("blog.Posts.IgnoreQueryFilters().ToList();")]
    [TestCase("blog.Set<Post>().Where(it => it.Id != default).IgnoreQueryFilters().ToList();")]
    [TestCase("var posts = blog.Posts.AsQueryable(); posts = posts.Where(it => it.Id != default); posts.IgnoreQueryFilters().ToList();")]
    [TestCase("blog.Posts.Where(it => it.Comments.AsQueryable().IgnoreQueryFilters().Any()).ToList();")]
    [TestCase("_ = (from it in blog.Posts from other in it.Comments.AsQueryable().IgnoreQueryFilters() select other).ToList();")]
    [TestCase("blog?.Posts?.IgnoreQueryFilters().ToList();")]
    [TestCase("DbContext it = blog; it.Set<Post>().IgnoreQueryFilters().ToList();")]
    [TestCase("((BlogContext)any).Posts.IgnoreQueryFilters().ToList();")]
    public void Another_context_is_its_owners_business(string code) => TestBody(code);

    [TestCase("[\"tenant\"]")]
    [TestCase("[EntityContext.TenantFilter]")]
    [TestCase("[ClinicContext.TenantFilter, \"SoftDelete\"]")]
    [TestCase("new[] { \"SoftDelete\", \"tenant\" }")]
    [TestCase("new List<string> { \"tenant\" }")]
    [TestCase("new HashSet<string>() { \"ten\" + \"ant\" }.ToList()")]
    [TestCase("[$\"{\"tenant\"}\"]")]
    [TestCase("[.. new[] { \"tenant\" }]")]
    [TestCase("[name]")]
    [TestCase("[name.ToLowerInvariant()]")]
    [TestCase("name.Split(',')")]
    public void Names_that_hold_the_tenant_filter_or_cannot_be_told(string keys) =>
        TestBody($"clinic.Patients.[|IgnoreQueryFilters|]({keys}).ToList();");

    [TestCase("[\"SoftDelete\"]")]
    [TestCase("[]")]
    [TestCase("[\"Tenant\"]")]
    [TestCase("[nameof(Visit), \"soft\" + \"delete\"]")]
    [TestCase("new[] { \"SoftDelete\" }")]
    [TestCase("new string[0]")]
    [TestCase("Array.Empty<string>()")]
    [TestCase("new List<string> { \"SoftDelete\", \"Archive\" }")]
    [TestCase("filterKeys: [\"SoftDelete\"]")]
    [TestCase("[.. new[] { \"SoftDelete\" }, \"Archive\"]")]
    public void Names_without_the_tenant_filter(string keys) => TestBody($"clinic.Patients.IgnoreQueryFilters({keys}).ToList();");

    [TestCase("string[] keys = [\"SoftDelete\"]; clinic.Patients.IgnoreQueryFilters(keys).ToList();")]
    [TestCase("var key = \"SoftDelete\"; clinic.Patients.IgnoreQueryFilters([key]).ToList();")]
    [TestCase("var keys = new List<string> { \"SoftDelete\" }; clinic.Patients.IgnoreQueryFilters(keys).ToList(); clinic.Visits.IgnoreQueryFilters(keys).ToList();")]
    [TestCase("var keys = new List<string> { \"SoftDelete\" }; keys.Add(name); clinic.Patients.[|IgnoreQueryFilters|](keys).ToList();")]
    [TestCase("string[] keys = [\"SoftDelete\"]; keys[0] = \"tenant\"; clinic.Patients.[|IgnoreQueryFilters|](keys).ToList();")]
    [TestCase("string[] keys = [\"SoftDelete\"]; keys = [\"tenant\"]; clinic.Patients.[|IgnoreQueryFilters|](keys).ToList();")]
    [TestCase("var key = \"SoftDelete\"; key = name; clinic.Patients.[|IgnoreQueryFilters|]([key]).ToList();")]
    [TestCase("var key = \"SoftDelete\"; key += name; clinic.Patients.[|IgnoreQueryFilters|]([key]).ToList();")]
    [TestCase("foreach (var key in new[] { \"tenant\" }) { clinic.Patients.[|IgnoreQueryFilters|]([key]).ToList(); }")]
    [TestCase("clinic.Patients.IgnoreQueryFilters([\"SoftDelete\"]).[|IgnoreQueryFilters|]([\"tenant\"]).ToList();")]
    public void A_variable_counts_as_what_it_provably_holds(string code) => TestBody(code);

    [TestCase("invoices.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("invoices.Set<Invoice>().[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("countries.Set<Invoice>().[|IgnoreQueryFilters|]().ToList();", Description = "the entity is marked, whatever sets the context shows")]
    [TestCase("ledger.Ledgers.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("any.Set<Ledger>().[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("invoices.Invoices.[|IgnoreQueryFilters|]([\"Tenant\"]).ToList();")]
    [TestCase("invoices.Invoices.[|IgnoreQueryFilters|]([\"SoftDelete\", \"MultiTenantFilter\"]).ToList();")]
    [TestCase("invoices.Countries.[|IgnoreQueryFilters|]().Where(it => invoices.Invoices.Any(other => other.Id == it.Id)).ToList();")]
    [TestCase("invoices.Invoices.Where(it => invoices.Countries.[|IgnoreQueryFilters|]().Any(other => other.Id == it.Id)).ToList();")]
    [TestCase("invoices.Invoices.IgnoreQueryFilters([\"SoftDelete\"]).ToList();")]
    [TestCase("invoices.Countries.IgnoreQueryFilters().ToList();", Description = "nobody's rows")]
    [TestCase("invoices.Set<Country>().IgnoreQueryFilters().Where(it => it.Id > 0).ToList();")]
    [TestCase("countries.Countries.IgnoreQueryFilters().ToList(); invoices.Invoices.ToList();")]
    [TestCase("orders.Orders.IgnoreQueryFilters().ToList();", Description = "its marker is named nowhere")]
    [TestCase("parcels.Parcels.IgnoreQueryFilters().ToList();")]
    public void Entities_of_others_that_are_marked(string code) => MarkedContexts.TestBody(new Arc1001TenantFilterOff(), Id, code).Verify();

    [TestCase("orders.Orders.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("parcels.Parcels.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("invoices.Invoices.[|IgnoreQueryFilters|]().ToList();")]
    [TestCase("countries.Countries.IgnoreQueryFilters().ToList();")]
    public void Markers_that_the_configuration_names(string code) => MarkedContexts.TestBody(new Arc1001TenantFilterOff(), Id, code)
        .WithOption("archiet_tenant_markers", "App.IHasCompany, App.MultiTenantAttribute;No.Such").Verify();

    [Test]
    public void Through_parameters_fields_and_methods_of_the_project() => Test("""
        public class Service(ClinicContext clinic, BlogContext blog)
        {
            private readonly IQueryable<Post> posts = blog.Posts.Where(it => it.Title != "");
            private IQueryable<object> either = blog.Posts;

            public void Run(IQueryable<Post> open)
            {
                Blog(blog.Posts);
                Blog(posts);
                Mixed(blog.Posts);
                Mixed(clinic.Patients);
                Taken(blog.Posts);
                Func<IQueryable<object>, int> taken = Taken;
                either = clinic.Patients;
                _ = posts.IgnoreQueryFilters().Count() + Posts().IgnoreQueryFilters().Count();
                _ = either.[|IgnoreQueryFilters|]().Count() + open.[|IgnoreQueryFilters|]().Count() + People().[|IgnoreQueryFilters|]().Count();
                IQueryable<Post> Local() => blog.Posts;
                _ = Local().IgnoreQueryFilters().Count() + taken(blog.Posts);
                Nested(blog);
                Never(null!);
            }

            private static int Blog(IQueryable<Post> query) => query.IgnoreQueryFilters().Count() + Again(query);
            private static int Again(IQueryable<Post> query) => query.IgnoreQueryFilters().Count();
            private static int Mixed(IQueryable<object> query) => query.[|IgnoreQueryFilters|]().Count();
            private static int Taken(IQueryable<object> query) => query.[|IgnoreQueryFilters|]().Count();
            private static int Never(IQueryable<object> query) => query.[|IgnoreQueryFilters|]().Count();
            private static int Nested(DbContext context) => context.Set<Post>().IgnoreQueryFilters().Count();
            public int Open(IQueryable<Post> query) => query.[|IgnoreQueryFilters|]().Count() + Open(blog.Posts);
            private IQueryable<Post> Posts() => blog.Posts;
            private IQueryable<object> People() => blog.Posts.Any() ? blog.Posts : clinic.Patients;
        }
        """);

    [Test]
    public void A_private_read_only_field_counts_as_what_it_provably_holds() => Test("""
        class Code(ClinicContext clinic)
        {
            private static readonly string[] Soft = ["SoftDelete"];
            private static readonly string[] Both = ["SoftDelete", EntityContext.TenantFilter];
            private static readonly string[] Changed = ["SoftDelete"];
            internal static readonly string[] Shared = ["SoftDelete"];

            public void Run()
            {
                Changed[0] = "tenant";
                clinic.Patients.IgnoreQueryFilters(Soft).ToList();
                clinic.Patients.IgnoreQueryFilters(Code.Soft).ToList();
                clinic.Patients.[|IgnoreQueryFilters|](Both).ToList();
                clinic.Patients.[|IgnoreQueryFilters|](Changed).ToList();
                clinic.Patients.[|IgnoreQueryFilters|](Shared).ToList();
            }
        }
        """);

    [Test]
    public void Wherever_code_can_stand() => Test("""
        public abstract partial class MyContext(DbContextOptions options) : ClinicContext(options)
        {
            public IQueryable<Patient> Everybody => Patients.[|IgnoreQueryFilters|]();

            public IQueryable<Patient> Found { get; } = EntityFrameworkQueryableExtensions.[|IgnoreQueryFilters|](((ClinicContext)null!).Patients);

            public static IQueryable<T> Bare<T>(IQueryable<T> query) where T : class => query.[|IgnoreQueryFilters|]();

            public static int Count<TContext>(TContext context) where TContext : ClinicContext => context.Patients.[|IgnoreQueryFilters|]().Count();

            public static int Posts<TContext>(TContext context) where TContext : BlogContext => context.Posts.IgnoreQueryFilters().Count();

            public override int SaveChanges() => Set<Patient>().[|IgnoreQueryFilters|]().Count();
        }

        public interface IClinic { IQueryable<Patient> Patients { get; } }

        public class Service(IClinic clinic, Func<ClinicContext> factory)
        {
            public int Count => clinic.Patients.[|IgnoreQueryFilters|]().Count() + factory().Visits.[|IgnoreQueryFilters|]().Count();
        }
        """);

    [Test]
    public void Top_level_statements() => Test("""
        ClinicContext clinic = null!;
        clinic.Patients.[|IgnoreQueryFilters|]().ToList();
        """);

    [Test]
    public void A_method_of_the_same_name_is_not_the_method() => Test("""
        static class Own
        {
            public static IQueryable<T> IgnoreQueryFilters<T>(this IQueryable<T> query, int times) => query.Take(times);

            public static int Count(ClinicContext clinic) => clinic.Patients.IgnoreQueryFilters(3).Count();
        }
        """);

    [Test]
    public void Generated_code_is_not_reported() => Contexts.Test(new Arc1001TenantFilterOff(), Id, "")
        .WithSource("class Emitted { int Count(ClinicContext clinic) => clinic.Patients.IgnoreQueryFilters().Count(); }", "Emitted.g.cs").Verify();

    [TestCase("", "IgnoreQueryFilters", Description = "it can meet no tenant's context")]
    [TestCase("[assembly: TenancyChecked]", "[|IgnoreQueryFilters|]", Description = "it answers for what other projects hand it")]
    [TestCase("public abstract class Somewhere(DbContextOptions options) : EntityContext(options);", "[|IgnoreQueryFilters|]")]
    [TestCase("public class Mine : ITenantOwned { public Guid TenantId => default; } public class Context : DbContext { public DbSet<Mine> All => Set<Mine>(); }", "[|IgnoreQueryFilters|]")]
    public void A_query_that_cannot_be_told_concerns_a_project_that_has_to_do_with_tenants(string code, string called) =>
        new Archiet.Testing.Analyzers.AnalyzerTest(new Arc1001TenantFilterOff()).WithDefaultId(Id).WithSource($$"""
            using Archiet;
            using Microsoft.EntityFrameworkCore;
            {{code}}
            public static class Queries
            {
                public static IQueryable<T> All<T>(IQueryable<T> query) where T : class => query.{{called}}();
                public static int Count(DbContext any) => any.Set<object>().{{called}}().Count();
            }
            """).Verify();

    [Test]
    public void A_project_without_Archiet_is_left_alone() => new Archiet.Testing.Analyzers.AnalyzerTest(new Arc1001TenantFilterOff())
        .WithReferences(Archiet.Testing.References.FrameworkOnly)
        .WithSource("static class Own { public static string IgnoreQueryFilters(this string query) => query; public static string Run() => \"\".IgnoreQueryFilters(); }")
        .Verify();

    [Test]
    public void The_message_says_what_is_certain()
    {
        var found = TestBody("clinic.Patients.[|IgnoreQueryFilters|]().ToList(); clinic.Patients.[|IgnoreQueryFilters|]([name]).ToList();");
        Assert.That(
            found.OrderBy(it => it.Location.SourceSpan.Start).Select(it => it.GetMessage(null).Split(',')[0]),
            Is.EqualTo(["'IgnoreQueryFilters' switches off the tenant filter", "'IgnoreQueryFilters' may switch off the tenant filter"]));
    }

    private static System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> TestBody(string markup) =>
        Contexts.TestBody(new Arc1001TenantFilterOff(), Id, markup).Verify();

    private static void Test(string markup) => Contexts.Test(new Arc1001TenantFilterOff(), Id, markup).Verify();
}
