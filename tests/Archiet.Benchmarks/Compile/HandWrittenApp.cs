using System.Globalization;
using System.Text;
using Archiet.Testing;

namespace Archiet.Benchmarks;

/// <summary>
/// The synthetic genome's app as a careful developer writes it without us: for each entity a class, a fluent configuration, DTOs with annotations, a mapping and
/// five endpoint lambdas over LINQ, with the tenant filter in the context. The same fields, the same checks, the same permissions.
/// </summary>
internal static class HandWrittenApp
{
    /// <summary>A web project with nothing in it.</summary>
    public const string EmptyProgram = "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n";

    /// <summary>The Program.cs of a project with a genome.</summary>
    public const string GeneratedProgram = """
        var builder = WebApplication.CreateBuilder(args);
        builder.AddArchiet();
        var app = builder.Build();
        app.MapArchiet();
        app.Run();

        """;

    /// <summary>The whole project: one file an entity, the context and the program.</summary>
    public static IEnumerable<(string Name, string Text)> Sources(int entities)
    {
        yield return ("Program.cs", Program(entities));
        yield return ("AppDbContext.cs", Context(entities));
        yield return ("Company.cs", HandWrittenEntity.Company);
        for (var number = 0; number < entities; number++)
        {
            var parent = number == 0 ? "Employee" : SyntheticGenome.EntityName(number - 1);
            yield return (SyntheticGenome.EntityName(number) + ".cs", HandWrittenEntity.Text(SyntheticGenome.EntityName(number), parent));
        }
    }

    private static string Program(int entities) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Reference;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddDbContext<AppDbContext>(options => options.UseNpgsql(builder.Configuration.GetConnectionString("App")));
        builder.Services.AddAuthentication("Session").AddCookie("Session");
        builder.Services.AddAuthorization();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<TenantAccessor>();
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        {{Each(entities, name => $"app.Map{name}();")}}app.Run();

        """;

    private static string Context(int entities) => $$"""
        using Microsoft.EntityFrameworkCore;

        namespace Reference;

        public sealed class TenantAccessor(IHttpContextAccessor accessor)
        {
            public Guid Tenant => Guid.Parse(accessor.HttpContext?.User.FindFirst("tenant")?.Value ?? throw new InvalidOperationException("No tenant."));

            public Guid? Member => accessor.HttpContext?.User.FindFirst("member") is { } claim ? Guid.Parse(claim.Value) : null;
        }

        public sealed class AppDbContext(DbContextOptions<AppDbContext> options, TenantAccessor tenant) : DbContext(options)
        {
            public Guid Tenant => tenant.Tenant;

            public DbSet<Company> Companies => Set<Company>();
            public DbSet<Employee> Employees => Set<Employee>();
        {{Each(entities, name => $"    public DbSet<{name}> {name}s => Set<{name}>();")}}
            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.ApplyConfigurationsFromAssembly(typeof(AppDbContext).Assembly);
                modelBuilder.Entity<Employee>().HasQueryFilter(row => row.TenantId == Tenant);
        {{Each(entities, name => $"        modelBuilder.Entity<{name}>().HasQueryFilter(row => row.TenantId == Tenant);")}}    }
        }

        """;

    private static string Each(int entities, Func<string, string> line)
    {
        var text = new StringBuilder();
        for (var number = 0; number < entities; number++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{line(SyntheticGenome.EntityName(number))}\n");
        }
        return text.ToString();
    }
}
