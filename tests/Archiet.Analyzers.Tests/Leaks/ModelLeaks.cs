namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Models that leave something without its filter, or take the filter away. The runtime builds no model whose tenant filter is another than its own.</summary>
internal static class ModelLeaks
{
    private const string Unfiltered = "ARC1003", Replaced = "ARC1004", Guard = "tenant filter";

    public static IEnumerable<Leak> All =>
    [
        new("an implicit join table is read",
            """return (await db.Set<Dictionary<string, object>>("AuthorBlog").ToListAsync()).Count(row => (Guid)row["BlogsTenantId"] == world.South);""", 3, Unfiltered),
        new("an implicit join table is emptied",
            """await db.Set<Dictionary<string, object>>("AuthorBlog").ExecuteDeleteAsync(); return 3 - world.Count("SELECT count(*) FROM \"AuthorBlog\" WHERE \"BlogsTenantId\"::text LIKE '%2'");""",
            3, Unfiltered),
        new("a view without a tenant", """await using var mine = world.Of<Mine>(world.North); return await mine.Set<BlogRow>().CountAsync(row => row.Name.StartsWith("south"));""", 3, Unfiltered)
        {
            Members = """
                public sealed class BlogRow { public string Name { get; set; } = ""; }

                public sealed class Mine(DbContextOptions<Mine> options) : BlogContext(options)
                {
                    protected override void OnModelCreating(ModelBuilder modelBuilder)
                    {
                        modelBuilder.Entity<BlogRow>(row => { row.HasNoKey().ToView("blog_rows"); row.Property(it => it.Name).HasColumnName("name"); });
                        base.OnModelCreating(modelBuilder);
                    }
                }
                """,
        },
        new("a second context without the filter",
            """await using var mine = new Mine(new DbContextOptionsBuilder<Mine>().UseNpgsql(world.Connection).Options); return await mine.Rows.CountAsync(row => row.TenantId == world.South);""",
            3, Unfiltered)
        {
            IsJudgedAlone = true,
            Members = """
                public class Row : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } public string Name { get; set; } = ""; }

                public sealed class Mine(DbContextOptions<Mine> options) : DbContext(options)
                {
                    public DbSet<Row> Rows => Set<Row>();

                    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Row>().ToTable("Blogs").HasKey(it => new { it.TenantId, it.Id });
                }
                """,
        },
        new("a reference without the tenant in its key", "await using var mine = world.Of<Mine>(world.North); return await mine.Blogs.CountAsync(blog => blog.TenantId == world.South);", 0)
        {
            Refusal = "can lead to a row of another tenant",
            Members = """
                public class Parent : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } }

                public class Child : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } public Parent? Parent { get; set; } }

                public sealed class Mine(DbContextOptions<Mine> options) : BlogContext(options)
                {
                    public DbSet<Child> Children => Set<Child>();
                }
                """,
        },
        new("a key without the tenant",
            """await using var mine = world.Of<Mine>(world.North); mine.Update(new Row { Id = world.SouthBlog, TenantId = mine.Tenant, Name = "taken" }); return await mine.SaveChangesAsync();""",
            1, "ARC1005")
        {
            Refusal = "expected to affect 1 row",
            Members = """
                public class Row : ITenantOwned { public Guid TenantId { get; set; } public Guid Id { get; set; } public string Name { get; set; } = ""; }

                public sealed class Mine(DbContextOptions<Mine> options) : EntityContext(options)
                {
                    protected override void OnModelCreating(ModelBuilder modelBuilder)
                    {
                        modelBuilder.Entity<Row>().ToTable("Blogs");
                        base.OnModelCreating(modelBuilder);
                    }
                }
                """,
        },
        Model("the filter replaced under its name", """modelBuilder.Entity<Blog>().HasQueryFilter("tenant", blog => blog.DeletedAt == null);""", Guard),
        Model("the filter replaced by its constant", "modelBuilder.Entity<Blog>().HasQueryFilter(EntityContext.TenantFilter, blog => blog.Name != \"\");", Guard),
        Model("the filter taken away", """modelBuilder.Entity<Blog>().HasQueryFilter("tenant", null!);""", Guard),
        Model("the filter taken away through the metadata", """modelBuilder.Entity<Blog>().Metadata.SetQueryFilter("tenant", null);""", Guard),
        Model("an anonymous filter beside the named one", "modelBuilder.Entity<Post>().HasQueryFilter(post => post.Text != \"\");", "filter"),
        Model("the filter of a captured tenant", """var tenant = Tenant; modelBuilder.Entity<Blog>().HasQueryFilter("tenant", blog => blog.TenantId == tenant);""", Guard),
        Model("the filter of a static tenant", """modelBuilder.Entity<Blog>().HasQueryFilter("tenant", blog => blog.TenantId == Current);""", Guard, "public static Guid Current { get; set; }"),
        Model("the filter with a way out", """modelBuilder.Entity<Blog>().HasQueryFilter("tenant", blog => Everything || blog.TenantId == Tenant);""", Guard, "public bool Everything => true;"),
    ];

    private static Leak Model(string name, string statement, string refusal, string member = "") =>
        new(name, "await using var mine = world.Of<Mine>(world.North); return await mine.Blogs.CountAsync(blog => blog.TenantId == world.South);", 0, Replaced)
        {
            Refusal = refusal,
            Members = $$"""
                public sealed class Mine(DbContextOptions<Mine> options) : BlogContext(options)
                {
                    {{member}}

                    protected override void OnModelCreating(ModelBuilder modelBuilder)
                    {
                        base.OnModelCreating(modelBuilder);
                        {{statement}}
                    }
                }
                """,
        };
}
