using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Benchmarks.Analyzers;

/// <summary>What analyzers allocate for the operations of a method in which there is nothing that they look for. Their actions are called as the compiler's driver calls them.</summary>
internal static class IdleMethod
{
    private const string Source = """
        public class Plain
        {
            private readonly System.Collections.Generic.List<int> numbers = new();

            public int Add(int a, int b, string name)
            {
                var sum = a + b;
                foreach (var number in numbers)
                {
                    if (number > sum && name.Length > 3)
                    {
                        sum += System.Math.Max(number, name.IndexOf('x', System.StringComparison.Ordinal));
                    }
                }
                numbers.Add(sum);
                return sum;
            }
        }
        """;

    /// <summary>
    /// Bytes for each analyzer, after a first call that may fill what it remembers of a compilation, and without those for the contexts that the compiler makes: what an analyzer
    /// of the same registrations costs that does nothing.
    /// </summary>
    public static IEnumerable<(string Id, long Bytes)> Allocations()
    {
        var tree = CSharpSyntaxTree.ParseText(Source, path: "Plain.cs");
        var compilation = CSharpCompilation.Create(
            "App", [tree], CompilerInputs.References.Select(path => MetadataReference.CreateFromFile(path)), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var model = compilation.GetSemanticModel(tree);
        var method = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>().Single();
        var operations = tree.GetRoot().DescendantNodes().Select(node => model.GetOperation(node)).OfType<IOperation>().Distinct().ToArray();
        var symbol = model.GetDeclaredSymbol(method)!;
        var options = new AnalyzerOptions([]);
        foreach (var (id, analyzer) in AnalyzedApp.All)
        {
            var recorded = new RecordedActions(compilation, options);
            analyzer.Initialize(recorded);
            var empty = recorded.OfOperations.ToDictionary(pair => pair.Key, pair => pair.Value.ConvertAll(_ => Nothing));
            Bytes(recorded.OfOperations, operations, symbol, compilation, options);
            Bytes(empty, operations, symbol, compilation, options);
            yield return (id, Bytes(recorded.OfOperations, operations, symbol, compilation, options) - Bytes(empty, operations, symbol, compilation, options));
        }
    }

    private static long Bytes(
        Dictionary<OperationKind, List<Action<OperationAnalysisContext>>> registered, IOperation[] operations, ISymbol symbol, Compilation compilation, AnalyzerOptions options)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Call(registered, operations, symbol, compilation, options);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Call(
        Dictionary<OperationKind, List<Action<OperationAnalysisContext>>> registered, IOperation[] operations, ISymbol symbol, Compilation compilation, AnalyzerOptions options)
    {
        foreach (var operation in operations)
        {
            if (registered.TryGetValue(operation.Kind, out var actions))
            {
                // The compiler's driver makes this context too, a structure with delegates that it has already. Its constructor is kept from tests, which should run the driver;
                // the driver allocates by itself.
#pragma warning disable CS0618
                var context = new OperationAnalysisContext(operation, symbol, compilation, options, Ignore, Always, CancellationToken.None);
#pragma warning restore CS0618
                foreach (var action in actions)
                {
                    action(context);
                }
            }
        }
    }

    private static readonly Action<OperationAnalysisContext> Nothing = static _ => { };

    private static readonly Action<Diagnostic> Ignore = static _ => { };

    private static readonly Func<Diagnostic, bool> Always = static _ => true;
}
