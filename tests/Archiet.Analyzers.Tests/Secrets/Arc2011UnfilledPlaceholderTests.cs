using Archiet.Analyzers.Secrets;
using Archiet.Testing;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

public sealed class Arc2011UnfilledPlaceholderTests
{
    [TestCase("TODO")]
    [TestCase("TODO: ask the bank")]
    [TestCase("FIXME")]
    [TestCase("TBD")]
    [TestCase("changeme")]
    [TestCase("change-me")]
    [TestCase("CHANGE_ME_PLEASE")]
    [TestCase("ChangeThis")]
    [TestCase("replace-with-your-key")]
    [TestCase("REPLACE_ME")]
    [TestCase("your-api-key")]
    [TestCase("YOUR_API_KEY")]
    [TestCase("yourApiKey")]
    [TestCase("your-tenant.onmicrosoft.com")]
    [TestCase("insert-your-key-here")]
    [TestCase("Enter_the_Tenant_Id_Here")]
    [TestCase("[Enter-the-Client-Id]")]
    [TestCase("{your-key}")]
    [TestCase("placeholder")]
    [TestCase("<your-key>")]
    [TestCase("<API_KEY>")]
    [TestCase("<password>")]
    [TestCase("<insert key here>")]
    [TestCase("xxxx")]
    [TestCase("XXXXXXXX")]
    [TestCase("xxxx-xxxx-xxxx")]
    [TestCase("G-XXXXXXXXXX")]
    [TestCase("sk_live_xxxxxxxxxxxx")]
    [TestCase("#{Setting}#")]
    [TestCase("#{Octopus.Setting}")]
    [TestCase("__SETTING__")]
    [TestCase("__DbPassword__")]
    public void Under_any_name(string value) => Test("appsettings.json", $$"""{ "Setting": "[|{{value}}|]" }""");

    [TestCase("https://[|<tenant>|].auth0.com/")]
    [TestCase("https://[|#{Host}#|]/api")]
    [TestCase("Host=db1;Password=[|changeme|];Database=app")]
    [TestCase("Host=db1;Password=[|<password>|]")]
    [TestCase("Host=[|__DB_HOST__|];Database=app")]
    [TestCase("Endpoint=https://x;AccessKey=[|your-key|]")]
    public void In_an_address_or_a_connection_string(string value) => Test("appsettings.json", $$"""{ "Setting": "{{value}}" }""");

    [TestCase("${SECRET}")]
    [TestCase("$(Secret)")]
    [TestCase("%SECRET%")]
    [TestCase("{{secret}}")]
    [TestCase("xxx")]
    [TestCase("***")]
    [TestCase("********")]
    [TestCase("...")]
    public void Under_the_name_of_a_secret(string value)
    {
        Test("appsettings.json", $$"""{ "Api": { "ClientSecret": "[|{{value}}|]" } }""");
        Test("appsettings.json", $$"""{ "Api": { "Layout": "{{value}}" } }""");
    }

    [TestCase("")]
    [TestCase("real value")]
    [TestCase("todo")]
    [TestCase("Todo")]
    [TestCase("TODOS")]
    [TestCase("Todo items")]
    [TestCase("change")]
    [TestCase("changes")]
    [TestCase("replacements")]
    [TestCase("--replacements")]
    [TestCase("Your order was received")]
    [TestCase("Please enter your password")]
    [TestCase("yours")]
    [TestCase("youraccount")]
    [TestCase("<br>")]
    [TestCase("<b>name</b>")]
    [TestCase("<all>")]
    [TestCase("<p>your name</p>")]
    [TestCase("[Timestamp] {Level}")]
    [TestCase("{Timestamp:HH:mm:ss} {Message}{NewLine}")]
    [TestCase("${basedir}/logs/app.log")]
    [TestCase("%PROGRAMDATA%/app")]
    [TestCase("xx")]
    [TestCase("0xxxxx")]
    [TestCase("1.x.x")]
    [TestCase("Xbox")]
    [TestCase("__init__")]
    [TestCase("__typename")]
    [TestCase("ASPNETCORE__SETTING__NAME")]
    [TestCase("#333333")]
    [TestCase("*")]
    [TestCase("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/s)")]
    [TestCase("<noreply@corp>")]
    [TestCase("Shop <noreply@corp>")]
    [TestCase("(?<name>[a-z]+)")]
    [TestCase("a < b && c > d")]
    [TestCase("{0} {Name} ${jndi:ldap://x.corp/a} #{1} #{name} and more")]
    [TestCase("https://host/path?x=<y>")]
    [TestCase("00000000-0000-0000-0000-000000000000")]
    public void None(string value) => Test("appsettings.json", $$"""{ "Setting": "{{value}}" }""");

    [Test]
    public void States_patterns_and_texts_are_none() => Test("appsettings.json", """
        {
          "Board": { "Columns": [ "TODO", "DOING", "DONE" ], "DefaultStatus": "TODO", "Label": "FIXME" },
          "Ratings": [ "X", "XX", "XXX", "XXXX" ],
          "Phone": { "Format": "XXX-XXX-XXXX", "Mask": "xxxxxxxx", "Placeholder": "your-name" }
        }
        """);

    [Test]
    public void A_value_that_the_file_lists_elsewhere_is_a_word_of_its_domain() => Test("openapi.json", """
        {
          "paths": { "moves": [ { "from": [ "OPEN" ], "to": "TODO" } ] },
          "schemas": { "State": { "enum": [ "OPEN", "TODO", "DONE" ] } }
        }
        """);

    [Test]
    public void A_list_of_other_values_says_nothing_of_a_note() => Test("board.json", """{ "To": "[|TODO|]", "Columns": [ "OPEN", "TODO: ask", "DONE" ] }""");

    [TestCase("app.yaml", "password: ${PASSWORD}\ntoken: {{ .Values.token }}\nsecret: $(Secret)\napiKey: %KEY%\nurl: https://${HOST}/\n")]
    [TestCase("app.yaml", "password: [|changeme|]\nhost: [|TODO|] # a remark\nkey: \"[|<your-key>|]\"\n")]
    [TestCase(".env", "PASSWORD=${OTHER}\nTOKEN=$TOKEN\nHOST=[|TODO|]\nKEY=[|your-key-here|]\n")]
    [TestCase("Dockerfile", "ARG A=$B\nENV PASSWORD=[|changeme|] TOKEN=${TOKEN}\n")]
    [TestCase("nuget.config", "<configuration><add key=\"ClearTextPassword\" value=\"%FEED%\" /><add key=\"Password\" value=\"[|changeme|]\" /></configuration>")]
    [TestCase("App.csproj", "<Project><PropertyGroup><ApiKey>$(Key)</ApiKey><Url>[|https://github.com/&lt;your-org&gt;/x|]</Url></PropertyGroup></Project>", Description = "escaped: the whole value")]
    [TestCase("web.config", "<configuration><appSettings><add key=\"Host\" value=\"[|__HOST__|]\" /></appSettings></configuration>")]
    public void By_who_fills_it(string path, string markup) => Test(path, markup);

    [TestCase("appsettings.Development.json")]
    [TestCase("appsettings.Local.json")]
    [TestCase("appsettings.Test.json")]
    [TestCase("appsettings.template.json")]
    [TestCase("tests/appsettings.json")]
    [TestCase("docs/appsettings.json")]
    [TestCase("package-lock.json")]
    [TestCase("readme.md")]
    [TestCase("locales/en.json")]
    public void Where_placeholders_stay(string path) => Test(path, """{ "Setting": "changeme", "ApiKey": "<your-key>" }""");

    [TestCase("shop.genome.yaml", "entities:\n  Task:\n    fields:\n      state: TODO\n")]
    [TestCase(".env.example", "KEY=changeme\n")]
    [TestCase("compose.sample.yml", "key: changeme\n")]
    [TestCase("wwwroot/app.js", "const key = 'changeme';")]
    [TestCase("index.html", "<input name='key' value='changeme'>")]
    [TestCase("roles.sql", "CREATE ROLE a PASSWORD 'changeme';")]
    public void What_is_no_configuration_that_ships(string path, string text) => Test(path, text);

    [Test]
    public void A_pipeline_that_fills_a_form_is_named_in_the_settings() => Kit()
        .WithOption("archiet_filled_placeholders", "#{}#, __, ${}")
        .WithFile("appsettings.json", """{ "A": "#{A}#", "B": "__B__", "ClientSecret": "${C}", "Password": "[|%D%|]", "E": "[|changeme|]", "F": "[|<your-key>|]" }""")
        .Verify();

    [Test]
    public void A_test_project_ships_nowhere() => Kit().WithOption("build_property.IsTestProject", "true").WithFile("appsettings.json", """{ "A": "changeme" }""").Verify();

    [Test]
    public void The_message_names_the_key_and_what_it_says() => Assert.That(
        Kit().WithFile("appsettings.json", """{ "Smtp": { "Host": "[|TODO|]" } }""").Verify().Single().GetMessage(null),
        Does.StartWith("'Smtp:Host' still says 'TODO', and so it ships"));

    private static void Test(string path, string markup) => Kit().WithFile(path, markup).Verify();

    private static AnalyzerTest Kit() => new AnalyzerTest(new Arc2011UnfilledPlaceholder()).WithDefaultId("ARC2011").WithReferences(References.FrameworkOnly);
}
