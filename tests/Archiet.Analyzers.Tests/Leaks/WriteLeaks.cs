namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>Rows of another tenant that are written, or that are given to one.</summary>
internal static class WriteLeaks
{
    private const string Row = "ARC1005", Column = "ARC1006", Guard = "of another tenant cannot be saved";

    public static IEnumerable<Leak> All =>
    [
        new("Update of a foreign id", """db.Update(new Blog { TenantId = world.South, Id = world.SouthBlog, Name = "taken" }); return await db.SaveChangesAsync();""", 1, Row, Column) { Refusal = Guard },
        new("Remove of a foreign id", "db.Remove(new Blog { TenantId = world.South, Id = world.SouthBlog }); return await db.SaveChangesAsync();", 1, Row, Column) { Refusal = Guard },
        new("a range of foreign ids", "db.RemoveRange(new Blog { TenantId = world.South, Id = world.SouthBlog }); return await db.SaveChangesAsync();", 1, Row, Column) { Refusal = Guard },
        new("the state of a foreign id",
            """var blog = new Blog { TenantId = world.South, Id = world.SouthBlog, Name = "taken" }; db.Entry(blog).State = EntityState.Modified; return await db.SaveChangesAsync();""", 1, Row, Column)
        {
            Refusal = Guard,
        },
        new("Attach of a foreign id, then a change",
            """var blog = new Blog { TenantId = world.South, Id = world.SouthBlog }; db.Attach(blog); blog.Name = "taken"; return await db.SaveChangesAsync();""", 1, Row, Column)
        {
            Refusal = Guard,
        },
        new("Update of an id from outside, whose tenant is ones own", """db.Update(new Blog { TenantId = db.Tenant, Id = world.SouthBlog, Name = "taken" }); return await db.SaveChangesAsync();""", 1, Row)
        {
            Refusal = "expected to affect 1 row",
        },
        new("Remove of an id from outside, without a tenant", "db.Remove(new Blog { Id = world.SouthBlog }); return await db.SaveChangesAsync();", 1, Row) { Refusal = Guard },
        new("Add of a row with another tenant",
            """db.Add(new Post { TenantId = world.South, BlogId = world.SouthBlog, Text = "planted" }); return await db.SaveChangesAsync();""", 1, Column) { Refusal = Guard },
        new("the tenant set as a shadow property",
            """var post = new Post { BlogId = world.SouthBlog }; db.Add(post); db.Entry(post).Property("TenantId").CurrentValue = world.South; return await db.SaveChangesAsync();""", 1, Column)
        {
            Refusal = Guard,
        },
        new("a change of the tenant", "var blog = await db.Blogs.FirstAsync(); blog.TenantId = world.South; return await db.SaveChangesAsync();", 1, Column) { Refusal = "TenantId" },
        new("ExecuteUpdate of the tenant", "return await db.Posts.ExecuteUpdateAsync(set => set.SetProperty(post => post.TenantId, world.South));", 0, Column) { Refusal = "23503" },
        new("a reference to a parent of another tenant", """db.Add(new Post { BlogId = world.SouthBlog, Text = "planted" }); return await db.SaveChangesAsync();""", 0) { Refusal = "saving the entity changes" },
        new("a foreign parent that another context has read",
            """
            await using var south = world.Of(world.South);
            var parent = await south.Blogs.AsNoTracking().FirstAsync();
            db.Add(new Post { Blog = parent, Text = "planted" });
            return await db.SaveChangesAsync();
            """, 1)
        {
            Refusal = Guard,
        },
    ];
}
