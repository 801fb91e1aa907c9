using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Secrets;

/// <summary>Every form in which C# can write a text. TOKEN stands for a token, HEAD and TAIL for its halves.</summary>
public sealed class Arc2001ProviderTokenTests
{
    private static readonly string Token = Tokens.Any;

    [TestCase("string field = [|\"TOKEN\"|];")]
    [TestCase("const string Constant = [|\"TOKEN\"|];")]
    [TestCase("static readonly string Field = [|@\"TOKEN\"|];")]
    [TestCase("string Property { get; set; } = [|\"TOKEN\"|];")]
    [TestCase("string Property => [|\"TOKEN\"|];")]
    [TestCase("string Property { get => field ?? [|\"TOKEN\"|]; set; }")]
    [TestCase("static string M() { return [|\"TOKEN\"|]; }")]
    [TestCase("void M(string token = [|\"TOKEN\"|]) { }")]
    [TestCase("record Nested(string Token = [|\"TOKEN\"|]);")]
    [TestCase("class Nested(string token = [|\"TOKEN\"|]) { public string Token => token; }")]
    [TestCase("delegate void Handler(string token = [|\"TOKEN\"|]);")]
    [TestCase("interface INested { void M(string token = [|\"TOKEN\"|]); }")]
    [TestCase("class Base(string token) { public string Token => token; } class Derived() : Base([|\"TOKEN\"|]);")]
    [TestCase("[Obsolete([|\"TOKEN\"|])] void M() { }")]
    [TestCase("[System.ComponentModel.Description([|\"TOKEN\"|])] class Nested;")]
    [TestCase("void M([System.ComponentModel.Description([|\"TOKEN\"|])] int it) { }")]
    [TestCase("[return: System.ComponentModel.Description([|\"TOKEN\"|])] int M() => 0;")]
    [TestCase("[System.Text.Json.Serialization.JsonDerivedType(typeof(Code), typeDiscriminator: [|\"TOKEN\"|])] class Nested;")]
    [TestCase("enum Nested { [System.ComponentModel.Description([|\"TOKEN\"|])] One }")]
    [TestCase("(string, string) tuple = (\"a\", [|\"TOKEN\"|]);")]
    [TestCase("object anonymous = new { Key = [|\"TOKEN\"|] };")]
    [TestCase("string[] array = [[|\"TOKEN\"|]];")]
    [TestCase("Dictionary<string, string> map = new() { [\"key\"] = [|\"TOKEN\"|] };")]
    [TestCase("Dictionary<string, string> map = new() { { \"key\", [|\"TOKEN\"|] } };")]
    [TestCase("System.Linq.Expressions.Expression<Func<string>> tree = () => [|\"TOKEN\"|];")]
    [TestCase("Func<string, bool> check = it => it == [|\"TOKEN\"|];")]
    [TestCase("const string A = \"HEAD\"; const string B = [|A + \"TAIL\"|];")]
    [TestCase("const string A = [|\"TOKEN\"|]; const string B = \"Bearer \" + A;")]
    [TestCase("const string A = \"HEAD\"; const string B = [|$\"{A}TAIL\"|];")]
    [TestCase("const string B = [|\"HEAD\" + \"TAIL\"|];")]
    [TestCase("const string B = [|\"HEAD\" + (\"\" + \"TAIL\")|];")]
    [TestCase("string b = [|\"HEAD\" + $\"{\"TAIL\"}\"|];")]
    [TestCase("[Obsolete([|\"HEAD\" + \"TAIL\"|])] void M() { }")]
    [TestCase("string raw = [|\"\"\"TOKEN\"\"\"|];")]
    [TestCase("string json = [|\"\"\"{ \"token\": \"TOKEN\" }\"\"\"|];")]
    [TestCase("string url = [|\"https://host/?token=TOKEN&a=b\"|];")]
    [TestCase("string escaped = [|\"\\u0067hp_REST\"|];")]
    [TestCase("ReadOnlySpan<byte> Utf8 => [|\"TOKEN\"u8|];")]
    [TestCase("ReadOnlySpan<byte> Utf8 => [|\"HEAD\"u8 + \"TAIL\"u8|];")]
    [TestCase("byte[] bytes = [|\"TOKEN\"u8|].ToArray();")]
    public void In_a_member(string member) => Test($$"""
        class Code
        {
            {{member}}
        }
        """);

    [TestCase("Console.WriteLine([|\"TOKEN\"|]);")]
    [TestCase("Console.WriteLine(value: [|\"TOKEN\"|]);")]
    [TestCase("_ = name switch { \"a\" => [|\"TOKEN\"|], [|\"TOKEN\"|] => \"b\", _ => \"c\" };")]
    [TestCase("switch (name) { case [|\"TOKEN\"|]: break; }")]
    [TestCase("_ = name is [|\"TOKEN\"|] or \"other\";")]
    [TestCase("_ = new[] { name } is [[|\"TOKEN\"|]];")]
    [TestCase("_ = name ?? [|\"TOKEN\"|];")]
    [TestCase("name ??= [|\"TOKEN\"|];")]
    [TestCase("_ = name == \"\" ? [|\"TOKEN\"|] : name;")]
    [TestCase("System.Diagnostics.Debug.WriteLine([|\"TOKEN\"|]);")]
    [TestCase("throw new Exception([|\"TOKEN\"|]);")]
    [TestCase("return; Console.WriteLine([|\"TOKEN\"|]);")]
    [TestCase("string Unused() => [|\"TOKEN\"|];")]
    [TestCase("void Local(string token = [|\"TOKEN\"|]) { } Local();")]
    [TestCase("[Obsolete([|\"TOKEN\"|])] void Local() { }")]
    [TestCase("void Local([System.ComponentModel.Description([|\"TOKEN\"|])] int it) { } Local(0);")]
    [TestCase("var lambda = (string token = [|\"TOKEN\"|]) => token; lambda();")]
    [TestCase("var lambda = [Obsolete([|\"TOKEN\"|])] () => 1; lambda();")]
    [TestCase("var lambda = ([System.ComponentModel.Description([|\"TOKEN\"|])] int it) => it; lambda(0);")]
    [TestCase("_ = [|$\"Bearer TOKEN {name}\"|];")]
    [TestCase("_ = $\"{name}{(name == \"\" ? [|\"TOKEN\"|] : \"\")}\";")]
    [TestCase("_ = [|\"TOKEN\"|] + name;")]
    [TestCase("_ = [|name + \"HEAD\" + \"TAIL\"|];")]
    [TestCase("name += [|\"TOKEN\"|];")]
    [TestCase("_ = new Uri([|\"https://host/TOKEN\"|]) { };")]
    [TestCase("_ = new { name } with { name = [|\"TOKEN\"|] };")]
    [TestCase("lock ([|\"TOKEN\"|]) { }")]
    [TestCase("const string local = [|\"TOKEN\"|]; Console.WriteLine(local);")]
    [TestCase("_ = from it in name where it.ToString() == [|\"TOKEN\"|] select it;")]
    public void In_a_body(string statement) => Test($$"""
        class Code
        {
            void Run(string name)
            {
                {{statement}}
            }
        }
        """);

    [Test]
    public void On_the_assembly() => Test("""
        [assembly: System.Reflection.AssemblyMetadata("key", [|"TOKEN"|])]
        """);

    [Test]
    public void On_the_assembly_beside_top_level_statements() => Test("""
        [assembly: System.Reflection.AssemblyMetadata("key", [|"TOKEN"|])]
        Console.WriteLine();
        """);

    [Test]
    public void In_top_level_statements() => Test("""
        Console.WriteLine([|"TOKEN"|]);
        Console.WriteLine(Local() + Local(""));
        string Local(string token = [|"TOKEN"|]) => token;
        """);

    [TestCase("string comment = \"\"; // TOKEN")]
    [TestCase("string broken = \"HEAD TAIL\";")]
    [TestCase("string Hole(string name) => $\"HEAD{name}TAIL\";")]
    [TestCase("string Hole(string name) => \"HEAD\" + name + \"TAIL\";")]
    [TestCase("string[] parts = [\"HEAD\", \"TAIL\"];")]
    [TestCase("int number = 1 + 2;")]
    [TestCase("string empty = \"\" + \"\" + null;")]
    [TestCase("string name = nameof(Code);")]
    [TestCase("string guid = \"6f9619ff-8b86-d011-b42d-00cf4fc964ff\";")]
    [TestCase("string hash = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\";")]
    [TestCase("string jwtHeader = \"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9\";")]
    [TestCase("string pem = \"-----BEGIN PUBLIC KEY-----\";")]
    [TestCase("string image = \"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==\";")]
    [TestCase("string integrity = \"sha384-oqVuAfXRKap7fdgcCY5uykM6+R9GqQ8K/uxy9rx7HNQlGYl1kPzQho1wx4JwY8wC\";")]
    [TestCase("string text = \"Please enter your personal access token, such as ghp_ and 36 characters\";")]
    [TestCase("string name = \"sk_test_mode_is_switched_on_for_this_account\";")]
    [TestCase("string pattern = \"ghp_[0-9A-Za-z]{36}\";")]
    [TestCase("[Obsolete(\"Tests, PublicKey=0024000004800000940000000602000000240000525341310004000001000100\")] class Nested;")]
    public void Harmless(string member) => Test($$"""
        class Code
        {
            {{member}}
        }
        """);

    [Test]
    public void Generated_code_is_no_exception() =>
        new AnalyzerTest(new Arc2001ProviderToken()).WithDefaultId("ARC2001").WithSource($"class Emitted {{ string token = [|\"{Token}\"|]; }}", "Emitted.g.cs").Verify();

    [Test]
    public void Ten_thousand_parts_do_not_end_the_compiler()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("\"a\"", 2_000));
        Test($"class Code {{ string M(string name) => [|name + {sum} + \" HEAD\" + \"TAIL\"|]; }}");
    }

    [Test]
    public void The_message_names_the_kind_and_never_the_token()
    {
        var found = Test("class Code { string field = [|\"TOKEN\"|]; }").Single();
        Assert.That(found.GetMessage(null), Does.StartWith("The source holds 'gh… (40 characters)', by its form a GitHub personal access token").And.Not.Contain(Token[4..8]));
    }

    private static System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.Diagnostic> Test(string markup) => new AnalyzerTest(new Arc2001ProviderToken())
        .WithDefaultId("ARC2001")
        .WithReferences(Archiet.Testing.References.FrameworkOnly)
        .WithSource(markup.Replace("TOKEN", Token, StringComparison.Ordinal).Replace("HEAD", Token[..12], StringComparison.Ordinal)
            .Replace("TAIL", Token[12..], StringComparison.Ordinal).Replace("REST", Token[4..], StringComparison.Ordinal))
        .Verify();
}
