using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Tables of fields: a column for names, and one for types, for descriptions or for what is required.</summary>
internal static partial class FieldTableRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var header in reading.Places.Where(place => place.Sentence.Kind == SentenceKind.TableHeader && place.Part is SectionKind.Plain or SectionKind.Model))
        {
            if (Columns.Of(header.Sentence.Cells) is not { } columns)
            {
                continue;
            }
            var (entity, label) = EntityNames.Above(header, reading);
            foreach (var row in reading.Places.Skip(header.Index + 1).TakeWhile(row => row.Sentence.Block == header.Sentence.Block))
            {
                AddRow(row, columns, entity, label.Length > 0 ? EquatableArray.Of(label, row.Id) : row.Alone, findings);
            }
        }
    }

    private static void AddRow(Place row, Columns columns, Term above, EquatableArray<string> evidence, Findings findings)
    {
        var cells = row.Sentence.Cells;
        var entity = columns.Entity >= 0 && columns.Entity < cells.Count ? Term.Of(cells[columns.Entity]) : above;
        if (entity.IsNone || columns.Name >= cells.Count || cells[columns.Name].Length == 0)
        {
            return;
        }
        findings.Declare(entity, columns.Entity >= 0 ? row.Alone : evidence);
        var others = cells.Where((cell, column) => cell.Length > 0 && column != columns.Name && column != columns.Entity && column != columns.Type && column != columns.Required).ToList();
        var required = columns.Required >= 0 && columns.Required < cells.Count ? RequiredWord(cells[columns.Required]) : "";
        FieldNotes.Add(entity, cells[columns.Name].TrimEnd('*'), string.Join("; ", others.Prepend(required).Where(cell => cell.Length > 0)), Basis.Stated, evidence, findings, columns.Type >= 0 && columns.Type < cells.Count ? cells[columns.Type] : "", string.Join("; ", others));
    }

    private static string RequiredWord(string cell) => Yes().IsMatch(cell) ? "required" : No().IsMatch(cell) ? "optional" : "";

    [GeneratedRegex(@"^(y|yes|true|✓|✔|✅|x|required|mandatory|m|1|not null)$", Options)]
    private static partial Regex Yes();

    [GeneratedRegex(@"^(n|no|false|✗|✘|❌|-|–|optional|o|0|null|nullable)$", Options)]
    private static partial Regex No();

    /// <summary>Which column says what; below zero where none does.</summary>
    private sealed record Columns(int Name, int Type, int Required, int Entity)
    {
        public static Columns? Of(EquatableArray<string> cells)
        {
            var names = Index(cells, Field());
            var name = names >= 0 ? names : Index(cells, PlainName());
            var type = Index(cells, TypeColumn());
            var required = Index(cells, RequiredColumn());
            var entity = Index(cells, EntityColumn());
            var isFields = names >= 0 ? cells.Count > 1 : name >= 0 && type >= 0 && (required >= 0 || Index(cells, Description()) >= 0);
            return isFields && name != entity ? new Columns(name, type, required, entity) : null;
        }

        private static int Index(EquatableArray<string> cells, Regex regex) => cells.ToList().FindIndex(cell => regex.IsMatch(cell));
    }

    [GeneratedRegex(@"^(field|attribute|property|column|data element|data item|element)s?( name)?$", Options)]
    private static partial Regex Field();

    [GeneratedRegex(@"^(name|key|parameter)$", Options)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"^(data ?)?(type|format|datatype)s?$", Options)]
    private static partial Regex TypeColumn();

    [GeneratedRegex(@"^(required|mandatory|optional|nullable|null|required\?|mandatory\?)$", Options)]
    private static partial Regex RequiredColumn();

    [GeneratedRegex(@"^(entity|table|object|model|class)( name)?$", Options)]
    private static partial Regex EntityColumn();

    [GeneratedRegex(@"^(description|notes?|constraints?|meaning|comment|validation|rules?)s?$", Options)]
    private static partial Regex Description();
}
