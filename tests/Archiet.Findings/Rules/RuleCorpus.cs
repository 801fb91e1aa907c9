using System.Collections.Immutable;
using System.Reflection;
using Archiet.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Archiet.Precision.Rules;

/// <summary>Cases of which the answer is known for a family of rules, and what is around them when they are compiled.</summary>
/// <param name="Name">What the family is about.</param>
/// <param name="Prefix">What its ids begin with.</param>
/// <param name="Around">What is around them.</param>
internal sealed record RuleCorpus(string Name, string Prefix, Surroundings Around)
{
    private static readonly CSharpParseOptions Parse = new(LanguageVersion.Preview);

    private readonly ImmutableArray<DiagnosticAnalyzer> rules =
        [.. AllAnalyzers.Create().Where(analyzer => analyzer.SupportedDiagnostics.Any(fact => fact.Id.StartsWith(Prefix, StringComparison.Ordinal)))];

    /// <summary>Those of tenancy and those of the web.</summary>
    public static IReadOnlyList<RuleCorpus> All { get; } = [new("tenancy", "ARC1", Surroundings.OfTenancy), new("web", "ARC5", Surroundings.OfWeb)];

    /// <summary>Reads its cases; the file's first lines say how they are written.</summary>
    public IReadOnlyList<RuleCase> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{Name}.cases")!;
        using var reader = new StreamReader(stream);
        var (family, cases) = ("", new List<RuleCase>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("=== ", StringComparison.Ordinal))
            {
                family = line[4..];
            }
            else if (line.Length > 0 && line[0] is '+' or '-')
            {
                var bar = line.IndexOf(" | ", StringComparison.Ordinal);
                cases.Add(new(family, line[3..10], line[11..bar], KindOf(line[1]), line[(bar + 3)..].Trim(), line[0] == '+'));
            }
        }
        return cases;
    }

    /// <summary>The ids that the family's rules report for a case; null where it does not compile.</summary>
    public Task<IReadOnlySet<string>?> FindInAsync(RuleCase item) => item.Kind == RuleCaseKind.Script
        ? FindInAsync([], [new InMemoryFile("wwwroot/app.js", item.Code)])
        : FindInAsync([Around.Of(item)], []);

    /// <summary>The ids that the family's rules report for sources and files; null where they do not compile.</summary>
    public async Task<IReadOnlySet<string>?> FindInAsync(IEnumerable<string> sources, ImmutableArray<AdditionalText> files)
    {
        var trees = sources.Prepend(Around.Shared).Select((source, i) => CSharpSyntaxTree.ParseText(source, Parse, $"/case/Case{i}.cs"));
        var compilation = CSharpCompilation.Create(
            "Case", trees, References.WebApp, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        if (compilation.GetDiagnostics().FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error) is { } error)
        {
            LastError = error.ToString();
            return null;
        }
        var found = await compilation.WithAnalyzers(rules, new AnalyzerOptions(files, new ProjectProperties(new Dictionary<string, string>())))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None).ConfigureAwait(false);
        return found.Select(diagnostic => diagnostic.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Why the last case did not compile.</summary>
    public string LastError { get; private set; } = "";

    private static RuleCaseKind KindOf(char letter) => letter switch
    {
        's' => RuleCaseKind.Statements,
        'm' => RuleCaseKind.Member,
        'f' => RuleCaseKind.File,
        'o' => RuleCaseKind.Model,
        'j' => RuleCaseKind.Script,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "No kind of case."),
    };
}
