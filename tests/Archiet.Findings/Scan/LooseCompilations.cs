using System.Text;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Archiet.Precision.Scan;

/// <summary>
/// Compiles projects as well as it goes without their packages: against the frameworks, Entity Framework Core, Npgsql, our runtime and each other. What does
/// not resolve stays an error that nobody looks at; a rule that decides by symbols is silent there.
/// </summary>
/// <param name="tree">The projects.</param>
/// <param name="hasTenants">Whether the code base marks its tenants' entities, so that its projects answer for them as those built with our SDK do.</param>
internal sealed class LooseCompilations(SourceTree tree, bool hasTenants)
{
    private static readonly CSharpParseOptions Parse = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        SourceCodeKind.Regular,
        ["NET", "NETCOREAPP", .. Enumerable.Range(5, 6).SelectMany(version => new[] { $"NET{version}_0", $"NET{version}_0_OR_GREATER" })]);

    /// <summary>What our SDK says of an assembly whose code the rules have seen.</summary>
    private const string Checked = "[assembly: Archiet.TenancyChecked]\n";

    /// <summary>What the .NET SDK imports into a web project by itself.</summary>
    private readonly SyntaxTree implicitUsings = CSharpSyntaxTree.ParseText(
        string.Concat(new[]
        {
            "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json", "System.Threading", "System.Threading.Tasks",
            "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
        }.Select(name => $"global using {name};\n")) + (hasTenants ? Checked : ""),
        Parse);

    private readonly Dictionary<string, SourceProject> projects = tree.Projects.ToDictionary(project => project.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpCompilation?> known = new(StringComparer.Ordinal);

    /// <summary>The compilation of a project. Projects that refer to each other in a circle do without what is not compiled yet.</summary>
    public CSharpCompilation Of(SourceProject project)
    {
        if (known.TryGetValue(project.Path, out var compiled) && compiled is not null)
        {
            return compiled;
        }
        known[project.Path] = null;
        var references = Reached(project).Select(other => (MetadataReference)Of(other).ToMetadataReference());
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(project.Path),
            [implicitUsings, .. project.Sources.Select(Read)],
            [.. References.WebApp, .. references],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true).WithNullableContextOptions(NullableContextOptions.Enable));
        known[project.Path] = compilation;
        return compilation;
    }

    /// <summary>The projects that a project refers to, and those that they do.</summary>
    private IEnumerable<SourceProject> Reached(SourceProject project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { project.Path };
        var open = new Queue<SourceProject>([project]);
        while (open.TryDequeue(out var next))
        {
            foreach (var path in next.References)
            {
                if (projects.TryGetValue(path, out var other) && reached.Add(path))
                {
                    open.Enqueue(other);
                    if (!known.TryGetValue(path, out var compiled) || compiled is not null)
                    {
                        yield return other;
                    }
                }
            }
        }
    }

    private static SyntaxTree Read(string path) => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(path), Encoding.UTF8), Parse, path);
}
