namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>What a context knows of rows that came into it past the filter.</summary>
internal static class TrackedLeaks
{
    private const string Stub = "ARC1005", Column = "ARC1006", After = "ARC1014";

    private const string Load = """
        [CrossTenant(because: "the operator's report counts every tenant")]
        private static Task Everything(BlogContext of) => of.Blogs.IgnoreQueryFilters().LoadAsync();
        """;

    public static IEnumerable<Leak> All =>
    [
        new("Reload of an attached stub",
            """var stub = new Blog { TenantId = world.South, Id = world.SouthBlog }; db.Attach(stub); await db.Entry(stub).ReloadAsync(); return stub.Name.StartsWith("south") ? 1 : 0;""", 1, Stub, Column),
        new("GetDatabaseValues of an attached stub",
            """var stub = new Blog { TenantId = world.South, Id = world.SouthBlog }; db.Attach(stub); var values = await db.Entry(stub).GetDatabaseValuesAsync(); return values is null ? 0 : 1;""", 1, Stub, Column),
        new("Find after everything was read", "await Everything(db); return await db.Blogs.FindAsync(world.South, world.SouthBlog) is null ? 0 : 1;", 1, After) { Members = Load },
        new("Local after everything was read", "await Everything(db); return db.Blogs.Local.Count(blog => blog.TenantId == world.South);", 3, After) { Members = Load },
        new("navigations fixed up after everything was read",
            """
            await Everything(db);
            var posts = await Posts(db);
            return posts.Count(post => post.Blog is { } blog && blog.TenantId == world.South);
            """, 3, After)
        {
            Members = Load + """

                [CrossTenant(because: "the operator's report counts every tenant")]
                private static Task<List<Post>> Posts(BlogContext of) => of.Posts.IgnoreQueryFilters().ToListAsync();
                """,
        },
        new("an unscoped query that leaves its member", "return (await Every(db).ToListAsync()).Count(blog => blog.TenantId == world.South);", 3, "ARC1013")
        {
            Members = """
                [CrossTenant(because: "the operator's report counts every tenant")]
                private static IQueryable<Blog> Every(BlogContext of) => of.Blogs.IgnoreQueryFilters();
                """,
        },
    ];
}
