using System.Reflection;
using System.Runtime.Loader;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Archiet.Emit.Tests.Evolution;

/// <summary>The migrations of all cases, compiled into one assembly.</summary>
internal static class EvolutionApp
{
    private static readonly Lazy<Assembly> Compiled = new(Compile);

    /// <summary>Every case on small and on large tables, by its name and size.</summary>
    public static IReadOnlyDictionary<(string Name, bool IsSmall), EvolutionSchema> All { get; } = EvolutionCases.All
        .SelectMany(static (evolution, at) => new[] { true, false }.Select(isSmall => (Key: (evolution.Name, isSmall), Schema: new EvolutionSchema(evolution, at, isSmall))))
        .ToDictionary(static pair => pair.Key, static pair => pair.Schema);

    /// <summary>The context of a case.</summary>
    public static Type Context(EvolutionSchema schema) => Compiled.Value.GetType(schema.Namespace + ".ShopContext", throwOnError: true)!;

    private static Assembly Compile()
    {
        var trees = All.Values.SelectMany(static schema => schema.Sources).Select(static source => CSharpSyntaxTree.ParseText(source));
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create("Evolutions", trees, References.WebApp, options).Emit(image);
        Assert.That(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        image.Position = 0;
        return AssemblyLoadContext.Default.LoadFromStream(image);
    }
}
