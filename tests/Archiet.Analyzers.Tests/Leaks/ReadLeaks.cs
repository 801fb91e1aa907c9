namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Queries without their filter.</summary>
internal static class ReadLeaks
{
    private const string Id = "ARC1001";

    public static IEnumerable<Leak> All =>
    [
        new("IgnoreQueryFilters", "return await db.Blogs.IgnoreQueryFilters().CountAsync(blog => blog.TenantId == world.South);", 3, Id),
        new("IgnoreQueryFilters of the tenant by name", """return await db.Blogs.IgnoreQueryFilters(["tenant"]).CountAsync(blog => blog.TenantId == world.South);""", 2, Id),
        new("IgnoreQueryFilters of the tenant by its constant",
            "return await db.Blogs.IgnoreQueryFilters([EntityContext.TenantFilter]).CountAsync(blog => blog.TenantId == world.South);", 2, Id),
        new("IgnoreQueryFilters twice",
            """return await db.Blogs.IgnoreQueryFilters(["SoftDelete"]).IgnoreQueryFilters(["tenant"]).CountAsync(blog => blog.TenantId == world.South);""", 3, Id),
        new("IgnoreQueryFilters in a sub-query",
            "return (await db.Blogs.Where(blog => db.Posts.IgnoreQueryFilters().Any(post => post.BlogId == blog.Id)).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id),
        new("IgnoreQueryFilters in a join",
            "return (await db.Blogs.Join(db.Posts.IgnoreQueryFilters(), blog => blog.Id, post => post.BlogId, (blog, _) => blog).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id),
        new("IgnoreQueryFilters in a second from",
            "return (await (from blog in db.Blogs from post in db.Posts.IgnoreQueryFilters() where post.BlogId == blog.Id select blog).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id),
        new("IgnoreQueryFilters in a union",
            "return (await db.Blogs.Where(blog => blog.Name != \"\").Union(db.Blogs.IgnoreQueryFilters().Where(blog => blog.Name == \"\")).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id),
        new("IgnoreQueryFilters of an inner query that is read first",
            """
            var ids = await db.Posts.IgnoreQueryFilters().Where(post => post.TenantId == world.South).Select(post => post.BlogId).ToListAsync();
            return ids.Count + await db.Blogs.CountAsync(blog => ids.Contains(blog.Id));
            """, 3, Id),
        new("IgnoreQueryFilters in a compiled query", "return Foreign(db, world.South);", 3, Id)
        {
            Members = "private static readonly Func<BlogContext, Guid, int> Foreign = EF.CompileQuery((BlogContext of, Guid tenant) => of.Blogs.IgnoreQueryFilters().Count(blog => blog.TenantId == tenant));",
        },
        new("IgnoreQueryFilters before ExecuteUpdate",
            """await db.Blogs.IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(blog => blog.Name, "taken")); return world.Count("SELECT count(*) FROM \"Blogs\" WHERE \"Name\" = 'taken' AND \"TenantId\"::text LIKE '%2'");""", 3, Id),
        new("IgnoreQueryFilters before ExecuteDelete",
            """await db.Posts.IgnoreQueryFilters().ExecuteDeleteAsync(); return 3 - world.Count("SELECT count(*) FROM \"Posts\" WHERE \"TenantId\"::text LIKE '%2'");""", 3, Id),
        new("IgnoreQueryFilters behind a method of ones own", "return (await All(db).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id)
        {
            Members = "private static IQueryable<Blog> All(BlogContext of) => of.Set<Blog>().IgnoreQueryFilters();",
        },
        new("IgnoreQueryFilters over a parameter", "return (await All(db.Blogs).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, Id)
        {
            Members = "private static IQueryable<T> All<T>(IQueryable<T> of) where T : class => of.IgnoreQueryFilters();",
        },
    ];
}
