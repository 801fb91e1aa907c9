namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Contexts that outlive their tenant's work, or that nobody told a tenant.</summary>
internal static class LifetimeLeaks
{
    private const string Lifetime = "ARC1007", Work = "ARC1012", NoTenant = "No tenant is in force";

    public static IEnumerable<Leak> All =>
    [
        new("a context in a static field",
            """
            await using var south = world.Of(world.South);
            Kept = south;
            return await Kept.Blogs.CountAsync(blog => blog.TenantId == world.South);
            """, 2, Lifetime)
        {
            Members = "private static BlogContext? Kept;",
            Fenced = 2,
        },
        new("a context that a singleton keeps",
            """
            await using var services = new ServiceCollection().AddScoped(_ => world.Of(world.South)).AddSingleton<Report>().BuildServiceProvider();
            using var scope = services.CreateScope();
            return await scope.ServiceProvider.GetRequiredService<Report>().CountAsync(world.South);
            """, 2, Lifetime)
        {
            Members = "public sealed class Report(BlogContext of) { public Task<int> CountAsync(Guid tenant) => of.Blogs.CountAsync(blog => blog.TenantId == tenant); }",
            Fenced = 2,
        },
        new("a pooled context", "await using var services = new ServiceCollection().AddDbContextPool<Mine>(options => options.UseNpgsql(world.Connection)).BuildServiceProvider(); using var scope = services.CreateScope(); return await scope.ServiceProvider.GetRequiredService<Mine>().Blogs.CountAsync();", 0, Lifetime, Work)
        {
            Members = "public sealed class Mine(DbContextOptions<Mine> options) : BlogContext(options);",
            Refusal = NoTenant,
        },
        new("a context made by hand", "await using var mine = new Mine(new DbContextOptionsBuilder<Mine>().UseNpgsql(world.Connection).Options); return await mine.Blogs.CountAsync();", 0, Lifetime)
        {
            Members = "public sealed class Mine(DbContextOptions<Mine> options) : BlogContext(options);",
            Refusal = NoTenant,
        },
        new("work beside a request, in a scope of its own",
            """
            using var scope = world.Services.GetRequiredService<IServiceScopeFactory>().CreateScope();
            return await Task.Run(() => scope.ServiceProvider.GetRequiredService<BlogContext>().Blogs.CountAsync());
            """, 0, Work)
        {
            Refusal = NoTenant,
        },
    ];
}
