namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>What was measured to stay within its tenant. The build must not complain of it.</summary>
internal static class NoLeaks
{
    public static IEnumerable<Leak> All =>
    [
        new("a set", "return (await db.Blogs.ToListAsync()).Count(blog => blog.TenantId == world.South);", 0),
        new("a projection of a navigation", "return (await db.Blogs.SelectMany(blog => blog.Posts).ToListAsync()).Count(post => post.TenantId == world.South);", 0),
        new("a group", "return await db.Blogs.GroupBy(blog => blog.TenantId).CountAsync() - 1;", 0),
        new("IgnoreQueryFilters of another name", """return await db.Blogs.IgnoreQueryFilters(["SoftDelete"]).CountAsync(blog => blog.TenantId == world.South);""", 0),
        new("IgnoreQueryFilters of no name", "return await db.Blogs.IgnoreQueryFilters([]).CountAsync(blog => blog.TenantId == world.South);", 0),
        new("IgnoreQueryFilters of an unknown name", """return await db.Blogs.IgnoreQueryFilters(["Archived"]).CountAsync(blog => blog.TenantId == world.South);""", 0),
        new("Include", "return (await db.Blogs.Include(blog => blog.Posts).ToListAsync()).SelectMany(blog => blog.Posts).Count(post => post.TenantId == world.South);", 0),
        new("Include by name", """return (await db.Blogs.Include("Posts").ToListAsync()).SelectMany(blog => blog.Posts).Count(post => post.TenantId == world.South);""", 0),
        new("Include of many to many", "return (await db.Blogs.Include(blog => blog.Authors).ToListAsync()).SelectMany(blog => blog.Authors).Count(author => author.TenantId == world.South);", 0),
        new("an explicit load", "var blog = await db.Blogs.FirstAsync(); await db.Entry(blog).Collection(it => it.Posts).LoadAsync(); return blog.Posts.Count(post => post.TenantId == world.South);", 0),
        new("Find of a foreign id", "return await db.Blogs.FindAsync(world.South, world.SouthBlog) is null ? 0 : 1;", 0),
        new("ExecuteUpdate",
            """await db.Blogs.ExecuteUpdateAsync(set => set.SetProperty(blog => blog.Name, "new")); return world.Count("SELECT count(*) FROM \"Blogs\" WHERE \"Name\" = 'new' AND \"TenantId\"::text LIKE '%2'");""", 0),
        new("ExecuteDelete", """await db.Posts.ExecuteDeleteAsync(); return 3 - world.Count("SELECT count(*) FROM \"Posts\" WHERE \"TenantId\"::text LIKE '%2'");""", 0),
        new("a compiled query", "await using var south = world.Of(world.South); return Count(south, world.North) + Count(db, world.South);", 0)
        {
            Members = "private static readonly Func<BlogContext, Guid, int> Count = EF.CompileQuery((BlogContext of, Guid tenant) => of.Blogs.Count(blog => blog.TenantId == tenant));",
        },
        new("a row of ones own, added, changed and removed",
            """
            var blog = new Blog { Name = "new" };
            db.Add(blog);
            await db.SaveChangesAsync();
            blog.Name = "newer";
            await db.SaveChangesAsync();
            db.Remove(blog);
            await db.SaveChangesAsync();
            return world.Count("SELECT count(*) FROM \"Blogs\" WHERE \"TenantId\"::text LIKE '%2'") - 3;
            """, 0),
        new("a cache whose key has the tenant", "await using var south = world.Of(world.South); await List(south, world); return (await List(db, world)).Count(blog => blog.TenantId == world.South);", 0)
        {
            Members = "private static Task<List<Blog>> List(BlogContext of, World world) => world.Services.GetRequiredService<IMemoryCache>().GetOrCreateAsync($\"blogs of {of.Tenant}\", _ => of.Blogs.ToListAsync())!;",
        },
        new("a context of the factory", "await using var south = world.Services.GetRequiredService<ITenantContextFactory<BlogContext>>().Create(world.North); return await south.Blogs.CountAsync(blog => blog.TenantId == world.South);", 0),
    ];
}
