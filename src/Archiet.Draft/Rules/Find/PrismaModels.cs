using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Reads models of Prisma: fields, enums, and relations.</summary>
internal static partial class PrismaModels
{
    /// <summary>Reads a block.</summary>
    public static void Read(Code code)
    {
        var lines = code.Lines.ToList();
        var names = lines.Select(line => Block().Match(line)).Where(match => match.Success).ToLookup(match => match.Groups[1].Value, match => match.Groups[2].Value);
        var models = names["model"].ToHashSet(StringComparer.Ordinal);
        var enums = EnumsOf(lines);
        var entity = Term.None;
        foreach (var line in lines)
        {
            if (Block().Match(line) is { Success: true } block)
            {
                entity = block.Groups[1].Value == "model" ? code.Declare(block.Groups[2].Value) : Term.None;
            }
            else if (line == "}")
            {
                entity = Term.None;
            }
            else if (!entity.IsNone && Field().Match(line) is { Success: true } field)
            {
                ReadField(entity, field, line, models, enums, code);
            }
        }
    }

    private static void ReadField(Term entity, Match field, string line, HashSet<string> models, Dictionary<string, List<string>> enums, Code code)
    {
        var (name, type, suffix) = (field.Groups[1].Value, field.Groups[2].Value, field.Groups[3].Value);
        if (models.Contains(type) || line.Contains("@relation", StringComparison.Ordinal))
        {
            if (suffix != "[]")
            {
                var (to, called) = (Term.Of(type), Term.Of(name));
                code.Findings.Suggest(to, 3, code.Place.Id);
                code.Findings.Add(new RelationshipItem(entity.Shown, to.Shown, RelationshipKind.Reference, called == to ? "" : called.Key, suffix == "?" ? Certainty.No : Certainty.Yes, Basis.Stated, code.Evidence));
            }
            return;
        }
        if (name.EndsWith("Id", StringComparison.Ordinal) || name.EndsWith("_id", StringComparison.Ordinal))
        {
            return;
        }
        var notes = (suffix == "?" ? "optional" : "required") + (line.Contains("@unique", StringComparison.Ordinal) ? " unique" : "") + (enums.TryGetValue(type, out var values) ? $" ({string.Join(", ", values)})" : "");
        FieldNotes.Add(entity, name, notes, Basis.Stated, code.Evidence, code.Findings, enums.ContainsKey(type) ? "enum" : suffix == "[]" ? "json" : type);
    }

    private static Dictionary<string, List<string>> EnumsOf(List<string> lines)
    {
        var enums = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? open = null;
        foreach (var line in lines)
        {
            if (Block().Match(line) is { Success: true } block)
            {
                open = block.Groups[1].Value == "enum" ? enums[block.Groups[2].Value] = [] : null;
            }
            else if (open is not null && Member().IsMatch(line))
            {
                open.Add(line.Split(' ')[0]);
            }
        }
        return enums;
    }

    [GeneratedRegex(@"^(model|enum|type) (\w+) *\{", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"^([A-Za-z]\w*)\s+([A-Za-z]\w*)(\[\]|\?)?(\s|$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Field();

    [GeneratedRegex(@"^[A-Za-z]\w*( |$)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Member();
}
