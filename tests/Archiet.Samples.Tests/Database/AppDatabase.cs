using Npgsql;

namespace Archiet.Samples.Tests.Database;

/// <summary>The database of a sample that runs, entered through the socket of its private cluster: as the app's own role, or as the server's.</summary>
internal sealed class AppDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

    private AppDatabase(NpgsqlDataSource source) => this.source = source;

    /// <summary>As the app's own role: what a request's statement may do at most.</summary>
    public static AppDatabase OfTheApp(string developmentFolder, string app) => Of(developmentFolder, app, $"{Name(app)}_app");

    /// <summary>As the server's own role, which may do everything.</summary>
    public static AppDatabase OfTheServer(string developmentFolder, string app) => Of(developmentFolder, app, "postgres");

    /// <summary>Begins a transaction that is rolled back in the end, without a tenant or with one.</summary>
    public async Task<AppConnection> OpenAsync(string? tenant = null)
    {
        var connection = new AppConnection(await source.OpenConnectionAsync());
        await connection.BeginAsync(tenant);
        return connection;
    }

    /// <summary>Connections of the same role that are used again and again, no more than a few.</summary>
    public NpgsqlDataSource Pool(int size) => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(source.ConnectionString) { MaxPoolSize = size });

    /// <summary>Every table outside the runtime's own schema, as the catalogue knows it.</summary>
    public async Task<IReadOnlyList<OwnedTable>> OwnedTablesAsync()
    {
        await using var command = source.CreateCommand("""
            SELECT relname, relrowsecurity, relforcerowsecurity,
                EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = 'tenant_id' AND attnotnull)
            FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') ORDER BY relname
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<OwnedTable>();
        while (await rows.ReadAsync())
        {
            tables.Add(new OwnedTable(rows.GetString(0), rows.GetBoolean(1), rows.GetBoolean(2), rows.GetBoolean(3)));
        }
        return tables;
    }

    /// <summary>Runs a statement for good.</summary>
    public async Task RunAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every foreign key between tables outside the runtime's own schema.</summary>
    public async Task<IReadOnlyList<TableReference>> ReferencesAsync()
    {
        await using var command = source.CreateCommand("""
            SELECT conrelid::regclass::text, confrelid::regclass::text, quote_ident(attname)
            FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) AND attname <> 'tenant_id'
            WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname
            """);
        await using var rows = await command.ExecuteReaderAsync();
        var references = new List<TableReference>();
        while (await rows.ReadAsync())
        {
            references.Add(new TableReference(rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }
        return references;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private static AppDatabase Of(string developmentFolder, string app, string role)
    {
        var socket = Directory.EnumerateFiles(developmentFolder, ".s.PGSQL.*", SearchOption.AllDirectories)
            .Single(path => !path.EndsWith(".lock", StringComparison.Ordinal));
        var settings = new NpgsqlConnectionStringBuilder
        {
            Host = Path.GetDirectoryName(socket),
            Port = int.Parse(Path.GetExtension(socket).AsSpan(1), System.Globalization.CultureInfo.InvariantCulture),
            Username = role,
            Database = Name(app),
        };
        return new AppDatabase(NpgsqlDataSource.Create(settings));
    }

    private static string Name(string app) =>
        string.Concat(app.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"_{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}

/// <summary>A table, and what guards it.</summary>
internal sealed record OwnedTable(string Name, bool IsEnabled, bool IsForced, bool HasTenant)
{
    /// <summary>The name as SQL writes it.</summary>
    public override string ToString() => $"\"{Name}\"";
}

/// <summary>A foreign key: the table, the table it leads to and the column beside the tenant; names as SQL writes them.</summary>
internal sealed record TableReference(string Table, string Target, string Column);
