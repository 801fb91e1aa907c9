using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1014FoundAfterUnfilteredTests
{
    private const string Id = "ARC1014";
    private const string Says = "[CrossTenant(because: \"the operators count for all\")]";

    [TestCase("clinic.Patients.IgnoreQueryFilters().ToList();", "clinic.Patients.[|Find|](id);")]
    [TestCase("clinic.Patients.IgnoreQueryFilters().ToList();", "_ = clinic.Patients.[|FindAsync|](id);")]
    [TestCase("clinic.Patients.IgnoreQueryFilters().ToList();", "clinic.[|Find<Patient>|](id);")]
    [TestCase("clinic.Patients.IgnoreQueryFilters().ToList();", "_ = clinic.Patients.[|Local|].Count;")]
    [TestCase("clinic.Patients.IgnoreQueryFilters().ToList();", "_ = (from it in clinic.Patients.[|Local|] select it.Name).ToList();")]
    [TestCase("clinic.Visits.IgnoreQueryFilters().Load();", "clinic.Patients.[|Find|](id);", Description = "what is included by a fix-up is kept as well")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters([\"tenant\"]).First();", "clinic.Patients.[|Find|](id);")]
    [TestCase("foreach (var it in clinic.Patients.IgnoreQueryFilters()) { it.Name = \"\"; }", "clinic.Patients.[|Find|](id);")]
    [TestCase("foreach (var it in clinic.Patients.IgnoreQueryFilters().Where(it => it.Name == \"\")) { it.Name = \"x\"; }", "clinic.Patients.[|Find|](id);")]
    [TestCase("_ = clinic.Patients.Include(it => it.Visits).IgnoreQueryFilters().OrderBy(it => it.Name).ToList();", "clinic.Visits.[|Find|](id);")]
    [TestCase("_ = clinic.Set<Patient>().IgnoreQueryFilters().Single(it => it.Id == Guid.Empty);", "clinic.Set<Patient>().[|Find|](id);")]
    [TestCase("_ = (from it in clinic.Patients.IgnoreQueryFilters() where it.Name != \"\" select it).ToList();", "clinic.Patients.Where(it => it.Id == id).ToList(); clinic.Patients.[|Find|](id);")]
    [TestCase("_ = (from it in clinic.Patients.IgnoreQueryFilters() select it).ToList();", "clinic.Patients.[|Find|](id);")]
    [TestCase("_ = clinic.Visits.IgnoreQueryFilters().Select(it => it.Patient!).ToList();", "clinic.Patients.[|Find|](id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().Count();", "clinic.Patients.Find(id);", Description = "nothing is kept")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().Any(it => it.Name == \"\");", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().AsNoTracking().ToList();", "clinic.Patients.Find(id); _ = clinic.Patients.Local;")]
    [TestCase("_ = clinic.Patients.AsNoTracking().IgnoreQueryFilters().ToList();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.AsNoTrackingWithIdentityResolution().Where(it => it.Name == \"\").IgnoreQueryFilters().ToList();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().Select(it => it.Name).ToList();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().GroupBy(it => it.Name).Select(it => it.Count()).ToList();", "clinic.Patients.Find(id);")]
    [TestCase("clinic.Patients.IgnoreQueryFilters().ExecuteDelete();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters([\"deleted\"]).ToList();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().ToQueryString();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.ToList();", "clinic.Patients.Find(id);")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().ToList();", "clinic.Patients.FirstOrDefault(it => it.Id == id);", Description = "a query, and its filter")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().ToList();", "blog.Posts.Find(id); _ = blog.Posts.Local;")]
    [TestCase("_ = clinic.Patients.IgnoreQueryFilters().ToList();", "var list = new List<int>(); list.Find(it => it > 0);")]
    [TestCase("using var own = factory.Create(Guid.Empty); _ = own.Patients.IgnoreQueryFilters().ToList();", "clinic.Patients.Find(id);", Description = "a context of its own")]
    [TestCase("_ = blog.Posts.IgnoreQueryFilters().ToList();", "blog.Posts.Find(id);")]
    public void Of_a_context_that_the_members_of_a_class_share(string read, string find) => Contexts.Test(new Arc1014FoundAfterUnfiltered(), Id, $$"""
        public class Service(ClinicContext clinic, BlogContext blog, ITenantContextFactory<ClinicContext> factory)
        {
            {{Says}} public void Everything() { {{read}} }

            public void Run(Guid id) { {{find}} }

            public object All => (clinic, blog, factory);
        }
        """).Verify();

    [TestCase("Reports.Everything(db); db.Patients.[|Find|](id);")]
    [TestCase("Reports.Through(db); _ = db.Patients.[|Local|].Count;")]
    [TestCase("using var own = factory.Create(id); Reports.Everything(own); own.Patients.[|Find|](id);")]
    [TestCase("Reports.Everything(db); foreach (var visit in db.Visits) { _ = [|visit.Patient|]?.Name; }")]
    [TestCase("Reports.Everything(db); _ = db.Patients.First() is { } patient ? [|patient.Visits|].Count : 0;")]
    [TestCase("Reports.Everything(db); var visits = db.Visits.ToList(); _ = visits.Count(it => [|it.Patient|] is not null);")]
    [TestCase("db.Patients.Find(id); Reports.Everything(db);", Description = "before")]
    [TestCase("using var own = factory.Create(id); Reports.Everything(own); db.Patients.Find(id);", Description = "another context")]
    [TestCase("Reports.Count(db); db.Patients.Find(id);")]
    [TestCase("Reports.Everything(db); _ = db.Visits.Where(it => it.Patient!.Name == \"\").Select(it => it.Patient!.Name).ToList();", Description = "the database answers")]
    [TestCase("Reports.Everything(db); _ = db.Patients.First().Name;")]
    [TestCase("foreach (var visit in db.Visits) { _ = visit.Patient?.Name; }")]
    [TestCase("Reports.Everything(db); Again(); [CrossTenant(because: \"the operators count for all\")] void Again() => db.Patients.Find(id);")]
    public void Of_a_context_that_is_handed_on(string code) => Contexts.Test(new Arc1014FoundAfterUnfiltered(), Id, $$"""
        public static class Reports
        {
            {{Says}} public static void Everything(ClinicContext of) => of.Patients.IgnoreQueryFilters().Load();
            {{Says}} public static int Count(ClinicContext of) => of.Patients.IgnoreQueryFilters().Count();
            public static void Through(ClinicContext of) => Everything(of);
        }

        public class Service(ITenantContextFactory<ClinicContext> factory)
        {
            public void Run(ClinicContext db, Guid id) { {{code}} }

            public object All => factory;
        }
        """).Verify();

    [Test]
    public void Within_one_member_and_in_a_context_itself() => Contexts.Test(new Arc1014FoundAfterUnfiltered(), Id, $$"""
        public abstract class MyContext(DbContextOptions options) : ClinicContext(options)
        {
            {{Says}} public void Everything() => Patients.IgnoreQueryFilters().Load();
            public Patient? Get(Guid id) => Patients.[|Find|](id);
        }

        public class Service(ClinicContext first, ClinicContext second)
        {
            private readonly ClinicContext kept = second;

            public Patient? Get(Guid id)
            {
                {{Says}} void All() => first.Patients.IgnoreQueryFilters().Load();
                All();
                return first.Patients.[|Find|](id) ?? kept.Patients.Find(id);
            }
        }
        """).Verify();
}
