using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

public sealed class Arc2002ConnectionPasswordTests
{
    private static readonly Arc2002ConnectionPassword Rule = new();

    [TestCase("Host=db;Database=app;Username=app;Password=Tr0ub4dor&3")]
    [TestCase("Host=db;Password=Tr0ub4dor&3")]
    [TestCase("Server=tcp:sql1,1433;Initial Catalog=app;User ID=sa;Password='Tr0ub;4dor'")]
    [TestCase("Server=sql1;Uid=sa;Pwd=Tr0ub4dor")]
    [TestCase("server = sql1 ; user id = sa ; password = Tr0ub4dor ;")]
    [TestCase("Password=Tr0ub4dor;Host=db")]
    [TestCase("PASSWORD=Tr0ub4dor;HOST=db")]
    [TestCase("Data Source=sql1;Password=password1")]
    [TestCase("Host=localhost;Username=app;Password=Tr0ub4dor")]
    [TestCase("Host=db;Username=guest;Password=guest")]
    [TestCase("Host=db;Username=app;Password=P@ssw0rd")]
    [TestCase("Host=db;Username=app;Password=hunter2;SSL Mode=Require;Trust Server Certificate=true")]
    [TestCase("DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=kq0Yl9vWm3u2d1s8RzX5aQ7wPfLtHc4NbGyJ6xVeKo0iTdSZrM2uBhCq8nWgXjE1yFpA3kUvR5lO9zDsIm7t4w==")]
    [TestCase("Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=send;SharedAccessKey=kq0Yl9vWm3u2d1s8RzX5aQ7wPfLtHc4NbGyJ6xVeKo0=")]
    [TestCase("AccountEndpoint=https://shop.documents.azure.com:443/;AccountKey=kq0Yl9vWm3u2d1s8RzX5aQ7wPfLtHc4NbGyJ6xVe==")]
    [TestCase("Host=db;Username=user;Password=user")]
    [TestCase("Host=db;Password=test")]
    [TestCase("Host=db;Password=..Tr0ub4dor")]
    [TestCase("Host=db;Password=admin")]
    [TestCase("{ \"ConnectionStrings\": { \"Db\": \"Host=db;Username=app;Password=Tr0ub4dor\" } }")]
    [TestCase("<add name=\"Db\" connectionString=\"Server=sql1;Password=Tr0ub4dor;\" />")]
    [TestCase("Host=db;Password=\"Tr0ub;4dor\";Database=app")]
    [TestCase("<add connectionString='Server=sql1;Password=\"Tr0ub4dor\"' />")]
    [TestCase("first line\nHost=db\nnext;Host=db;Password=Tr0ub4dor\n")]
    [TestCase("dotnet run -- 'Host=db;Password=Tr0ub4dor'")]
    [TestCase("amqp://shop:Tr0ub4dor@rabbit")]
    [TestCase("https://deploy:Tr0ub4dor@git.corp/repo.git?a=b")]
    [TestCase("postgres://app:Tr0ub4dor@db:5432/app")]
    [TestCase("postgres://app:Tr0ub%40dor@localhost/app")]
    [TestCase("mongodb+srv://app:Tr0ub4dor@cluster0.abcde.mongodb.net/?retryWrites=true")]
    [TestCase("redis://:Tr0ub4dor@cache:6379")]
    [TestCase("amqp://guest:guest@rabbit:5672")]
    [TestCase("see https://docs/ then clone https://me:Tr0ub4dor@git/repo and build")]
    [TestCase("ftp://files:Tr0ub@4dor@host/x")]
    public void A_password(string text) => Assert.That(Find(text), Is.Not.Null);

    [TestCase("Host=db;Database=app;Username=app", Description = "no password")]
    [TestCase("Host=db;Username=app;Password=")]
    [TestCase("Host=db;Username=app;Password=;Database=app")]
    [TestCase("Host=localhost;Username=postgres;Password=postgres")]
    [TestCase("Server=127.0.0.1,1433;User Id=test;Password=test")]
    [TestCase("Server=(localdb)\\mssqllocaldb;User=sa;Password=sa")]
    [TestCase("Server=tcp:localhost\\SQLEXPRESS;User=sa;Password=sa")]
    [TestCase("Host=db;Password=<password>")]
    [TestCase("Host=db;Password=<the password; see the wiki>")]
    [TestCase("Host=db;Password=${DB_PASSWORD}")]
    [TestCase("Host=db;Password={0};Database=app")]
    [TestCase("Host=db;Password={{password}}")]
    [TestCase("Host=db;Password=#{DbPassword}#")]
    [TestCase("Host=db;Password=%DB_PASSWORD%")]
    [TestCase("Host=db;Password=$(DbPassword)")]
    [TestCase("Host=db;Password=$DB_PASSWORD")]
    [TestCase("Host=db;Password=__DbPassword__")]
    [TestCase("Host=db;Password=@Microsoft.KeyVault(SecretUri=https://vault/secrets/db)")]
    [TestCase("Host=db;Password=********")]
    [TestCase("Host=db;Password=xxxxx")]
    [TestCase("Host=db;Password=...")]
    [TestCase("It is no connection string, as Host=...;Username=...;Password=... is.")]
    [TestCase("Host=…;Username=…;Password=… and so on")]
    [TestCase("Host=db;Password=changeme")]
    [TestCase("Host=db;Password=change_me")]
    [TestCase("Host=db;Password=password")]
    [TestCase("Host=db;Password=your-password")]
    [TestCase("Server=localhost,1433;User Id=sa;Password=Your_password123;")]
    [TestCase("Host=db;Password=your_password_here")]
    [TestCase("Host=db;Password=mySecretPassword")]
    [TestCase("Host=db;Password=TODO")]
    [TestCase("Endpoint=https://shop.webpubsub.azure.com/;AccessKey=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789ABCDEFGHIJKL")]
    [TestCase("Host=db;Password=password_read")]
    [TestCase("Host=db;Password=test-password")]
    [TestCase("Endpoint=sb://test.servicebus.windows.net/;SharedAccessKeyName=test;SharedAccessKey=test")]
    [TestCase("Endpoint=sb://localhost;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=SAS_KEY_VALUE;UseDevelopmentEmulator=true;")]
    [TestCase("Host=db.example.com;Username=app;Password=Tr0ub4dor")]
    [TestCase("Host=db.invalid;Username=app;Password=Tr0ub4dor")]
    [TestCase("AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;")]
    [TestCase("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://127.0.0.1")]
    [TestCase("Please enter your password; it must have = 12 characters")]
    [TestCase("password=Tr0ub4dor;")]
    [TestCase("Host=db;Password='<the password; see the wiki>'")]
    [TestCase("Host=db; Password = 'your password here' ;")]
    [TestCase("colour=red;password=Tr0ub4dor")]
    [TestCase("Host=db;Password_Policy=strong;")]
    [TestCase("SELECT * FROM users WHERE password = 'abc'; DELETE FROM users")]
    [TestCase("a=1;b=2;c=3")]
    [TestCase("width=device-width; initial-scale=1")]
    [TestCase("InstrumentationKey=6f9619ff-8b86-d011-b42d-00cf4fc964ff;IngestionEndpoint=https://westeurope.in.applicationinsights.azure.com/")]
    [TestCase("System.Web, Version=4.0.0.0; PublicKeyToken=b03f5f7f11d50a3a")]
    [TestCase("https://host/path@2x.png")]
    [TestCase("https://host:8080/@user/repo")]
    [TestCase("https://user@host/repo")]
    [TestCase("https://host/?redirect=https://a:b")]
    [TestCase("https://host/?mail=a:b@c")]
    [TestCase("amqp://guest:guest@localhost:5672")]
    [TestCase("postgres://postgres:postgres@127.0.0.1/app")]
    [TestCase("postgres://postgres:postgres@[::1]:5432/app")]
    [TestCase("https://user:password@host/")]
    [TestCase("https://user:{password}@host/")]
    [TestCase("https://user:${PASSWORD}@host/")]
    [TestCase("https://user:pass@example.com/")]
    [TestCase("https://user:Tr0ub4dor@www.example.org/")]
    [TestCase("https?://[^:]+:[^@]+@")]
    [TestCase("^https://\\w+:\\w+@.*$")]
    [TestCase("urn:ietf:params:oauth@host://a")]
    [TestCase("://:@")]
    [TestCase("a://b:c@")]
    [TestCase("=;=;=;==@://")]
    public void None(string text) => Assert.That(Find(text), Is.Null);

    [Test]
    public void In_code() => Test(""""
        class Code
        {
            const string Password = "Tr0ub4dor";
            string literal = [|"Host=db;Username=app;Password=Tr0ub4dor"|];
            string joined = [|"Host=db;Username=app;Password=" + Password|];
            string Template(string host) => [|$"Host={host};Username=app;Password=Tr0ub4dor"|];
            string Sum(string host) => "Host=" + host + [|";Username=app;Password=Tr0ub4dor"|];
            string url = [|"amqp://app:" + Password + "@rabbit"|];
            string UrlOf(string user) => [|$"amqp://{user}:Tr0ub4dor@rabbit"|];
            ReadOnlySpan<byte> Utf8 => [|"Host=db;Password=Tr0ub4dor"u8|];
            string json = [|"""
                { "ConnectionStrings": { "Db": "Host=db;Username=app;Password=Tr0ub4dor" } }
                """|];
            [Obsolete([|"use amqp://app:Tr0ub4dor@rabbit"|])] void M(string to = [|"Host=db;Password=Tr0ub4dor"|]) { }
        }
        """");

    [Test]
    public void What_only_run_time_knows_is_no_secret_of_the_source() => Test("""
        class Code
        {
            string Template(string password) => $"Host=db;Username=app;Password={password}";
            string Part(string password) => $"Host=db;Username=app;Password=A{password}b1";
            string Sum(string password) => "Host=db;Username=app;Password=" + password;
            string Closed(string password) => "Host=db;Username=app;Password=" + password + ";Database=app";
            string Url(string password) => $"amqp://app:{password}@rabbit";
            string UrlSum(string password) => "amqp://app:" + password + "@rabbit";
            string Format(string password) => string.Format("amqp://app:{0}@rabbit", password);
        }
        """);

    [Test]
    public void A_constant_is_reported_where_it_is_written_and_not_again_where_it_is_used() => Test("""
        class Code
        {
            const string Db = [|"Host=db;Username=app;Password=Tr0ub4dor"|];
            const string Pooled = Db + ";Pooling=true";
            string Use(int size) => $"{Db};Maximum Pool Size={size}";
        }
        """);

    [Test]
    public void The_message_names_the_key_and_never_the_password()
    {
        var found = Test("""
            class Code
            {
                string one = [|"Host=db;Pwd=Tr0ub4dor"|];
                string two = [|"amqp://app:Tr0ub4dor@rabbit"|];
            }
            """);
        Assert.That(
            found.OrderBy(it => it.Location.SourceSpan.Start).Select(it => string.Join(',', it.GetMessage(null).Split(',')[..2])),
            Is.EqualTo(["The source holds 'Pwd' of a connection string, 'Tr… (9 characters)'", "The source holds the password in a URL of 'amqp', 'Tr… (9 characters)'"]));
        Assert.That(found.Select(it => it.GetMessage(null)), Has.All.Not.Contain("Tr0ub"));
    }

    [Test]
    public void A_justified_suppression_is_the_way_out_and_a_pragma_is_none() => Test("""
        using System.Diagnostics.CodeAnalysis;

        #pragma warning disable ARC2002
        class Code
        {
            [SuppressMessage("Archiet.Secrets", "ARC2002", Justification = "the printer's factory password, printed in its manual")]
            string printer = "Host=printer;Password=Tr0ub4dor";

            string db = [|"Host=db;Password=Tr0ub4dor"|];
        }
        """);

    private static Secret? Find(string text) => Rule.MayHold(text) ? Rule.Find(text) : null;

    private static System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> Test(string markup) =>
        new AnalyzerTest(new Arc2002ConnectionPassword()).WithDefaultId("ARC2002").WithReferences(Archiet.Testing.References.FrameworkOnly).WithSource(markup).Verify();
}
