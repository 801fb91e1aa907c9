using Archiet.Analyzers.Adoption;
using Archiet.Analyzers.Secrets;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Adoption;

/// <summary>A finding that the baseline has is a note; it is found again when lines move, and no other is taken for it.</summary>
public sealed class BaselineTests
{
    private const string Code = """
        namespace Shop;

        class Reports
        {
            public string Source(int year) => "Host=db1;Username=app;Password=Tr0ub4dor&3";
        }
        """;

    private static readonly string Entry = EntryOf(Code);

    [Test]
    public void A_line_says_where_a_finding_is_and_not_on_which_line() =>
        Assert.That(Entry, Does.Match(@"^ARC2002 \| src/Reports\.cs \| Shop\.Reports\.Source\(int\) \| [0-9a-f]{8} \| 1 \| "));

    [TestCase("", "", Description = "the same")]
    [TestCase("namespace Shop;", "// moved\n\n\nnamespace Shop;")]
    [TestCase("    public string", "          public  string", Description = "indented anew")]
    [TestCase("{\n", "{\n    public int More => 1;\n\n", Description = "another member before it")]
    public void A_finding_of_the_baseline_is_a_note(string old, string changed)
    {
        var found = Test(old.Length == 0 ? Code : Code.Replace(old, changed, StringComparison.Ordinal), Entry).Verify().Single();

        Assert.That(found.Severity, Is.EqualTo(DiagnosticSeverity.Info));
        Assert.That(found.Id, Is.EqualTo("ARC2002"));
        Assert.That(found.Properties[FindingKey.HashProperty], Is.EqualTo(Entry.Split(" | ")[3]));
    }

    [TestCase("Tr0ub4dor&3", "Tr0ub4dor&4", Description = "another text")]
    [TestCase("Source(", "Target(", Description = "another member")]
    [TestCase("class Reports", "class Others", Description = "another type")]
    [TestCase("int year", "long year", Description = "another overload")]
    public void Any_other_finding_stops_the_build(string old, string changed)
    {
        var marked = Code.Replace(old, changed, StringComparison.Ordinal);
        var start = marked.IndexOf('"', StringComparison.Ordinal);
        var end = marked.LastIndexOf('"') + 1;
        Test(marked.Insert(end, "|]").Insert(start, "[|"), Entry).Verify();
    }

    [Test]
    public void About_tenants_and_secrets_a_line_without_a_reason_lifts_nothing() =>
        Assert.That(Test(Code.Replace("\"Host", "[|\"Host", StringComparison.Ordinal).Replace("&3\"", "&3\"|]", StringComparison.Ordinal), Entry.Replace("old code", "", StringComparison.Ordinal)).Verify(), Has.Length.EqualTo(1));

    [TestCase("app/archiet.baseline.txt")]
    [TestCase("app/my-archiet.baseline")]
    public void No_other_file_is_a_baseline(string path) =>
        new AnalyzerTest(new Arc2002ConnectionPassword()).WithDefaultId("ARC2002").WithOption("build_property.ProjectDir", "/app/").WithFile(path, Entry)
            .WithSource(Code.Replace("\"Host", "[|\"Host", StringComparison.Ordinal).Replace("&3\"", "&3\"|]", StringComparison.Ordinal), "/app/src/Reports.cs").Verify();

    [TestCase("ARC5003 | Program.cs | Program | 0123abcd | 2 |", "ARC5003", 2, "", true)]
    [TestCase("ARC2001|a/b.json|-|0123abcd|1|sample | of a pipe", "ARC2001", 1, "sample | of a pipe", true)]
    [TestCase("ARC1001 | A.cs | A | 0123abcd | 1", "ARC1001", 1, "", false)]
    public void A_line_is_read(string line, string id, int count, string reason, bool lifts)
    {
        var entry = BaselineEntry.Parse(line, 7)!;

        Assert.That((entry.Key.Id, entry.Count, entry.Reason, entry.Lifts, entry.Line), Is.EqualTo((id, count, reason, lifts, 7)));
        Assert.That(BaselineEntry.Parse(entry.ToString(), 7), Is.EqualTo(entry), "what is written is read again");
    }

    [TestCase("ARC5003 | Program.cs | Program | 0123abcd")]
    [TestCase("ARC5003 | Program.cs | Program | 0123abcd | none |")]
    [TestCase("ARC5003 | Program.cs | Program | 0123abcd | 0 |")]
    [TestCase("Program.cs")]
    public void Anything_else_is_no_line(string line) => Assert.That(BaselineEntry.Parse(line, 1), Is.Null);

    private static AnalyzerTest Test(string code, string baseline) => new AnalyzerTest(new Arc2002ConnectionPassword())
        .WithDefaultId("ARC2002").WithOption("build_property.ProjectDir", "/app/").WithFile("/app/archiet.baseline", "# before\n" + baseline + "\n").WithSource(code, "/app/src/Reports.cs");

    /// <summary>The line that the target writes: every finding is a note while it does.</summary>
    private static string EntryOf(string code)
    {
        var found = new AnalyzerTest(new Arc2002ConnectionPassword()).WithOption("build_property.ProjectDir", "/app/").WithOption("build_property.ArchietBaselineWriting", "true")
            .WithSource(code, "/app/src/Reports.cs").Verify().Single();
        var key = new FindingKey(found.Id, found.Properties[FindingKey.PathProperty]!, found.Properties[FindingKey.MemberProperty]!, found.Properties[FindingKey.HashProperty]!);
        return new BaselineEntry(key, 1, "old code", 0).ToString();
    }
}
