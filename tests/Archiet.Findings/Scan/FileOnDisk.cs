using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Precision.Scan;

/// <summary>A text that is read when an analyzer asks for it.</summary>
internal sealed class FileOnDisk(string path) : AdditionalText
{
    private readonly Lazy<SourceText> text = new(() => SourceText.From(File.ReadAllText(path), Encoding.UTF8));

    /// <inheritdoc/>
    public override string Path => path;

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => text.Value;
}
