using Npgsql;

namespace Archiet.Evolution.Databases;

/// <summary>A database, looked at past the app.</summary>
/// <param name="ConnectionString">As the cluster's superuser, who is bound by no policy.</param>
/// <param name="Roles">The app's roles.</param>
internal sealed record Database(string ConnectionString, RoleNames Roles)
{
    /// <summary>As the role that the app serves requests with.</summary>
    public string AsApp => As(Roles.App);

    /// <summary>As the role that the app migrates with.</summary>
    public string AsMigrator => As(Roles.Migrator);

    /// <summary>As the role by which people sign in.</summary>
    public string AsLogin => As(Roles.Login);

    /// <summary>Runs statements as the superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, sql);
    }

    /// <summary>Runs statements on a connection.</summary>
    public static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The rows of a query as the superuser, each a list of texts.</summary>
    public async Task<IReadOnlyList<string?[]>> QueryAsync(string sql)
    {
        await using var connection = await OpenAsync();
        return await QueryAsync(connection, sql);
    }

    /// <summary>The rows of a query, each a list of texts.</summary>
    public static async Task<IReadOnlyList<string?[]>> QueryAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { AllResultTypesAreUnknown = true };
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string?[]>();
        while (await reader.ReadAsync())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? null : reader.GetString(at))]);
        }
        return rows;
    }

    /// <summary>A connection as the superuser.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private string As(string role) => new NpgsqlConnectionStringBuilder(ConnectionString) { Username = role, Pooling = true, MaxPoolSize = 8 }.ConnectionString;
}
