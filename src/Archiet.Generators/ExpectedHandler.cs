using System.Globalization;
using Archiet.Generators.Diagnostics;
using Archiet.Genome;
using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Microsoft.CodeAnalysis;

namespace Archiet.Generators;

/// <summary>The half of a class that the user writes for an operation of the genome.</summary>
/// <param name="Operation">The operation's name in the genome.</param>
/// <param name="Class">The full name of the class.</param>
/// <param name="Span">Where the genome names the operation.</param>
internal sealed record ExpectedHandler(string Operation, string Class, GenomeSpan Span)
{
    /// <summary>The method that has a body in the user's half.</summary>
    public const string Method = "RunAsync";

    /// <summary>The handlers of all sound operations; none while the genome does not say in which namespace they stand, which is an error of its own.</summary>
    public static EquatableArray<ExpectedHandler> Of(EquatableArray<OperationPlace> places, GenomeOutline outline) =>
        outline.App.Namespace.Length == 0
            ? EquatableArray<ExpectedHandler>.Empty
            : places.Where(place => outline.Operations.Any(operation => operation.Name == place.Name))
                .Select(place => new ExpectedHandler(place.Name, outline.App.Namespace + ".Operations." + GenomeNames.Property(place.Name), place.Span))
                .ToEquatableArray();

    /// <summary>What there is to say when nobody wrote it.</summary>
    public Diagnostic Missing()
    {
        var format = GeneratorDescriptors.NoHandler.MessageFormat.ToString(CultureInfo.InvariantCulture);
        return GenomeDiagnosticReporter.ToDiagnostic(
            GeneratorDescriptors.NoHandler, GenomeDiagnosticReporter.ToLocation(Span), string.Format(CultureInfo.InvariantCulture, format, Operation, Class));
    }
}
