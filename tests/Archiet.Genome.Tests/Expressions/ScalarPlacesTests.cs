using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Tests.Expressions;

/// <summary>A finding inside an expression stands on the characters of the file, however YAML writes the scalar.</summary>
public sealed class ScalarPlacesTests
{
    [TestCase("check: this.paid && this.«nmuber» == 'x'")]
    [TestCase("check: this.«nmuber» == 'x' # why")]
    [TestCase("{ check: this.«nmuber» == 'x', message: m }")]
    [TestCase("check: \"this.«nmuber» == 'x'\"")]
    [TestCase("check: 'this.number == ''it'' && this.«nmuber» == ''x'''")]
    [TestCase("check: \"this.number == \\\"it\\\" && this.«nmuber» == \\\"x\\\"\"")]
    [TestCase("check: \"\\x74his.«nm\\u0075ber» == 'x'\"")]
    [TestCase("check: \"this.number == '\\U0001F600' && this.«nmuber» == 'x'\"")]
    [TestCase("check: \"this.paid \\\n  && this.«nmuber» == 'x'\"")]
    [TestCase("check: \"this.paid\n  && this.«nmuber»\n\n  == 'x'\"")]
    [TestCase("check: 'this.paid\n  && this.«nmuber»\n  == ''x'''")]
    [TestCase("check: this.paid\n  && this.number == 'y'\n\n  && this.«nmuber» == 'x'\n")]
    [TestCase("check: |\n  this.paid\n    && this.«nmuber» == 'x'\n")]
    [TestCase("check: >\n  this.paid\n  && this.number == 'y'\n\n    && this.«nmuber» == 'x'\n  && this.paid\n")]
    [TestCase("check: >- # folded\n    this.paid &&\n    this.«nmuber» == 'x'\n")]
    [TestCase("check: |2-\n    this.paid\n   && this.«nmuber» == 'x'\n")]
    [TestCase("check: >+\n\n\n  this.paid\n  && this.«nmuber» == 'x'\n\n\n")]
    [TestCase("check: |\n  this.number == '\U0001F600\u00e9' && this.«nmuber» == '\U0001F600'\n")]
    [TestCase("check: >\n  this.paid &&«»\n")]
    [TestCase("check: this.paid &&«»")]
    public void Leads_to_the_characters(string marked)
    {
        foreach (var lines in new[] { marked, marked.Replace("\n", "\r\n", StringComparison.Ordinal) })
        {
            var start = lines.IndexOf('«', StringComparison.Ordinal);
            var end = lines.IndexOf('»', StringComparison.Ordinal) - 1;
            var text = lines.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

            var span = Find(text).Span;

            Assert.That((span.Line, span.Column), Is.EqualTo(At(text, start)), text);
            Assert.That((span.EndLine, span.EndColumn), Is.EqualTo(At(text, end)), text);
        }
    }

    private static Finding Find(string text)
    {
        var findings = new FindingList();
        var root = YamlReader.Read(text, findings);
        Assert.That(findings.IsEmpty, text);
        var scalar = (YamlScalar)((YamlMapping)root!).Entries[0].Value;
        ExpressionChecker.Check(scalar, text, new(ExpressionPurpose.Rule, "Order"), new ShopTypes(), findings);
        return findings.ToArray().Single();
    }

    private static (int Line, int Column) At(string text, int index)
    {
        var before = text[..index];
        return (before.Count(static c => c == '\n') + 1, index - before.LastIndexOf('\n'));
    }
}
