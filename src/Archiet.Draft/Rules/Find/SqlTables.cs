using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Reads <c>CREATE TABLE</c>: columns, and the keys that lead to other tables.</summary>
internal static partial class SqlTables
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Reads a block.</summary>
    public static void Read(Code code)
    {
        foreach (Match table in Table().Matches(code.Place.Text))
        {
            var entity = code.Declare(LastPart(table.Groups[1].Value));
            var columns = Parts(code.Place.Text, table.Index + table.Length).ToList();
            var keys = columns.Select(column => ForeignKey().Match(column)).Where(key => key.Success).Select(key => key.Groups[1].Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var column in columns.Where(column => !(Column().Match(column) is { Success: true } named && keys.Contains(named.Groups[1].Value))))
            {
                ReadColumn(entity, column, code);
            }
        }
    }

    private static void ReadColumn(Term entity, string column, Code code)
    {
        if (ForeignKey().Match(column) is { Success: true } key)
        {
            AddReference(entity, key.Groups[1].Value, key.Groups[2].Value, column, code);
        }
        else if (!Constraint().IsMatch(column) && Column().Match(column) is { Success: true } field)
        {
            if (References().Match(column) is { Success: true } reference)
            {
                AddReference(entity, field.Groups[1].Value, reference.Groups[1].Value, column, code);
                return;
            }
            var type = field.Groups[2].Value;
            var notes = (NotNull().IsMatch(column) ? "required" : "optional") + (column.Contains("unique", StringComparison.OrdinalIgnoreCase) ? " unique" : "") + " " + type;
            FieldNotes.Add(entity, field.Groups[1].Value, notes, Basis.Stated, code.Evidence, code.Findings, TypeOf(type));
        }
    }

    /// <summary>A number without digits behind the point is whole; otherwise the words of types are known.</summary>
    private static string TypeOf(string type) => type.Replace("double precision", "double", StringComparison.OrdinalIgnoreCase).Replace("timestamp with time zone", "timestamp", StringComparison.OrdinalIgnoreCase);

    private static void AddReference(Term entity, string column, string target, string text, Code code)
    {
        var to = Term.Of(LastPart(target));
        var name = Term.Of(Term.SplitWords(column).Where(word => !word.Equals("id", StringComparison.OrdinalIgnoreCase)));
        code.Findings.Suggest(to, 3, code.Place.Id);
        code.Findings.Add(new RelationshipItem(
            entity.Shown, to.Shown, text.Contains("on delete cascade", StringComparison.OrdinalIgnoreCase) ? RelationshipKind.OwnedBy : RelationshipKind.Reference, name == to ? "" : name.Key,
            NotNull().IsMatch(text) ? Certainty.Yes : Certainty.Unknown, Basis.Stated, code.Evidence));
    }

    private static string LastPart(string name) => name[(name.LastIndexOf('.') + 1)..].Trim('"', '`', '[', ']');

    /// <summary>The parts between commas up to the bracket that closes the table.</summary>
    private static IEnumerable<string> Parts(string text, int from)
    {
        var (depth, start) = (1, from);
        for (var at = from; at < text.Length; at++)
        {
            depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (depth == 0 || (depth == 1 && text[at] == ','))
            {
                yield return WithoutComments(text[start..at]);
                start = at + 1;
            }
            if (depth == 0)
            {
                yield break;
            }
        }
    }

    private static string WithoutComments(string part) =>
        string.Join(' ', part.Split('\n').Select(line => line.IndexOf("--", StringComparison.Ordinal) is >= 0 and var comment ? line[..comment] : line)).Trim();

    [GeneratedRegex(@"\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([\w.""`\[\]]+)\s*\(", Options)]
    private static partial Regex Table();

    [GeneratedRegex(@"^(?:constraint\s+\S+\s+)?foreign\s+key\s*\(\s*[""`\[]?(\w+)[""`\]]?\s*\)\s*references\s+([\w.""`\[\]]+)", Options)]
    private static partial Regex ForeignKey();

    [GeneratedRegex(@"\breferences\s+([\w.""`\[\]]+)", Options)]
    private static partial Regex References();

    [GeneratedRegex(@"^(constraint|primary\s+key|unique\s*\(|check\s*\(|index|key\s|exclude)\b", Options)]
    private static partial Regex Constraint();

    [GeneratedRegex(@"^[""`\[]?(\w+)[""`\]]?\s+([a-z]\w*(?:\s+(?:precision|varying|with time zone))?(?:\s*\([^)]*\))?)", Options)]
    private static partial Regex Column();

    [GeneratedRegex(@"\b(not\s+null|primary\s+key)\b", Options)]
    private static partial Regex NotNull();
}
