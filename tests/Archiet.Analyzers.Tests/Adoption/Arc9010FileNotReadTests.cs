using Archiet.Analyzers.Adoption;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;

namespace Archiet.Analyzers.Tests.Adoption;

public sealed class Arc9010FileNotReadTests
{
    [TestCase("data.sql", 1 << 20, "-", ExpectedResult = "")]
    [TestCase("data.sql", (1 << 20) + 1, "-", ExpectedResult = "The file is longer than a million characters")]
    [TestCase("data.sql", 10, "\0", ExpectedResult = "The file is no text")]
    [TestCase("data.sql", 10, "-", ExpectedResult = "")]
    [TestCase("data.bin", 10, "\0", ExpectedResult = "", Description = "no rule looks through it")]
    [TestCase("package-lock.json", (1 << 20) + 1, "-", ExpectedResult = "", Description = "no rule looks through it")]
    public string It_says_so_once(string path, int length, string letter)
    {
        var file = new InMemoryFile(path, new string(letter[0], length));
        var found = CSharpCompilation.Create("App").WithAnalyzers([new Arc9010FileNotRead()], new AnalyzerOptions([file])).GetAnalyzerDiagnosticsAsync().Result;
        Assert.That(found, Has.Length.LessThan(2));
        Assert.That(found.Select(note => note.Severity), Has.All.EqualTo(DiagnosticSeverity.Info));
        return found.IsEmpty ? "" : found[0].GetMessage(null).Split(',')[0];
    }
}
