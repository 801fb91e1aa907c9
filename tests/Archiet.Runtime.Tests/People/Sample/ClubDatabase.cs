using Npgsql;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>A database as an administrator hands it over: empty, with the app's six roles.</summary>
internal sealed record ClubDatabase(string Superuser)
{
    public string App => PostgresFixture.As(Superuser, ClubSchema.App);

    public string Migrator => PostgresFixture.As(Superuser, ClubSchema.Migrator);

    public string Provisioner => PostgresFixture.As(Superuser, ClubSchema.Provisioner);

    public string Login => PostgresFixture.As(Superuser, ClubSchema.Login);

    public string Auditor => PostgresFixture.As(Superuser, ClubSchema.Auditor);

    public static async Task<ClubDatabase> CreateAsync()
    {
        var database = new ClubDatabase(await PostgresFixture.CreateDatabaseAsync());
        // By the statements that the runtime shows to administrators, but for the database itself, which has another name here.
        foreach (var role in new RoleNames(ClubApp.Name).RoleStatements())
        {
            await PostgresFixture.ExecuteAsync(database.Superuser, $"DO $$ BEGIN {role}; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        }
        await database.GiveToOwnerAsync();
        return database;
    }

    /// <summary>Makes the app's owner that of the database.</summary>
    public Task GiveToOwnerAsync() => PostgresFixture.ExecuteAsync(
        Superuser, $"DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO {ClubSchema.Owner}', current_database()); END $$");

    /// <summary>Asks as the superuser.</summary>
    public Task<T> ScalarAsync<T>(string sql) => ScalarAsync<T>(Superuser, sql);

    /// <summary>Asks as whom the connection string says.</summary>
    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
