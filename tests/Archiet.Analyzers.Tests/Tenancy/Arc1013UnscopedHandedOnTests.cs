using Archiet.Analyzers.Tenancy;
using Archiet.Testing;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1013UnscopedHandedOnTests
{
    private const string Id = "ARC1013";
    private const string Says = "[CrossTenant(because: \"the operators count for all\")]";

    [TestCase("public IQueryable<Patient> All() => [|clinic.Patients.IgnoreQueryFilters()|];")]
    [TestCase("public IQueryable<Patient> All() { var all = clinic.Patients.IgnoreQueryFilters(); all = all.Where(it => it.Name != \"\"); return [|all|]; }")]
    [TestCase("public IQueryable<Patient> All => [|clinic.Patients.IgnoreQueryFilters([\"tenant\"])|];")]
    [TestCase("public IEnumerable<Patient> All() => [|clinic.Patients.IgnoreQueryFilters().AsEnumerable()|];")]
    [TestCase("public IAsyncEnumerable<Patient> All() => [|clinic.Patients.IgnoreQueryFilters().AsAsyncEnumerable()|];")]
    [TestCase("public IQueryable<string> All() => [|from it in clinic.Patients.IgnoreQueryFilters() select it.Name|];")]
    [TestCase("public IQueryable<Patient> All(bool off) => [|off ? clinic.Patients.IgnoreQueryFilters() : clinic.Patients|];")]
    [TestCase("public IQueryable<Patient> All() => [|clinic.Patients.FromSqlRaw(\"SELECT 1\")|];")]
    [TestCase("public IQueryable<int> All() => [|clinic.Database.SqlQueryRaw<int>(\"SELECT 1\")|];")]
    [TestCase("public System.Data.Common.DbConnection Open() => [|clinic.Database.GetDbConnection()|];")]
    [TestCase("public System.Data.Common.DbCommand Open() => [|clinic.Database.GetDbConnection().CreateCommand()|];")]
    [TestCase("public Npgsql.NpgsqlConnection Open() => [|new(\"\")|];")]
    [TestCase("public Func<IQueryable<Patient>> All() => [|() => clinic.Patients.IgnoreQueryFilters()|];")]
    [TestCase("public void Keep() => kept = [|clinic.Patients.IgnoreQueryFilters()|];")]
    [TestCase("public void Keep() => Kept = [|clinic.Patients.IgnoreQueryFilters()|];")]
    [TestCase("public void Keep() => read = [|() => clinic.Patients.IgnoreQueryFilters()|];")]
    [TestCase("public void Hand() => Take([|clinic.Patients.IgnoreQueryFilters()|]);")]
    [TestCase("public void Hand() { var all = clinic.Patients.IgnoreQueryFilters(); Take([|all|]); }")]
    [TestCase("public object Hand() => new Taker([|clinic.Patients.IgnoreQueryFilters()|]);")]
    [TestCase("public void Hand() => Command([|clinic.Database.GetDbConnection()|]);")]
    [TestCase("internal IQueryable<Patient> Unseen() => [|clinic.Patients.IgnoreQueryFilters()|]; public int Uses() => Unseen().Count();")]
    [TestCase("private IQueryable<Patient> Unseen() => [|clinic.Patients.IgnoreQueryFilters()|]; public Func<IQueryable<Patient>> Uses() => Unseen;")]
    public void What_leaves_the_member_that_says_why(string member) => Test(member);

    [TestCase("public List<Patient> All() => clinic.Patients.IgnoreQueryFilters().ToList();")]
    [TestCase("public async Task<List<Patient>> All() => await clinic.Patients.IgnoreQueryFilters().ToListAsync();")]
    [TestCase("public IEnumerable<Patient> All() => clinic.Patients.IgnoreQueryFilters().ToList();")]
    [TestCase("public int All() => clinic.Patients.IgnoreQueryFilters().Count();")]
    [TestCase("public IQueryable<Patient> All() => clinic.Patients.Where(it => it.Name != \"\");", Description = "within the filter")]
    [TestCase("public IQueryable<Patient> All() => clinic.Patients.IgnoreQueryFilters([\"deleted\"]);")]
    [TestCase("public IEnumerable<string> All() { foreach (var it in clinic.Patients.IgnoreQueryFilters()) { yield return it.Name; } }")]
    [TestCase("public int All() { IQueryable<Patient> Every() => clinic.Patients.IgnoreQueryFilters(); return Every().Count(); }")]
    [TestCase("public int All() => clinic.Visits.SelectMany(_ => clinic.Patients.IgnoreQueryFilters()).Count();")]
    [TestCase("public int All() => Retry(() => clinic.Patients.IgnoreQueryFilters().Count());", Description = "the lambda is part of the member")]
    [TestCase("public void Hand() => TakeSaying(clinic.Patients.IgnoreQueryFilters());")]
    [TestCase("public void Hand() => TakeList(clinic.Patients.IgnoreQueryFilters().ToList());")]
    [TestCase("private IQueryable<Patient> Unseen() => clinic.Patients.IgnoreQueryFilters();")]
    [TestCase("public void Hand() => Console.WriteLine(clinic.Patients.IgnoreQueryFilters().ToQueryString());")]
    [TestCase("public object Other() => blog.Posts.Where(it => it.Title != \"\");")]
    [TestCase("public void Keep() { var all = clinic.Patients.IgnoreQueryFilters(); _ = all.Count(); }")]
    [TestCase("public void Keep() => count = clinic.Patients.IgnoreQueryFilters().Count();")]
    [TestCase("public Func<int> Count() => () => clinic.Patients.IgnoreQueryFilters().Count();", Description = "the count leaves, as it does when it is returned")]
    public void What_is_read_within_it(string member) => Test(member);

    [Test]
    public void Where_a_whole_type_says_why() => Contexts.Test(new Arc1013UnscopedHandedOn(), Id, $$"""
        {{Says}}
        public class Reports(ClinicContext clinic)
        {
            private IQueryable<Patient> Every() => clinic.Patients.IgnoreQueryFilters();
            private readonly List<IQueryable<Patient>> all = [];
            private IQueryable<Patient>? kept;

            public void Keep() { kept = Every(); all.Add(kept); }
            public IQueryable<Patient> Leaves() => [|clinic.Patients.IgnoreQueryFilters()|];
            internal int Count() => Every().Count();
        }
        """).Verify();

    [Test]
    public void A_local_function_that_says_why() => Contexts.TestBody(new Arc1013UnscopedHandedOn(), Id, $$"""
        {{Says}} IQueryable<Patient> Every() => [|clinic.Patients.IgnoreQueryFilters()|];
        {{Says}} int Count() => Inner().Count();
        {{Says}} IQueryable<Patient> Inner() => clinic.Patients.IgnoreQueryFilters();
        _ = Every().Count() + Count();
        """).Verify();

    [TestCase("Bulk.Insert([|clinic|]);")]
    [TestCase("clinic.[|Bulk|]();", Description = "as an extension method")]
    [TestCase("Bulk.Insert<ClinicContext>([|clinic|]);")]
    [TestCase("Bulk.Page([|clinic.Patients|]);")]
    [TestCase("Bulk.Page([|clinic.Patients.Where(it => it.Name != name)|]);")]
    [TestCase("var rows = clinic.Patients.OrderBy(it => it.Name); Bulk.Page([|rows|]);")]
    [TestCase("_ = new Writer([|clinic|]);")]
    [TestCase("DbContext it = clinic; Bulk.Insert([|it|]);")]
    [TestCase("Bulk.Insert(blog);", Description = "another's context")]
    [TestCase("Bulk.Page(blog.Posts);")]
    [TestCase("Bulk.Page(clinic.Patients.ToList().AsQueryable());", Description = "rows, not a query of the context")]
    [TestCase("Bulk.Rows(clinic.Patients.ToList());")]
    [TestCase("Bulk.Rows(clinic.Patients);", Description = "rows one by one, within the filter")]
    [TestCase("Bulk.Any(clinic); Bulk.Any(clinic.Patients);", Description = "for a test's assertion")]
    [TestCase("_ = clinic.Patients.Where(it => it.Name == name).Include(it => it.Visits).ToList();")]
    [TestCase("[CrossTenant(because: \"the import owns the database for the night\")] void Import() => Bulk.Insert(clinic); Import();")]
    public void A_stranger_is_given_what_belongs_to_a_tenant(string code) =>
        Contexts.TestBody(new Arc1013UnscopedHandedOn(), Id, code.Replace("clinic.[|Bulk|]()", "[|clinic|].BulkAll()")).WithReferences([.. References.WebApp, Stranger("")]).Verify();

    [TestCase("[assembly: Archiet.TenancyChecked]", "")]
    [TestCase("", "[assembly: KeepsTenant(\"Stranger\", because: \"it adds OrderBy to the query\")]")]
    public void One_that_was_checked_or_is_vouched_for(string there, string here) => Contexts.Test(
        new Arc1013UnscopedHandedOn(), Id, here + Contexts.Body("Bulk.Insert(clinic); Bulk.Page(clinic.Patients);")).WithReferences([.. References.WebApp, Stranger(there)]).Verify();

    [Test]
    public void To_vouch_takes_a_reason() => Contexts.Test(
        new Arc1013UnscopedHandedOn(), Id, "[assembly: KeepsTenant(\"Stranger\", because: \" \")]\n" + Contexts.Body("Bulk.Insert([|clinic|]);")).WithReferences([.. References.WebApp, Stranger("")]).Verify();

    private static void Test(string member) => Contexts.Test(new Arc1013UnscopedHandedOn(), Id, $$"""
        public class Reports(ClinicContext clinic, BlogContext blog)
        {
            private IQueryable<Patient>? kept;
            private Func<IQueryable<Patient>>? read;
            private int count;
            private IQueryable<Patient>? Kept { get; set; }

            {{Says}}
            {{member}}

            private void Take(IQueryable<Patient> query) => _ = query.Count();
            private void TakeList(IEnumerable<Patient> query) => _ = query.Count();
            private static T Retry<T>(Func<T> work) => work();
            private void Command(System.Data.Common.DbConnection connection) => connection.Open();
            {{Says}} private void TakeSaying(IQueryable<Patient> query) => _ = query.Count();
            public object All_ => (clinic, blog, kept, read, count, Kept);
        }

        public class Taker(IQueryable<Patient> query) { public int Count => query.Count(); }
        """).Verify();

    private static PortableExecutableReference Stranger(string attributes)
    {
        var compilation = CSharpCompilation.Create("Stranger", [CSharpSyntaxTree.ParseText($$"""
            using System.Collections.Generic; using System.Linq; using Microsoft.EntityFrameworkCore;
            {{attributes}}
            public static class Bulk
            {
                public static void Insert(DbContext context) { }
                public static void Insert<T>(T context) where T : DbContext { }
                public static void BulkAll(this DbContext context) { }
                public static void Page<T>(IQueryable<T> query) { }
                public static void Rows<T>(IEnumerable<T> rows) { }
                public static void Any(object any) { }
            }
            public class Writer { public Writer(DbContext context) { } }
            """)], References.WebApp, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        Assert.That(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
