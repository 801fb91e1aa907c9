using Archiet.Sdk.Tasks.Traceability;

namespace Archiet.Emit.Tests;

/// <summary>Which tests say what they prove, read from their text.</summary>
public sealed class VerifiesReaderTests
{
    [TestCase("""class A { [Verifies("Order")] void Works() { } }""", "A.Works: Order")]
    [TestCase("""namespace X; public sealed class A { [Test, Archiet.Verifies("Order.fields.total", "roles.clerk")] public async Task<List<int>> Works<T>(int a) => 1; }""", "A.Works: Order.fields.total; A.Works: roles.clerk")]
    [TestCase("""class A { [Verifies("a")] [VerifiesAttribute("b")] [Test] public (int, int) Works() => (1, 2); }""", "A.Works: a; A.Works: b")]
    [TestCase("""[Verifies("Order")] public sealed record class A(int B) { void No() { } }""", "A: Order")]
    [TestCase("""class A { class B { } record struct C(int D); class E { [Verifies("x")] void F() { } } [Verifies("y")] void G() { } }""", "A.E.F: x; A.G: y")]
    [TestCase("""class A { void No() { if (true) { } } [Verifies("x")] void F() { } }""", "A.F: x")]
    [TestCase("""class A { [TestCase("]", Verifies = 1), Verifies(@"x")] void F() { } }""", "A.F: x")]
    [TestCase("""class @class { [Verifies("x")] void @if() { } }""", "class.if: x")]
    public void A_test_is_named_with_its_class(string code, string expected) => Assert.That(Read(code), Is.EqualTo(expected));

    [TestCase("""// [Verifies("x")]""")]
    [TestCase("""class A { /* [Verifies("x")] void F() { } */ }""")]
    [TestCase("""class A { string b = "[Verifies(\"x\")] void F() { }"; }""")]
    [TestCase("""class A { string b = @"[Verifies(""x"")] void F() { }"; }""")]
    [TestCase(""""class A { string b = """[Verifies("x")] void F() { }"""; }"""")]
    [TestCase("""class A { string b = $"{(c ? "[Verifies(\"x\")]" : "d")} void F() { }"; char e = '"'; }""")]
    [TestCase("""class A { void F() { Verifies("x"); } }""")]
    [TestCase("""class A { [Verifies(nameof(Order))] void F() { } }""")]
    [TestCase("")]
    public void Comments_and_texts_say_nothing(string code) => Assert.That(Read(code), Is.Empty);

    [TestCase("""class A { [Verifies("x""")]
    [TestCase("[")]
    [TestCase("[Verifies(")]
    [TestCase("""[Verifies("x")]""")]
    [TestCase("$\"{")]
    [TestCase("\"\"\"")]
    [TestCase("'")]
    [TestCase("/*")]
    [TestCase("}}}]])")]
    public void What_is_cut_off_ends(string code) => Assert.That(() => Read(code), Throws.Nothing);

    [Test]
    public void Every_part_of_a_file_ends()
    {
        const string Code = """class A { [Test, Verifies("x")] void F() { var b = $@"{c["d"]}" + 'e' + "\"" /* f */; } }""";
        for (var end = 0; end <= Code.Length; end++)
        {
            Assert.That(() => Read(Code[..end]), Throws.Nothing);
        }
        Assert.That(Read(Code), Is.EqualTo("A.F: x"));
    }

    private static string Read(string code) => string.Join("; ", VerifiesReader.Read(code).Select(static test => $"{test.Name}: {test.Path}"));
}
