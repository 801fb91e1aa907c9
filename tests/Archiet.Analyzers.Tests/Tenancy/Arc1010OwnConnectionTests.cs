using Archiet.Analyzers.Tenancy;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Tenancy;

public sealed class Arc1010OwnConnectionTests
{
    private const string Id = "ARC1010";

    [TestCase("using var connection = new [|NpgsqlConnection|](text);")]
    [TestCase("using NpgsqlConnection connection = [|new(text)|];")]
    [TestCase("using var connection = new Npgsql.[|NpgsqlConnection|](text);")]
    [TestCase("using System.Data.Common.DbConnection connection = new [|NpgsqlConnection|](text); connection.Open();")]
    [TestCase("using var command = new NpgsqlCommand(\"SELECT 1\", new [|NpgsqlConnection|](text));")]
    [TestCase("Func<NpgsqlConnection> open = () => new [|NpgsqlConnection|](text);")]
    [TestCase("services.AddScoped(_ => new [|NpgsqlConnection|](text));")]
    [TestCase("using var connection = source.[|OpenConnection|]();")]
    [TestCase("await using var connection = await source.[|OpenConnectionAsync|]();")]
    [TestCase("using var command = source.[|CreateCommand|](\"SELECT 1\");")]
    [TestCase("using var batch = source.[|CreateBatch|]();")]
    [TestCase("using var connection = NpgsqlDataSource.Create(text).[|CreateConnection|]();")]
    [TestCase("using var connection = new NpgsqlDataSourceBuilder(text).Build().[|OpenConnection|]();")]
    [TestCase("using var connection = services.BuildServiceProvider().GetRequiredService<NpgsqlDataSource>().[|OpenConnection|]();")]
    [TestCase("using System.Data.Common.DbConnection? connection = NpgsqlFactory.Instance.[|CreateConnection|]();")]
    [TestCase("System.Data.Common.DbDataSource any = source; any?.[|OpenConnection|]();")]
    [TestCase("var kept = [|\"Host=db;No Reset On Close=true\"|];")]
    [TestCase("var kept = text + [|\";noresetonclose = True;\"|];")]
    [TestCase("var kept = $\"Host={text}[|;No Reset On Close=true|]\";")]
    [TestCase("_ = new NpgsqlConnectionStringBuilder(text) { [|NoResetOnClose = true|] };")]
    [TestCase("using var command = new NpgsqlCommand([|\"SELECT set_config('app.tenant', $1, false)\"|]);")]
    [TestCase("using var command = new NpgsqlCommand($\"[|SET app.tenant = '|]{text}'\");")]
    [TestCase("using var command = new NpgsqlCommand(); command.CommandText = [|\"SET ROLE clinic_owner\"|];")]
    [TestCase("var migration = new Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder(null); migration.Sql([|\"ALTER TABLE patients DISABLE ROW LEVEL SECURITY\"|]);")]
    [TestCase("clinic.Database.ExecuteSqlRaw([|\"SET LOCAL row_security = off\"|]);", Description = "and ARC1002, by its own rule")]
    [TestCase("var batch = new NpgsqlBatchCommand([|\"set session authorization 'postgres'\"|]);")]
    public void A_way_past_the_context(string code) => TestBody(code);

    [TestCase("_ = clinic.Patients.ToList();")]
    [TestCase("using var transaction = clinic.Database.BeginTransaction(); transaction.Commit();")]
    [TestCase("var source = NpgsqlDataSource.Create(text); new DbContextOptionsBuilder().UseNpgsql(source);")]
    [TestCase("new DbContextOptionsBuilder().UseNpgsql(new NpgsqlConnection(text));", Description = "a context's own")]
    [TestCase("var connection = new NpgsqlConnection(text); connection.Open(); new DbContextOptionsBuilder().UseNpgsql(connection);")]
    [TestCase("_ = new NpgsqlDataSourceBuilder(text).Build();")]
    [TestCase("_ = new NpgsqlConnectionStringBuilder(text) { NoResetOnClose = false, Pooling = true };")]
    [TestCase("_ = \"Host=db;No Reset On Close=false\";")]
    [TestCase("_ = \"There is no reset on close.\";")]
    [TestCase("Console.WriteLine(\"the policy of row level security is in the database\");", Description = "said to a person")]
    [TestCase("_ = text == \"app.tenant\" || text == \"SET ROLE\";")]
    [TestCase("throw new InvalidOperationException(\"Row level security is off: ALTER TABLE ... ENABLE ROW LEVEL SECURITY\");")]
    [TestCase("using var command = new NpgsqlCommand(\"SELECT 1\");")]
    [TestCase("new Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder(null).Sql(\"CREATE INDEX a ON patients (name)\");")]
    [TestCase("var command = new Command(); command.CreateCommand(); command.OpenConnection();", Description = "of the same name")]
    [TestCase("Command.CommandText = \"SELECT 1\";")]
    [TestCase("using var connection = new Remote(text); connection.Open();", Description = "another server, where Archiet's context is not")]
    [TestCase("[CrossTenant(because: \"a database without tenants\")] NpgsqlConnection Rates() => new(text); Rates();")]
    [TestCase("void Use(NpgsqlConnection connection) => connection.Open();", Description = "reported where it comes from")]
    [TestCase("_ = blog.Posts.ToList(); _ = nameof(NpgsqlConnection);")]
    public void What_goes_by_the_context_or_elsewhere(string code) => TestBody(code);

    [Test]
    public void Beside_a_context_of_others_any_server() => MarkedContexts.Test(new Arc1010OwnConnection(), Id, Remote + """
        class Code
        {
            public object Open(string text) => new [|Remote|](text);
        }
        """).Verify();

    private const string Remote = """
        public class Remote(string text) : System.Data.Common.DbConnection
        {
            public override string ConnectionString { get; set; } = text;
            public override string Database => "";
            public override string DataSource => "";
            public override string ServerVersion => "";
            public override System.Data.ConnectionState State => default;
            public override void ChangeDatabase(string databaseName) { }
            public override void Close() { }
            public override void Open() { }
            protected override System.Data.Common.DbTransaction BeginDbTransaction(System.Data.IsolationLevel isolationLevel) => null!;
            protected override System.Data.Common.DbCommand CreateDbCommand() => null!;
        }

        """;

    private static void TestBody(string code) => Contexts.Test(new Arc1010OwnConnection(), Id, "using Microsoft.Extensions.DependencyInjection;\nusing Npgsql;\n" + Remote + $$"""
        class Command { public static string CommandText = ""; public void CreateCommand() { } public void OpenConnection() { } }

        class Code(ClinicContext clinic, BlogContext blog, NpgsqlDataSource source)
        {
            public async Task Run(string text, IServiceCollection services)
            {
                await Task.Yield();
                {{code}}
            }

            public object All => (clinic, blog, source);
        }
        """).Verify();
}
