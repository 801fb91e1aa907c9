namespace Archiet.Analyzers.Tests.Leaks;

/// <summary>SQL by hand, on the context or beside it.</summary>
internal static class SqlLeaks
{
    private const string Id = "ARC1002", Own = "ARC1010";

    public static IEnumerable<Leak> All =>
    [
        new("FromSqlRaw that names a tenant of its own",
            """"
            var alias = await db.Posts.FromSqlRaw("""SELECT {0} AS "TenantId", "Id", "BlogId", "Text" FROM "Posts" """, db.Tenant).Select(post => post.Text).ToListAsync();
            return alias.Count(text => text.Contains("south"));
            """", 3, Id),
        new("FromSql that names a tenant of its own",
            """"
            var tenant = db.Tenant;
            var alias = await db.Posts.FromSql($"""SELECT {tenant} AS "TenantId", "Id", "BlogId", "Text" FROM "Posts" """).Select(post => post.Text).ToListAsync();
            return alias.Count(text => text.Contains("south"));
            """", 3, Id),
        new("FromSqlRaw that is not composable, without filters",
            """"
            var rows = db.Posts.FromSqlRaw("""WITH gone AS (SELECT 1) SELECT * FROM "Posts" """).IgnoreQueryFilters().AsEnumerable();
            return await Task.FromResult(rows.Count(post => post.TenantId == world.South));
            """", 3, "ARC1001", Id),
        new("SqlQuery of a scalar", """"return await db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM "Blogs" WHERE "TenantId" = {world.South}""").SingleAsync();"""", 3, Id),
        new("SqlQuery of a row", """"return (await db.Database.SqlQueryRaw<Row>("""SELECT "Name" FROM "Blogs" """).ToListAsync()).Count(row => row.Name.StartsWith("south"));"""", 3, Id)
        {
            Members = "public sealed class Row { public string Name { get; set; } = \"\"; }",
        },
        new("ExecuteSql", """"return await db.Database.ExecuteSqlRawAsync("""UPDATE "Blogs" SET "Name" = 'taken' WHERE "TenantId" <> {0}""", db.Tenant);"""", 3, Id),
        new("GetDbConnection",
            """"
            await db.Database.OpenConnectionAsync();
            using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = """SELECT count(*)::int FROM "Blogs" WHERE "Name" LIKE 'south%'""";
            return (int)(await command.ExecuteScalarAsync())!;
            """", 3, Id),
        new("a connection of ones own",
            """"
            await using var connection = new Npgsql.NpgsqlConnection(world.Connection);
            await connection.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand("""SELECT count(*)::int FROM "Blogs" WHERE "Name" LIKE 'south%'""", connection);
            return (int)(await command.ExecuteScalarAsync())!;
            """", 3, Own),
        new("a data source from the services",
            """"
            await using var command = world.Services.GetRequiredService<Npgsql.NpgsqlDataSource>().CreateCommand("""SELECT count(*)::int FROM "Blogs" WHERE "Name" LIKE 'south%'""");
            return (int)(await command.ExecuteScalarAsync())!;
            """", 3, Own),
        new("a session setting that names another tenant",
            """"
            await using var connection = new Npgsql.NpgsqlConnection(world.Connection);
            await connection.OpenAsync();
            await using var enter = new Npgsql.NpgsqlCommand($"SELECT set_config('app.tenant', '{world.South}', false)", connection);
            await enter.ExecuteNonQueryAsync();
            await using var command = new Npgsql.NpgsqlCommand("""SELECT count(*)::int FROM "Blogs" WHERE "Name" LIKE 'south%'""", connection);
            return (int)(await command.ExecuteScalarAsync())!;
            """", 3, Own) { Fenced = 3 },
        new("a connection without reset hands its setting on",
            """"
            var pool = world.Connection + ";No Reset On Close=true;Maximum Pool Size=1;Application Name=kept";
            await using (var first = new Npgsql.NpgsqlConnection(pool))
            {
                await first.OpenAsync();
                await using var enter = new Npgsql.NpgsqlCommand($"SELECT set_config('app.tenant', '{world.South}', false)", first);
                await enter.ExecuteNonQueryAsync();
            }
            await using var next = new Npgsql.NpgsqlConnection(pool);
            await next.OpenAsync();
            await using var command = new Npgsql.NpgsqlCommand("""SELECT count(*)::int FROM "Blogs" WHERE "Name" LIKE 'south%'""", next);
            return (int)(await command.ExecuteScalarAsync())!;
            """", 3, Own) { Fenced = 3 },
    ];
}
