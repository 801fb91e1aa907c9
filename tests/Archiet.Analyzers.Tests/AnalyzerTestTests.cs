using System.Collections.Immutable;
using Archiet.Testing;
using Archiet.Testing.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NUnit.Framework;
using NUnit.Framework.Internal;

namespace Archiet.Analyzers.Tests;

/// <summary>The kit is worth what it refuses.</summary>
public sealed class AnalyzerTestTests
{
    [Test]
    public void Exact_places_pass() => Test("class {|TEST0001:Bad|};").Verify();

    [TestCase("class Bad;", "not expected: Program.cs(1,7): Error TEST0001: bad\n  line to paste: class {|TEST0001:Bad|};\n", Description = "unexpected")]
    [TestCase("class {|TEST0001:Good|};", "missing: TEST0001 in Program.cs: class {|TEST0001:Good|};\n", Description = "missing")]
    [TestCase("{|TEST0001:class|} Bad;", "not expected: Program.cs(1,7)", Description = "elsewhere")]
    [TestCase("class {|TEST0002:Bad|};", "missing: TEST0002", Description = "another id")]
    [TestCase("class Good : Missing;", "Error CS0246", Description = "does not compile")]
    [TestCase("class Ugly;", "AD0001", Description = "the analyzer throws")]
    public void Anything_else_fails_and_prints_the_line_to_paste(string markup, string report)
    {
        using (new TestExecutionContext.IsolatedContext())
        {
            Assert.That(() => Test(markup).Verify(), Throws.TypeOf<AssertionException>().With.Message.Contains(report));
        }
    }

    private static AnalyzerTest Test(string markup) => new AnalyzerTest(new NoBadNames()).WithReferences(References.FrameworkOnly).WithSource(markup);

#pragma warning disable RS1001, RS1036, RS1038, RS2008 // An analyzer to test the kit with; no compiler ever loads it.
    private sealed class NoBadNames : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Bad = new("TEST0001", "Bad", "bad", "Test", DiagnosticSeverity.Error, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Bad];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(
                symbol =>
                {
                    if (symbol.Symbol.Name == "Ugly")
                    {
                        throw new InvalidOperationException("Ugly");
                    }
                    if (symbol.Symbol.Name == "Bad")
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Bad, symbol.Symbol.Locations[0]));
                    }
                },
                SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1001, RS1036, RS1038, RS2008
}
