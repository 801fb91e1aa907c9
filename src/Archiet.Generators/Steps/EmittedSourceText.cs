using System.Text;
using Archiet.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Generators.Steps;

/// <summary>An emitted text as the compiler reads it, without a copy.</summary>
internal sealed class EmittedSourceText(EmittedText text) : SourceText
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

    /// <inheritdoc/>
    public override int Length => text.Length;

    /// <inheritdoc/>
    public override char this[int position] => text[position];

    /// <inheritdoc/>
    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) => text.CopyTo(sourceIndex, destination, destinationIndex, count);
}
