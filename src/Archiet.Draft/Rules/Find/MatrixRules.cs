using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Tables of who may do what: roles in the header, deeds or things in the first column, marks or letters between.</summary>
internal static partial class MatrixRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly Dictionary<char, string> Letters = new() { ['c'] = "create", ['r'] = "read", ['u'] = "update", ['d'] = "delete", ['l'] = "list", ['w'] = "update" };

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var header in reading.Required.Where(place => place.Sentence.Kind == SentenceKind.TableHeader && place.Sentence.Cells.Count > 2))
        {
            var rows = reading.Places.Skip(header.Index + 1).TakeWhile(row => row.Sentence.Block == header.Sentence.Block).ToList();
            if (IsMatrix(header, rows))
            {
                Read(header, rows, reading, findings);
            }
        }
    }

    private static bool IsMatrix(Place header, List<Place> rows)
    {
        var cells = rows.SelectMany(row => row.Sentence.Cells.Skip(1)).Where(cell => cell.Length > 0).ToList();
        return FirstColumn().IsMatch(header.Sentence.Cells[0]) && cells.Count > 1 && cells.Count(cell => Mark().IsMatch(cell) || Crud().IsMatch(cell)) * 10 >= cells.Count * 8;
    }

    private static void Read(Place header, List<Place> rows, Reading reading, Findings findings)
    {
        var roles = header.Sentence.Cells.Skip(1).Select(cell => RoleNames.Of(cell, reading)).ToList();
        foreach (var role in roles)
        {
            findings.AddRole(role, "", Basis.Stated, header.Alone);
        }
        foreach (var row in rows.Where(row => row.Sentence.Cells.Skip(1).Any(cell => cell.Length > 0)))
        {
            var evidence = EquatableArray.Of(header.Id, row.Id);
            var deed = Deed.At(Token.Of(row.Sentence.Cells[0]), 0);
            var things = deed is { Things.Count: > 0 } ? deed.Things : deed is null ? [NounPhrase.Clean(Token.Of(row.Sentence.Cells[0]).Where(token => token.IsWord).Select(token => token.Text))] : [];
            foreach (var thing in things.Select(reading.Shortest).Where(thing => !thing.IsNone).Distinct())
            {
                findings.Suggest(thing, 2, row.Id);
                AddRow(row, roles, thing, deed, evidence, findings);
            }
        }
    }

    private static void AddRow(Place row, List<Term> roles, Term thing, Deed? deed, EquatableArray<string> evidence, Findings findings)
    {
        var condition = row.Sentence.Cells[0].Contains("assigned", StringComparison.OrdinalIgnoreCase) ? "assigned" : row.Sentence.Cells[0].Contains(" own ", StringComparison.OrdinalIgnoreCase) ? "own" : "";
        for (var column = 0; column < roles.Count; column++)
        {
            var cell = row.Sentence.Cells.Count > column + 1 ? row.Sentence.Cells[column + 1] : "";
            if (roles[column].IsNone)
            {
                continue;
            }
            foreach (var verb in VerbsOf(cell, deed))
            {
                findings.Add(new PermissionItem(roles[column].Shown, verb, thing.Shown, condition, Basis.Stated, evidence));
            }
        }
    }

    private static IEnumerable<string> VerbsOf(string cell, Deed? deed)
    {
        if (deed is not null)
        {
            return Granted().IsMatch(cell) ? deed.Verbs.SelectMany(Verbs.PermissionsOf).Distinct() : [];
        }
        if (Crud().IsMatch(cell))
        {
            return cell.ToLowerInvariant().Where(Letters.ContainsKey).Select(letter => Letters[letter]).Distinct();
        }
        return Full().IsMatch(cell) ? Verbs.PermissionsOf("manage") : ReadOnly().IsMatch(cell) ? Verbs.PermissionsOf("read") : [];
    }

    [GeneratedRegex(@"^(permissions?|actions?|operations?|capabilit(y|ies)|features?|functions?|resources?|modules?|entit(y|ies)|objects?|areas?|activit(y|ies)|tasks?|rights?|use cases?|)$", Options)]
    private static partial Regex FirstColumn();

    [GeneratedRegex(@"^(✓|✔|✅|☑|x|y|yes|true|allowed|✗|✘|❌|✖|n|no|false|-|–|—|denied|none|n/a|own( only)?|assigned( only)?|full( access)?|all|read([- ]only)?|view([- ]only)?|partial|limited)( .{0,20})?$", Options)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^[crudlw](?:[ ,/]*[crudlw]){0,4}$", Options)]
    private static partial Regex Crud();

    [GeneratedRegex(@"^(✓|✔|✅|☑|x|y|yes|true|allowed|own( only)?|assigned( only)?|full( access)?|all)( .{0,20})?$", Options)]
    private static partial Regex Granted();

    [GeneratedRegex(@"^(✓|✔|✅|full( access)?|all|yes)( .{0,20})?$", Options)]
    private static partial Regex Full();

    [GeneratedRegex(@"^(read([- ]only)?|view([- ]only)?)$", Options)]
    private static partial Regex ReadOnly();
}
