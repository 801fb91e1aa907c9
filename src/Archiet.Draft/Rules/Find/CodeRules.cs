using System.Text.RegularExpressions;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Blocks of code that say what data there is: SQL, Prisma, TypeScript, diagrams of entities, and samples in JSON.</summary>
internal static partial class CodeRules
{
    /// <summary>A longer block is a dump.</summary>
    private const int Longest = 200_000;

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Places.Where(place => place.Sentence.Kind == SentenceKind.Code && place.Part != SectionKind.OutOfScope && place.Text.Length <= Longest))
        {
            var code = new Code(place, reading, findings);
            if (CreateTable().IsMatch(place.Text))
            {
                SqlTables.Read(code);
            }
            else if (place.Sentence.Language == "prisma" || PrismaModel().IsMatch(place.Text))
            {
                PrismaModels.Read(code);
            }
            else if (place.Text.Contains("erDiagram", StringComparison.Ordinal))
            {
                EntityDiagrams.Read(code);
            }
            else if (TypeScriptType().IsMatch(place.Text))
            {
                TypeScriptTypes.Read(code);
            }
            else if (place.Sentence.Language is "json" or "jsonc" or "json5")
            {
                JsonSamples.Read(code);
            }
        }
    }

    [GeneratedRegex(@"\bcreate\s+table\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"(?m)^\s*model\s+\w+\s*\{", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrismaModel();

    [GeneratedRegex(@"(?m)^\s*(export\s+)?(interface\s+\w+|type\s+\w+\s*=\s*\{)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TypeScriptType();
}

/// <summary>A block of code, and where what it says is noted.</summary>
internal sealed record Code(Place Place, Reading Reading, Findings Findings)
{
    /// <summary>Its lines without the white space around them.</summary>
    public IEnumerable<string> Lines => Place.Text.Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>The block as evidence.</summary>
    public EquatableArray<string> Evidence => Place.Alone;

    /// <summary>Notes an entity; its name as a term.</summary>
    public Term Declare(string name)
    {
        var term = Term.Of(name);
        Findings.Declare(term, Evidence);
        return term;
    }
}
