using System.Globalization;
using Microsoft.CodeAnalysis;
using YamlDotNet.RepresentationModel;

namespace Stranger;

/// <summary>Writes down in what surroundings generators run, and which YamlDotNet it got; fails when told to.</summary>
[Generator]
public sealed class StrangerGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.AnalyzerConfigOptionsProvider, static (output, options) =>
        {
            if (options.GlobalOptions.TryGetValue("build_property.StrangerFails", out var fails) && fails == "true")
            {
                throw new InvalidOperationException("Told to fail.");
            }
            output.AddSource("Surroundings.g.cs", $$"""
                internal static class Surroundings
                {
                    public const string Culture = "{{CultureName()}}";
                    public const string TimeZone = "{{TimeZoneInfo.Local.Id}}";
                    public const string YamlDotNet = "{{typeof(YamlStream).Assembly.GetName().Version}}";
                }
                """);
        });

    // The very thing that a generator must not look at, and that the tests have to know.
#pragma warning disable RS1035
    private static string CultureName() => CultureInfo.CurrentCulture.Name;
#pragma warning restore RS1035
}
