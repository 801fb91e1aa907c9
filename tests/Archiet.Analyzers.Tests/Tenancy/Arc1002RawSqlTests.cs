using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1002RawSqlTests
{
    private const string Id = "ARC1002";

    [TestCase("clinic.Patients.[|FromSql|]($\"SELECT * FROM patients WHERE name = {name}\").ToList();")]
    [TestCase("clinic.Patients.[|FromSqlRaw|](\"SELECT * FROM patients\").ToList();")]
    [TestCase("clinic.Patients.[|FromSqlInterpolated|]($\"SELECT * FROM patients\").ToList();")]
    [TestCase("clinic.Set<Patient>().[|FromSqlRaw|](\"SELECT * FROM patients WHERE name = {0}\", name).ToList();")]
    [TestCase("RelationalQueryableExtensions.[|FromSqlRaw|](clinic.Patients, \"SELECT 1\").ToList();")]
    [TestCase("clinic.Visits.Where(it => clinic.Patients.[|FromSqlRaw|](\"SELECT 1\").Any()).ToList();")]
    [TestCase("clinic.Database.[|SqlQuery<int>|]($\"SELECT 1\").ToList();")]
    [TestCase("clinic.Database.[|SqlQueryRaw<int>|](\"SELECT 1\").ToList();")]
    [TestCase("clinic.Database.[|ExecuteSql|]($\"DELETE FROM patients\");")]
    [TestCase("clinic.Database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    [TestCase("clinic.Database.[|ExecuteSqlInterpolated|]($\"DELETE FROM patients\");")]
    [TestCase("await clinic.Database.[|ExecuteSqlAsync|]($\"DELETE FROM patients\");")]
    [TestCase("await clinic.Database.[|ExecuteSqlRawAsync|](\"DELETE FROM patients\");")]
    [TestCase("await clinic.Database.[|ExecuteSqlInterpolatedAsync|]($\"DELETE FROM patients\");")]
    [TestCase("using var command = clinic.Database.[|GetDbConnection|]().CreateCommand(); command.CommandText = \"SELECT 1\";")]
    [TestCase("using var command = new Npgsql.NpgsqlCommand(\"SELECT 1\", (Npgsql.NpgsqlConnection)clinic.Database.[|GetDbConnection|]());")]
    [TestCase("clinic?.Database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    [TestCase("var database = clinic.Database; database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    [TestCase("var database = blog.Database; database = clinic.Database; database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    [TestCase("Func<System.Data.Common.DbConnection> open = clinic.Database.[|GetDbConnection|]; open();")]
    [TestCase("any.Database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    [TestCase("(name == \"\" ? blog : any).Database.[|ExecuteSqlRaw|](\"DELETE FROM patients\");")]
    public void A_way_past_the_filter(string code) => TestBody(code);

    [TestCase("blog.Posts.FromSqlRaw(\"SELECT * FROM posts\").ToList();")]
    [TestCase("blog.Database.ExecuteSqlRaw(\"DELETE FROM posts\");")]
    [TestCase("using var command = blog.Database.GetDbConnection().CreateCommand();")]
    [TestCase("var database = blog.Database; database.SqlQueryRaw<int>(\"SELECT 1\").ToList();")]
    [TestCase("DbContext it = blog; it.Database.ExecuteSqlRaw(\"DELETE FROM posts\");")]
    public void Another_context_is_its_owners_business(string code) => TestBody(code);

    [TestCase("clinic.Patients.Where(it => it.Name == name).ToList();")]
    [TestCase("clinic.Patients.ExecuteUpdate(set => set.SetProperty(it => it.Name, name));")]
    [TestCase("clinic.Database.BeginTransaction().Commit();")]
    [TestCase("clinic.Database.SetCommandTimeout(30);")]
    [TestCase("_ = clinic.Database.IsRelational();")]
    [TestCase("using var command = new Npgsql.NpgsqlCommand(\"SELECT 1\");")]
    [TestCase("_ = nameof(RelationalQueryableExtensions.FromSqlRaw);")]
    public void What_stays_within_the_filter_or_never_touches_the_context(string code) => TestBody(code);

    [Test]
    public void Inside_the_context_itself() => Contexts.Test(new Arc1002RawSql(), Id, """
        public abstract class MyContext(DbContextOptions options) : ClinicContext(options)
        {
            public void Clear() => Database.[|ExecuteSqlRaw|]("DELETE FROM patients");

            public void Clear(Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database) => database.[|ExecuteSqlRaw|]("DELETE FROM patients");

            [CrossTenant(because: "nightly clean-up of rows that no tenant owns any more")]
            public void Purge() => Database.ExecuteSqlRaw("DELETE FROM patients");
        }
        """).Verify();

    [Test]
    public void Through_parameters_and_methods_of_the_project() => Contexts.Test(new Arc1002RawSql(), Id, """
        using Microsoft.EntityFrameworkCore.Infrastructure;

        public class Service(ClinicContext clinic, BlogContext blog)
        {
            public void Run()
            {
                Blog(blog.Database);
                Mixed(blog.Database);
                Mixed(clinic.Database);
                Any(blog);
                AnyTenant(clinic);
            }

            private static int Blog(DatabaseFacade database) => database.ExecuteSqlRaw("DELETE FROM posts");
            private static int Mixed(DatabaseFacade database) => database.[|ExecuteSqlRaw|]("DELETE FROM posts");
            private static int Any(DbContext context) => context.Database.ExecuteSqlRaw("DELETE FROM posts");
            private static int AnyTenant(DbContext context) => context.Database.[|ExecuteSqlRaw|]("DELETE FROM posts");
            public int Open(DbContext context) => context.Database.[|ExecuteSqlRaw|]("DELETE FROM posts");
        }
        """).Verify();

    [TestCase("invoices.Invoices.[|FromSqlRaw|](\"SELECT * FROM invoices\").ToList();")]
    [TestCase("invoices.Database.[|ExecuteSqlRaw|](\"DELETE FROM invoices\");")]
    [TestCase("using var command = ledger.Database.[|GetDbConnection|]().CreateCommand();")]
    [TestCase("any.Set<Ledger>().[|FromSqlRaw|](\"SELECT * FROM invoices\").ToList();")]
    [TestCase("invoices.Countries.FromSqlRaw(\"SELECT * FROM countries\").ToList();", Description = "nobody's rows")]
    [TestCase("countries.Database.ExecuteSqlRaw(\"DELETE FROM countries\");")]
    [TestCase("orders.Database.ExecuteSqlRaw(\"DELETE FROM orders\");")]
    public void A_context_of_others(string code) => MarkedContexts.TestBody(new Arc1002RawSql(), Id, code).Verify();

    private static void TestBody(string markup) => Contexts.TestBody(new Arc1002RawSql(), Id, markup).Verify();
}
