using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.Loader;
using Archiet.Generators;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Evolution.Apps;

/// <summary>A project's folder as a build makes it an app: the generator over its genome and its history, and the compiler over what that emits.</summary>
internal sealed class AppBuild
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Latest);

    private readonly CSharpCompilation compilation;

    private AppBuild(CSharpCompilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        this.compilation = compilation;
        Errors = [.. diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(Describe)];
    }

    /// <summary>The errors of the generator, each as <c>ARC0427 sales.genome.yaml(12): …</c>.</summary>
    public IReadOnlyList<string> Errors { get; }

    /// <summary>Builds a folder.</summary>
    /// <param name="folder">The project's.</param>
    /// <param name="refusesPending">Whether changes that are not sealed are an error, as in a release.</param>
    public static AppBuild Of(string folder, bool refusesPending)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(path => new InMemoryFile(path, File.ReadAllText(path)));
        var usings = CSharpSyntaxTree.ParseText(ImplicitUsings.Web, Parse);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release);
        var empty = CSharpCompilation.Create("App" + Guid.NewGuid().ToString("N"), [usings], References.WebApp, options);
        var driver = CSharpGeneratorDriver.Create([new GenomeGenerator().AsSourceGenerator()], files, Parse, new BuildProperties(refusesPending ? "refuse" : "apply"));
        driver.RunGeneratorsAndUpdateCompilation(empty, out var compilation, out var diagnostics);
        return new((CSharpCompilation)compilation, diagnostics);
    }

    /// <summary>The compiled assembly, in a context of its own: many builds of one app live side by side.</summary>
    public Assembly Load()
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Take(10)));
        }
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName).LoadFromStream(image);
    }

    private static string Describe(Diagnostic found)
    {
        var place = found.Location.GetLineSpan();
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{found.Id} {Path.GetFileName(place.Path)}({place.StartLinePosition.Line + 1}): {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    /// <summary>What the project's file says.</summary>
    private sealed class BuildProperties(string pending) : AnalyzerConfigOptionsProvider
    {
        private readonly Properties properties = new(pending);

        public override AnalyzerConfigOptions GlobalOptions => properties;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => properties;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => properties;

        private sealed class Properties(string pending) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.ArchietPendingMigrations" ? pending : null;
                return value is not null;
            }
        }
    }
}
