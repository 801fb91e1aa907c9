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

        public class Patient { public Guid Id { get; set; } public string Name { get; set; } = ""; public List<Visit> Visits { get; } = []; }

        public class Visit { public Guid Id { get; set; } public Guid PatientId { get; set; } }

        public class Post { public Guid Id { get; set; } public List<Visit> Comments { get; } = []; }

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
