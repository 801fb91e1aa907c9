using Archiet.Analyzers.Secrets.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Analyzers.Secrets;

/// <summary>Whether a compilation is tests: their passwords and keys are made up for them. What a provider issued is real there, too.</summary>
internal static class TestProject
{
    private const string Property = "build_property.IsTestProject";

    private static readonly char[] Separators = ['/', '\\'];

    private static readonly HashSet<string> Frameworks = new(StringComparer.OrdinalIgnoreCase)
    {
        "xunit.core", "xunit.assert", "xunit.v3.core", "xunit.v3.assert", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework", "TUnit.Core",
    };

    /// <summary>
    /// The property says so; or a test framework is referenced, as by projects with what tests share; or it is an app that people try things out with, in a folder of tests.
    /// </summary>
    public static bool Is(Compilation compilation, AnalyzerConfigOptionsProvider options) =>
        (options.GlobalOptions.TryGetValue(Property, out var value) && bool.TryParse(value, out var isTest) && isTest)
        || compilation.ReferencedAssemblyNames.Any(assembly => Frameworks.Contains(assembly.Name))
        || IsTestApp(FileFacts.ProjectOf(options.GlobalOptions));

    /// <summary>
    /// <c>test/Shop.ConsoleTestApp</c>. Neither says so alone: what stands above a project belongs to whoever checked it out, and a product may be one that tests something.
    /// </summary>
    private static bool IsTestApp(string folder)
    {
        var names = folder.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return names.Length > 1 && Words.Of(names[names.Length - 1]) is [.., "test", "app"] && names[names.Length - 2].ToLowerInvariant() is "test" or "tests";
    }
}
