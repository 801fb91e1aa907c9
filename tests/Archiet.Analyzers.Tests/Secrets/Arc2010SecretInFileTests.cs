using System.Collections.Immutable;
using Archiet.Analyzers.Secrets;
using Archiet.Testing;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

public sealed class Arc2010SecretInFileTests
{
    private static string Token => Tokens.Any;

    [Test]
    public void Json() => Test("appsettings.json", $$"""
        {
          // An old one: [|{{Token}}|]
          "ConnectionStrings": {
            "Archiet": "Host=db1;Username=app;Password=[|Tr0ub4dor&3|];Database=app",
            "Queue": "amqp://app:[|Tr0ub4dor&3|]@rabbit1",
            "Storage": "DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=[|kq0Yl9vWm3u2d1s8RzX5aQ7wPfLtHc4NbGyJ6xVeKo0iTdSZrM2uBhCq8nWgXjE1yFpA3kUvR5lO9zDsIm7t4w==|]"
          },
          "Jwt": { "Issuer": "https://login.corp", "Key": "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" },
          "GitHub": { "Token": "[|{{Token}}|]" },
          "Smtp": { "Password": "[|Tr0ub\u0034dor&3|]", "Port": 25, "User": "app" },
          "Legacy:Password": "[|Tr0ub4dor&3|]",
          "ApiKeys": [ "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]", "none" ],
          "Settings": [ { "name": "DB_PASSWORD", "value": "[|Tr0ub4dor&3|]", "slotSetting": false } ],
          "args": [ "--client-secret=[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]", "[|--db-password=Tr0ub\u0034dor&3|]" ],
          "Headers": { "Authorization": "Basic [|YXBwOlRyMHViNGRvciYz|]" },
          "Certificate": "[|{{KeyTexts.Pkcs8.Replace("\n", "\\n", StringComparison.Ordinal).Replace("-----END", "|]-----END", StringComparison.Ordinal)}}",
        }
        """);

    [Test]
    public void Harmless_json() => Test("appsettings.json", """
        {
          "ConnectionStrings": {
            "Empty": "Host=db1;Username=app;Password=", "Integrated": "Server=db1;Integrated Security=true", "Hole": "Host=db1;Password=${DB_PASSWORD}",
            "Local": "Host=localhost;Username=postgres;Password=postgres", "Template": "Host=db1;Password=<password>", "File": "Data Source=app.db"
          },
          "Jwt": { "Issuer": "https://login.corp", "Key": "", "KeyId": "q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea", "PublicKey": "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A" },
          "Vault": { "ClientSecret": "@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)", "Password": "op://vault/item/password" },
          "PasswordOptions": { "RequiredLength": 12, "PasswordPolicy": "strong1", "PasswordResetUrl": "https://app/reset?x=1", "PasswordHash": "AQAAAAIAAYagAAAAEKn5q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1EaTr0ub4dorq8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1" },
          "Labels": { "Password": "Your password must have 12 characters", "ApiKey": "X-Api-Key", "Token": "access_token", "Secret": "ClientSecret" },
          "Ids": { "ClientId": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "TenantToken": "6f9619ff-8b86-d011-b42d-00cf4fc964ff", "Commit": "3f786850e387550fdab836ed7e6dc881de23001b" },
          "Integrity": { "hash": "sha512-q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1EaTr0ub4dorq8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea==" },
          "Placeholders": { "Password": "changeme", "Secret": "your-secret-here", "ApiKey": "xxxxxxxxxxxxxxxx", "Token": "#{Token}#" },
          "CancellationToken": "none", "TokenLifetime": "00:15:00", "MaxTokens": 4096, "Secrets": { "Path": "/run/secrets/app", "Enabled": true },
          "ApplicationInsights": { "ConnectionString": "InstrumentationKey=6f9619ff-8b86-d011-b42d-00cf4fc964ff;IngestionEndpoint=https://westeurope.in.applicationinsights.azure.com/" }
        }
        """);

    [Test]
    public void Yaml() => Test("compose.yaml", $$"""
        # An old one: [|{{Token}}|]
        services:
          app:
            environment:
              - SMTP_PASSWORD=[|Tr0ub4dor&3|]
              - "API_KEY=[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]"
              - URL=https://deploy:[|Tr0ub4dor&3|]@git.corp/repo
          db:
            environment: { POSTGRES_PASSWORD: [|Tr0ub4dor&3|], POSTGRES_USER: app }
        spec:
          containers:
            - name: app
              env:
                - name: DB_PASSWORD
                  value: "[|Tr0ub4dor&3|]"   # a remark
        jwt: &jwt
          key: '[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]'
          password: !!str [|Tr0ub4dor&3|]
        secret: |
          [|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]
        script: |
          export TOKEN=[|{{Token}}|]
          psql "postgres://app:[|Tr0ub4dor&3|]@db/app"
        """);

    [Test]
    public void Harmless_yaml() => Test("app.yaml", """
        password: ${PASSWORD}
        token: {{ .Values.token }}
        apiKey: $(ApiKey)
        secretName: app-secret
        secretKeyRef: { name: app, key: password }
        env:
          - name: DB_PASSWORD
            valueFrom: { secretKeyRef: { name: db, key: password-1 } }
          - PASSWORD_FILE=/run/secrets/password1
          - POSTGRES_PASSWORD
        password_policy: strong1
        tokens: [access_token, refresh_token]
        script: |
          export PASSWORD=$(cat /run/secrets/password)
          curl -H "Authorization: Bearer $TOKEN" https://host
        image: registry/app@sha256:3f786850e387550fdab836ed7e6dc881de23001b3f786850e387550fdab836ed
        empty_password: ""
        passwordless: *jwt
        """);

    [Test]
    public void A_genome() => Test("shop.genome.yaml", $$"""
        app: { name: Shop }
        entities:
          User:
            fields:
              password: { type: string, max: 120, required: true }
              token: { type: string, default: "[|{{Token}}|]" }
              secret: string(40)
            seed:
              - { email: a@corp, password: "[|Tr0ub4dor&3|]" }
        integrations:
          mail: { url: "https://shop:[|Tr0ub4dor&3|]@mail.corp" }
        """);

    [Test]
    public void Project_files() => Test("App.csproj", $$"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <!-- [|{{Token}}|] -->
            <NuGetApiKey>[|{{Tokens.Makers["NuGet API key"](1)}}|]</NuGetApiKey>
            <SigningPassword>[|Tr0ub4dor&amp;3|]</SigningPassword>
            <Connection>Host=db1;Password=[|Tr0ub4dor|]</Connection>
            <AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile>
            <UserSecretsId>6f9619ff-8b86-d011-b42d-00cf4fc964ff</UserSecretsId>
            <ApiKey>$(NuGetApiKey)</ApiKey>
            <PublicKey>00240000048000009400000006020000002400005253413100040000</PublicKey>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Password.Generator" Version="1.2.3" />
            <InternalsVisibleTo Include="App.Tests" Key="0024000004800000940000000602000000240000525341310004000001000100" />
          </ItemGroup>
          <Target Name="Push"><Exec Command="dotnet nuget push -k [|{{Tokens.Makers["NuGet API key"](2)}}|] -s https://ci:[|Tr0ub4dor|]@feed.corp/" /></Target>
        </Project>
        """);

    [Test]
    public void Xml_configuration() => Test("web.config", """
        <configuration>
          <appSettings>
            <add key="SmtpPassword" value="[|Tr0ub4dor&amp;3|]" />
            <add value='[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]' key='ApiKey' />
            <add key="PasswordAttempts" value="5" />
            <add key="webpages:Version" value="3.0.0.0" />
          </appSettings>
          <connectionStrings>
            <add name="Db" connectionString="Server=sql1;User ID=sa;Password=[|Tr0ub4dor|];" providerName="System.Data.SqlClient" />
            <add name="Safe" connectionString="Server=sql1;Integrated Security=SSPI" />
          </connectionStrings>
          <applicationSettings><App><setting name="ServicePassword" serializeAs="String"><value>[|Tr0ub4dor&amp;3|]</value></setting></App></applicationSettings>
          <environmentVariable name="JWT_KEY" value="[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" />
          <machineKey decryptionKey="AutoGenerate,IsolateApps" validation="SHA1" />
          <assemblyIdentity name="Newtonsoft.Json" publicKeyToken="30ad4fe6b2a6aeed" culture="neutral" />
        </configuration>
        """);

    [Test]
    public void Nuget_configuration() => Test("nuget.config", """
        <configuration>
          <packageSources><add key="corp" value="https://feed.corp/v3/index.json" /></packageSources>
          <packageSourceCredentials>
            <corp>
              <add key="Username" value="ci" />
              <add key="ClearTextPassword" value="[|Tr0ub4dor&amp;3|]" />
            </corp>
            <other><add key="ClearTextPassword" value="%FEED_PASSWORD%" /></other>
          </packageSourceCredentials>
        </configuration>
        """);

    [Test]
    public void Env() => Test(".env", $$"""
        # [|{{Token}}|]
        DB_PASSWORD=[|Tr0ub4dor&3|]
        export API_KEY="[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]"
        JWT_SECRET='[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]' # a remark
        DATABASE_URL=postgres://app:[|Tr0ub4dor|]@db1/app
        STRIPE=[|{{Tokens.Makers["Stripe secret key"](3)}}|]
        EMPTY_PASSWORD=
        OTHER_PASSWORD=${DB_PASSWORD}
        PASSWORD_FILE=/run/secrets/password1
        TOKEN_LIFETIME=15m
        ID=6f9619ff-8b86-d011-b42d-00cf4fc964ff
        """);

    [Test]
    public void Dockerfile() => Test("Dockerfile", $$"""
        FROM base:1
        ARG NUGET_TOKEN
        ARG API_KEY=[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]
        ENV DB_PASSWORD=[|Tr0ub4dor&3|] ASPNETCORE_URLS=http://+:8080 \
            SMTP_PASSWORD="[|Tr0ub4dor&3|]"
        ENV OLD_PASSWORD [|Tr0ub4dor&3|]
        ENV TOKEN=$NUGET_TOKEN
        RUN git clone https://ci:[|Tr0ub4dor|]@git.corp/repo && echo [|{{Token}}|]
        RUN --mount=type=secret,id=token cat /run/secrets/token1
        """);

    [Test]
    public void Sql() => Test("roles.sql", $$"""
        -- [|{{Token}}|]
        CREATE ROLE app LOGIN PASSWORD '[|Tr0ub4dor&3|]';
        ALTER LOGIN sa WITH PASSWORD = N'[|Tr0ub4dor&3|]';
        CREATE USER b IDENTIFIED BY '[|Tr0ub4dor&3|]';
        DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'a') THEN CREATE ROLE a LOGIN PASSWORD '[|Tr0ub4dor&3|]'; END IF; END $$;
        DO $$ BEGIN PERFORM 1 WHERE password = 'abc12345'; END $$;
        CREATE DATABASE SCOPED CREDENTIAL c WITH IDENTITY = 'SHARED ACCESS SIGNATURE', SECRET = '[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]';
        SELECT dblink_connect('postgres://app:[|Tr0ub4dor|]@db2/app');
        CREATE ROLE reader LOGIN PASSWORD NULL;
        ALTER ROLE app PASSWORD 'SCRAM-SHA-256$4096:q8Zr2LwVx0Tn5Yb7KdHs3M==$abc:def';
        CREATE ROLE migrator LOGIN PASSWORD :'password';
        SELECT * FROM users WHERE password = 'abc12345' OR kind = 'password1';
        INSERT INTO users (email, password_hash) VALUES ('a@corp', '$2b$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy');
        """);

    [Test]
    public void Scripts() => Test("wwwroot/app.ts", $$"""
        // [|{{Token}}|]
        const apiKey = "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]";
        let password: string = '[|Tr0ub4dor&3|]';
        config.clientSecret = `[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]`;
        settings["password"] = "[|Tr0ub4dor&3|]";
        const options = { jwt: { key: "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" }, "api-key": "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" };
        const key = process.env.API_KEY || "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]";
        fetch(`https://app:[|Tr0ub4dor|]@host/${id}`);
        fetch(`[|https://app:\x54r0ub4dor@host/${id}|]`);
        call("[|{{Token}}|]");
        const passwordField = "password-1", type = show ? "text" : "password", tokenUrl = "https://host/token1";
        const pattern = /password = "Tr0ub4dor&3"/, message = "The password Tr0ub4dor&3 is wrong";
        form.password = form.elements["password2"].value; localStorage.removeItem("token1");
        const url = `https://${user}:${password}@host/`;
        if (token === "x") { } /* password = "Tr0ub4dor&3" */
        """);

    [Test]
    public void Pages() => Test("wwwroot/index.html", $$"""
        <!-- [|{{Token}}|] -->
        <meta name="api-key" content="[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]">
        <div data-api-key="[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" data-token-url="https://host/token1"></div>
        <input type="password" name="password" value="[|Tr0ub4dor&amp;3|]" placeholder="Password 1" autocomplete="new-password">
        <label for="password1">Password: Tr0ub4dor&3</label>
        <script>const secret = "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]"; it("doesn't matter");</script>
        <script src="app.js" integrity="sha384-q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Eaq8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea"></script>
        """);

    [Test]
    public void Razor() => Test("Pages/Index.cshtml", $$"""
        @* [|{{Token}}|] *@
        @{
            var apiKey = "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]"; var title = "Password 1";
            ViewData["Password"] = @"[|Tr0ub4dor&3|]";
        }
        <input asp-for="Password" value="@Model.Password" />
        <div data-secret="[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]" data-key="@key"></div>
        @functions { string ConnectionString => "Host=db1;Password=[|Tr0ub4dor|]"; }
        """);

    [TestCase("appsettings.Development.json", "{ \"A\": \"Host=localhost;Username=app;Password=Tr0ub4dor\", \"B\": \"amqp://app:Tr0ub4dor@127.0.0.1\" }")]
    [TestCase("appsettings.Development.json", "{ \"A\": \"Host=db1;Username=app;Password=[|Tr0ub4dor|]\", \"Jwt\": { \"Key\": \"[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]\" } }")]
    [TestCase("appsettings.json", "{ \"A\": \"Host=localhost;Username=app;Password=[|Tr0ub4dor|]\" }")]
    [TestCase(".env.local", "URL=postgres://app:Tr0ub4dor@localhost/app\nSMTP_PASSWORD=[|Tr0ub4dor&3|]\n")]
    [TestCase(".env.example", "URL=postgres://app:Tr0ub4dor@db1/app\nSMTP_PASSWORD=Tr0ub4dor&3\n")]
    [TestCase("pages/login.spec.ts", "const password = \"Tr0ub4dor&3\";")]
    [TestCase("tests/appsettings.json", "{ \"Password\": \"Tr0ub4dor&3\" }")]
    [TestCase("samples/compose.yaml", "password: Tr0ub4dor&3\n")]
    [TestCase("appveyor.yml", "environment:\n  DB: Host=db1;Password=Password12!\n  NUGET_TOKEN:\n    secure: q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea\n")]
    [TestCase("azure-pipelines.yml", "variables:\n  SA_PASSWORD: Tr0ub4dor&3\n")]
    [TestCase("pipelines.yml", "variables:\n  SA_PASSWORD: [|Tr0ub4dor&3|]\n")]
    [TestCase("TestSuite/compose.yaml", "password: Tr0ub4dor&3\n")]
    [TestCase("SuiteHotels/compose.yaml", "password: [|Tr0ub4dor&3|]\n")]
    [TestCase("locales/en.json", "{ \"password\": \"Passwort2\", \"x\": \"https://app:[|Tr0ub4dor|]@db1\" }")]
    [TestCase("package-lock.json", "{ \"password\": \"Tr0ub4dor&3\" }")]
    [TestCase("app.min.js", "password = \"Tr0ub4dor&3\"")]
    [TestCase("notes.txt", "password = \"Tr0ub4dor&3\"")]
    public void By_where_the_file_stands(string path, string markup) => Test(path, markup);

    [Test]
    public void A_token_is_found_in_an_example_too() => Test(".env.example", $"TOKEN=[|{Token}|]\n");

    [Test]
    public void A_test_project_has_made_up_passwords_and_real_tokens() => Kit()
        .WithOption("build_property.IsTestProject", "true")
        .WithFile("appsettings.json", $"{{ \"Password\": \"Tr0ub4dor&3\", \"Url\": \"amqp://a:Tr0ub4dor@rabbit\", \"Key\": \"[|{Token}|]\" }}")
        .Verify();

    [Test]
    public void Folders_above_the_project_say_nothing() => Kit()
        .WithOption("build_property.ProjectDir", "/src/tests/samples/app/")
        .WithFile("/src/tests/samples/app/appsettings.json", "{ \"Password\": \"[|Tr0ub4dor&3|]\" }")
        .WithFile("/src/tests/samples/app/tests/appsettings.json", "{ \"Password\": \"Tr0ub4dor&3\" }")
        .Verify();

    [TestCase("/src/test/Shop.ConsoleTestApp/", false)]
    [TestCase("/src/tests/Shop.TestApp/", false)]
    [TestCase("/src/apps/Blood.TestApp/", true)]
    [TestCase("/src/test/Shop.App/", true)]
    [TestCase("/src/test/Shop.LatestApp/", true)]
    public void An_app_to_try_things_out_with_among_tests_has_made_up_passwords(string project, bool isFound) => Kit()
        .WithOption("build_property.ProjectDir", project)
        .WithFile(project + "appsettings.json", isFound ? "{ \"Password\": \"[|Tr0ub4dor&3|]\" }" : "{ \"Password\": \"Tr0ub4dor&3\" }")
        .Verify();

    [Test]
    public void A_token_is_found_in_an_app_to_try_things_out_with_too() => Kit()
        .WithOption("build_property.ProjectDir", "/src/test/Shop.TestApp/")
        .WithFile("/src/test/Shop.TestApp/appsettings.json", $"{{ \"Key\": \"[|{Token}|]\" }}")
        .Verify();

    /// <summary>A deployment puts the parts together, and what it is given is in no file.</summary>
    [TestCase("[concat('Data Source=tcp:', reference('sql').name, ',1433;User Id=', parameters('user'), ';Password=', parameters('sqlAdministratorPassword'), ';Encrypt=True;')]")]
    [TestCase("[concat('Server=', parameters('server'), ';Password=', variables('password'))]")]
    [TestCase("[concat('Server=', parameters('server'), ';Password=[|Tr0ub4dor&3|];Encrypt=True')]")]
    [TestCase("[concat('Server=db1;User Id=it''s;Password=[|Tr0ub4dor&3|]')]")]
    [TestCase("[concat('Server=db1;User Id=app;Password=[|Tr0ub''4dor|];Encrypt=True')]")]
    [TestCase("[['Server=db1;User Id=app;Password=[|Tr0ub4dor&3|]']")]
    [TestCase("Server=db1;User Id=app;Password='[|Tr0ub4dor&3|]'")]
    public void Expressions_of_Azure_templates(string value) => Test("azuredeploy.json", $"{{ \"connectionString\": \"{value}\" }}");

    [Test]
    public void A_hash_opens_nothing() => Test("appsettings.json", """
        {
          "HashedPassword": "TfKzh9RLix6FPcCNeHLkGrysFu3bYxqzGqduNdi8v1U=", "HashedClientSecret": "jEv58d0SVbGQ3nBZM0lkzHghG4Y+lMKW80wipz+9vHk=",
          "Old": { "HashedPassword": "[|Tr0ub4dor&3|]" }, "ClientSecret": "[|jEv58d0SVbGQ3nBZM0lkzHghG4Y+lMKW80wipz+9vHk=|]", "HashSecret": "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]"
        }
        """);

    [Test]
    public void What_a_page_keeps_in_the_browser_has_a_name() => Test("Chat.razor", """
        @code {
            private const string SessionStorageKey = "ai.chatbot.session.v1", StorageKey = "[|q8Zr2LwVx0Tn5Yb7KdHs3Mf6Gj9Pc1Ea|]";
        }
        """);

    [Test]
    public void A_file_that_is_too_long_or_no_text_is_not_read() => Kit()
        .WithFile("long.json", "{ \"Password\": \"Tr0ub4dor&3\" }" + new string(' ', 1 << 20))
        .WithFile("binary.json", "{ \"Password\": \"Tr0ub4dor&3\" }\0")
        .Verify();

    [Test]
    public void The_message_names_the_key_and_never_the_secret()
    {
        var found = Test("appsettings.json", """{ "Smtp": { "Password": "[|Tr0ub4dor&3|]" } }""").Single();
        Assert.That(found.GetMessage(null), Does.StartWith("'Smtp:Password' holds a secret (as its name says), Tr… (11 characters), and").And.Not.Contain("ub4"));
        Assert.That(found.Location.GetLineSpan().ToString(), Is.EqualTo("appsettings.json: (0,25)-(0,36)"));
    }

    private static ImmutableArray<Diagnostic> Test(string path, string markup) => Kit().WithFile(path, markup).Verify();

    private static AnalyzerTest Kit() => new AnalyzerTest(new Arc2010SecretInFile()).WithDefaultId("ARC2010").WithReferences(References.FrameworkOnly);
}
