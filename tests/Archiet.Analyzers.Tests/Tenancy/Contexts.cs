using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Tests.Tenancy;

/// <summary>The project around a tenancy test: a tenant-owned context, a context of somebody else's, and code that may have either.</summary>
internal static class Contexts
{
    /// <summary>The contexts.</summary>
    public const string Source = """
        global using Archiet;
        global using Microsoft.EntityFrameworkCore;
        global using App;

        namespace App;

        /// <summary>What the generator emits for each entity, once.</summary>
        public abstract class Emitted<TSelf> : IEntity<TSelf> where TSelf : Emitted<TSelf>
        {
            public Guid Id { get; set; }
            public Guid TenantId { get; private protected set; }
            static EntityTable IEntity<TSelf>.Table => null!;
            static TSelf IEntity<TSelf>.Blank(Guid id) => null!;
            static void IEntity<TSelf>.Write(RowWriter row) { }
            static void IEntity<TSelf>.Bind(TSelf it, Parameters values) { }
            static void IEntity<TSelf>.Validate(TSelf it, FieldSet known, Findings findings) { }
            static void IFields<TSelf>.Read(int field, ref FieldReader json, TSelf it) { }
        }

        public partial class Patient : Emitted<Patient> { public string Name { get; set; } = ""; public List<Visit> Visits { get; } = []; }

        public partial class Visit : Emitted<Visit> { public Guid PatientId { get; set; } public Patient? Patient { get; set; } }

        public class Post { public Guid Id { get; set; } public string Title { get; set; } = ""; public Guid TenantId { get; set; } public List<Comment> Comments { get; } = []; }

        public class Comment { public Guid Id { get; set; } }

        public abstract partial class ClinicContext(DbContextOptions options) : EntityContext(options)
        {
            public DbSet<Patient> Patients => Set<Patient>();

            public DbSet<Visit> Visits => Set<Visit>();
        }

        public class BlogContext : DbContext
        {
            public DbSet<Post> Posts => Set<Post>();
        }
        """;

    /// <summary>A test of code that stands by itself.</summary>
    public static AnalyzerTest Test(DiagnosticAnalyzer analyzer, string id, string markup) =>
        new AnalyzerTest(analyzer).WithDefaultId(id).WithSource(Source, "Contexts.cs").WithSource(markup);

    /// <summary>A test of statements in a method that has both contexts at hand.</summary>
    public static AnalyzerTest TestBody(DiagnosticAnalyzer analyzer, string id, string markup) => Test(analyzer, id, Body(markup));

    /// <summary>The file around such statements.</summary>
    public static string Body(string markup) => $$"""
        class Code(ClinicContext clinic, BlogContext blog)
        {
            public async Task Run(DbContext any, IQueryable<Patient> query, string name)
            {
                await Task.Yield();
                {{markup}}
            }

            public object Both => (clinic, blog);
        }
        """;
}
