using System.Text;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Benchmarks;

/// <summary>A genome in memory, or another file that the generator reads.</summary>
internal sealed class GenomeText(string text, string path = SyntheticGenome.Path) : AdditionalText
{
    private readonly SourceText source = SourceText.From(text, Encoding.UTF8);

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => source;
}
