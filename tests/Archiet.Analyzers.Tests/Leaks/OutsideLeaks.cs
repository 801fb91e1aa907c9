namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Places beside the database that know no tenant: what one tenant leaves there, the other finds. No fence of the database holds there.</summary>
internal static class OutsideLeaks
{
    private const string Key = "ARC1008";

    public static IEnumerable<Leak> All =>
    [
        Shared("an entry of the memory cache",
            "private static Task<List<Blog>> List(BlogContext of, World world) => world.Services.GetRequiredService<IMemoryCache>().GetOrCreateAsync(\"blogs\", _ => of.Blogs.ToListAsync())!;"),
        Shared("an entry of the memory cache, by a key of an id",
            """
            private static async Task<List<Blog>> List(BlogContext of, World world)
            {
                var cache = world.Services.GetRequiredService<IMemoryCache>();
                var page = 1;
                if (!cache.TryGetValue($"blogs:{page}", out List<Blog>? blogs))
                {
                    blogs = await of.Blogs.ToListAsync();
                    cache.Set($"blogs:{page}", blogs);
                }
                return blogs!;
            }
            """),
        Shared("an entry of the distributed cache",
            """
            private static async Task<List<Blog>> List(BlogContext of, World world)
            {
                var cache = world.Services.GetRequiredService<IDistributedCache>();
                if (await cache.GetStringAsync("names") is not { } text)
                {
                    text = string.Join(',', await of.Blogs.Select(blog => blog.Name).ToListAsync());
                    await cache.SetStringAsync("names", text);
                }
                return [.. text.Split(',').Select(name => new Blog { Name = name })];
            }
            """),
        Shared("a static dictionary",
            """
            private static readonly ConcurrentDictionary<string, List<Blog>> Known = new();
            private static async Task<List<Blog>> List(BlogContext of, World world)
            {
                if (!Known.TryGetValue("blogs", out var blogs))
                {
                    blogs = await of.Blogs.ToListAsync();
                    Known["blogs"] = blogs;
                }
                return blogs;
            }
            """, "Known.Clear();"),
        Shared("a static field",
            """
            private static List<Blog>? known;
            private static async Task<List<Blog>> List(BlogContext of, World world) => known ??= await of.Blogs.ToListAsync();
            """, "known = null;"),
        Shared("a file",
            """
            private static async Task<List<Blog>> List(BlogContext of, World world)
            {
                if (!File.Exists(Place))
                {
                    await File.WriteAllLinesAsync(Path.Combine(Path.GetTempPath(), "archiet-blogs.txt"), of.Blogs.Select(blog => blog.Name).ToList());
                }
                return [.. (await File.ReadAllLinesAsync(Place)).Select(name => new Blog { Name = name })];
            }

            private static string Place => Path.Combine(Path.GetTempPath(), "archiet-blogs.txt");
            """, "File.Delete(Place);"),
        new("a tenant that the request names",
            """
            var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
            http.Request.Headers["X-Tenant"] = world.South.ToString();
            await using var mine = world.Services.GetRequiredService<ITenantContextFactory<BlogContext>>().Create(Guid.Parse(http.Request.Headers["X-Tenant"].ToString()));
            return await mine.Blogs.CountAsync(blog => blog.TenantId == world.South);
            """, 2, "ARC1011")
        {
            Fenced = 2,
        },
    ];

    private static Leak Shared(string name, string members, string before = "") => new(
        name,
        $$"""
        {{before}}
        await using var south = world.Of(world.South);
        await List(south, world);
        return (await List(db, world)).Count(blog => blog.Name.StartsWith("south"));
        """,
        2, Key)
    {
        Members = members,
        Fenced = 2,
    };
}
