using Archiet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators;

/// <summary>The engine as a guest of the compiler: every <c>*.genome.yaml</c> of a project becomes C# in its compilation.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class GenomeGenerator : IIncrementalGenerator
{
    private const string Extension = ".genome.yaml";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider.Where(file => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase));
        context.RegisterSourceOutput(files.Collect(), (output, all) =>
        {
            if (all.IsEmpty)
            {
                output.ReportDiagnostic(Diagnostic.Create(GeneratorDescriptors.NoGenome, Location.None));
            }
        });
    }
}
