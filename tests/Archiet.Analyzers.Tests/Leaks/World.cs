namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>
/// The project around a leak: two tenants with three blogs each, of which one is marked as deleted, and everything that a query can reach from there. "Own" is two
/// rows. The source is text, because the same text is compiled, run and judged by the rules.
/// </summary>
internal static class World
{
    /// <summary>The tenant whose code runs, and the one whose rows it must not reach.</summary>
    public static readonly Guid North = new("0198c6e0-0000-7000-8000-000000000001"), South = new("0198c6e0-0000-7000-8000-000000000002");

    /// <summary>What the .NET SDK imports by itself, and what every file of the project imports.</summary>
    public const string Usings = """
        global using System;
        global using System.Collections.Concurrent;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Archiet;
        global using Microsoft.EntityFrameworkCore;
        global using Microsoft.Extensions.Caching.Distributed;
        global using Microsoft.Extensions.Caching.Memory;
        global using Microsoft.Extensions.DependencyInjection;
        global using Blogs;
        """;

    /// <summary>The model, and what a leak has at hand.</summary>
    public const string Source = """
        namespace Blogs;

        public class Blog : ITenantOwned
        {
            public Guid TenantId { get; set; }
            public Guid Id { get; set; }
            public string Name { get; set; } = "";
            public DateTimeOffset? DeletedAt { get; set; }
            public List<Post> Posts { get; } = [];
            public List<Author> Authors { get; } = [];
        }

        public class Post : ITenantOwned
        {
            public Guid TenantId { get; set; }
            public Guid Id { get; set; }
            public Guid BlogId { get; set; }
            public Blog? Blog { get; set; }
            public string Text { get; set; } = "";
        }

        public class Author : ITenantOwned
        {
            public Guid TenantId { get; set; }
            public Guid Id { get; set; }
            public List<Blog> Blogs { get; } = [];
        }

        public class BlogContext(DbContextOptions options) : EntityContext(options)
        {
            public DbSet<Blog> Blogs => Set<Blog>();
            public DbSet<Post> Posts => Set<Post>();
            public DbSet<Author> Authors => Set<Author>();

            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                modelBuilder.Entity<Blog>(blog =>
                {
                    blog.ToTable("Blogs").HasKey(it => new { it.TenantId, it.Id });
                    blog.HasMany(it => it.Posts).WithOne(it => it.Blog).HasForeignKey(it => new { it.TenantId, it.BlogId });
                    blog.HasQueryFilter("SoftDelete", it => it.DeletedAt == null);
                });
                modelBuilder.Entity<Post>().ToTable("Posts").HasKey(it => new { it.TenantId, it.Id });
                modelBuilder.Entity<Author>().ToTable("Authors").HasKey(it => new { it.TenantId, it.Id });
                base.OnModelCreating(modelBuilder);
            }
        }

        public sealed class World(IServiceProvider services, Func<Type, Guid, DbContext> contexts, Func<string, int> count, string connection)
        {
            public IServiceProvider Services => services;
            public Guid North { get; } = new("0198c6e0-0000-7000-8000-000000000001");
            public Guid South { get; } = new("0198c6e0-0000-7000-8000-000000000002");
            public Guid SouthBlog { get; } = new("0198c6e0-0000-7000-8000-000000000021");
            public Guid NorthBlog { get; } = new("0198c6e0-0000-7000-8000-000000000011");
            public string Connection => connection;
            public BlogContext Of(Guid tenant) => (BlogContext)contexts(typeof(BlogContext), tenant);
            public TContext Of<TContext>(Guid tenant) where TContext : EntityContext => (TContext)contexts(typeof(TContext), tenant);
            public int Count(string sql) => count(sql);
        }
        """;

    /// <summary>The rows.</summary>
    public const string Rows = """
        TRUNCATE "Blogs", "Posts", "Authors", "AuthorBlog";
        INSERT INTO "Blogs" ("TenantId", "Id", "Name", "DeletedAt")
            SELECT ('0198c6e0-0000-7000-8000-00000000000' || tenant)::uuid, ('0198c6e0-0000-7000-8000-0000000000' || tenant || row)::uuid,
                (ARRAY['north', 'south'])[tenant] || row, CASE WHEN row = 3 THEN now() END
            FROM generate_series(1, 2) AS tenant, generate_series(1, 3) AS row;
        INSERT INTO "Posts" ("TenantId", "Id", "BlogId", "Text") SELECT "TenantId", "Id", "Id", 'text of ' || "Name" FROM "Blogs";
        INSERT INTO "Authors" ("TenantId", "Id") SELECT "TenantId", "Id" FROM "Blogs";
        INSERT INTO "AuthorBlog" ("AuthorsTenantId", "AuthorsId", "BlogsTenantId", "BlogsId") SELECT "TenantId", "Id", "TenantId", "Id" FROM "Blogs";
        """;

    /// <summary>Row security on every table, for the role that has it.</summary>
    public const string Fences = """
        CREATE ROLE blogs_app LOGIN;
        ALTER TABLE "Blogs" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "Posts" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "Authors" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "AuthorBlog" ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON "Blogs" USING ("TenantId" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        CREATE POLICY own ON "Posts" USING ("TenantId" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        CREATE POLICY own ON "Authors" USING ("TenantId" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        CREATE POLICY own ON "AuthorBlog" USING ("BlogsTenantId" = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
        CREATE VIEW blog_rows WITH (security_invoker) AS SELECT "TenantId" AS tenant, "Name" AS name FROM "Blogs";
        GRANT SELECT, INSERT, UPDATE, DELETE ON "Blogs", "Posts", "Authors", "AuthorBlog", blog_rows TO blogs_app;
        """;
}
