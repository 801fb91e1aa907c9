using System.Globalization;
using System.Text.RegularExpressions;

namespace Archiet.Evolution.Genomes;

/// <summary>A state of the genome on its way, whole: what stands in the folders of all steps so far, the later ones over the earlier.</summary>
/// <param name="Number">From 1 on.</param>
/// <param name="Name">What its migration is called.</param>
/// <param name="Genome">The genome's files by name.</param>
/// <param name="Scripts">The files that move rows, by name.</param>
internal sealed partial record EvolutionStep(int Number, string Name, IReadOnlyDictionary<string, string> Genome, IReadOnlyDictionary<string, string> Scripts)
{
    private const string GenomeSuffix = ".genome.yaml";
    private static readonly string[] Names = ["start", "products", "lists", "campaigns", "accounts", "invoices", "activities"];

    /// <summary>The genome as its author wrote it before the compiler asked: no <c>was:</c>, nothing approved.</summary>
    public IReadOnlyDictionary<string, string> Unanswered => Genome
        .ToDictionary(file => file.Key, file => Former().Replace(Approvals().Replace(file.Value, ""), ""), StringComparer.Ordinal)
        .Where(file => SaysSomething(file.Value))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether there is anything that its author answered.</summary>
    public bool Answers => Genome.Values.Any(text => Approvals().IsMatch(text));

    /// <summary>Reads all steps.</summary>
    public static IReadOnlyList<EvolutionStep> ReadAll()
    {
        var steps = new List<EvolutionStep>();
        var genome = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var number = 1; number <= Names.Length; number++)
        {
            var folder = Path.Combine(AppContext.BaseDirectory, "steps", number.ToString(CultureInfo.InvariantCulture));
            foreach (var path in Directory.EnumerateFiles(folder, "*" + GenomeSuffix))
            {
                genome[Path.GetFileName(path)] = File.ReadAllText(path);
            }
            steps.Add(new(
                number,
                Names[number - 1],
                genome.Where(file => file.Value.Length > 0).ToDictionary(StringComparer.Ordinal),
                Directory.EnumerateFiles(folder, "*.sql").ToDictionary(path => Path.GetFileName(path), File.ReadAllText, StringComparer.Ordinal)));
        }
        return steps;
    }

    private static bool SaysSomething(string text) => text.Split('\n').Any(line => line.Trim() is [not '#', ..]);

    /// <summary>The section at the top level, with its entries.</summary>
    [GeneratedRegex(@"^approve:\n(?: .*\n?)*", RegexOptions.Multiline)]
    private static partial Regex Approvals();

    /// <summary>A line of its own, or an entry between braces.</summary>
    [GeneratedRegex(@"^ +was: \w+\n|, was: \w+", RegexOptions.Multiline)]
    private static partial Regex Former();
}
