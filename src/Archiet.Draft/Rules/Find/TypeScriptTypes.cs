using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Reads interfaces and object types of TypeScript. What only serves a call (<c>Props</c>, <c>Request</c>) is no entity.</summary>
internal static partial class TypeScriptTypes
{
    private static readonly string[] NoEntities = ["Props", "Request", "Response", "Params", "Options", "Config", "Context", "State", "Dto", "DTO", "Input", "Output", "Payload", "Args", "Error", "Event", "Handler"];

    /// <summary>Reads a block.</summary>
    public static void Read(Code code)
    {
        var lines = code.Lines.ToList();
        var names = lines.Select(line => Begin().Match(line)).Where(match => match.Success && IsEntity(match.Groups[1].Value)).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var entity = Term.None;
        foreach (var line in lines)
        {
            if (Begin().Match(line) is { Success: true } begin)
            {
                entity = names.Contains(begin.Groups[1].Value) ? code.Declare(begin.Groups[1].Value) : Term.None;
            }
            else if (line is "}" or "};")
            {
                entity = Term.None;
            }
            else if (!entity.IsNone && Member().Match(line) is { Success: true } member)
            {
                ReadMember(entity, member, names, code);
            }
        }
    }

    private static void ReadMember(Term entity, Match member, HashSet<string> names, Code code)
    {
        var (name, mark, type) = (member.Groups[1].Value, member.Groups[2].Value, member.Groups[3].Value.Trim());
        var element = type.Replace("[]", "", StringComparison.Ordinal).Replace("| null", "", StringComparison.Ordinal).Trim();
        if (names.Contains(element))
        {
            var (to, called) = (Term.Of(element), Term.Of(name));
            code.Findings.Add(type.Contains("[]", StringComparison.Ordinal)
                ? new RelationshipItem(to.Shown, entity.Shown, RelationshipKind.Reference, "", Certainty.Unknown, Basis.Implied, code.Evidence)
                : new RelationshipItem(entity.Shown, to.Shown, RelationshipKind.Reference, called == to ? "" : called.Key, mark == "?" ? Certainty.No : Certainty.Yes, Basis.Stated, code.Evidence));
            return;
        }
        var notes = mark == "?" || type.Contains("null", StringComparison.Ordinal) ? "optional" : "required";
        var values = element.Contains('|', StringComparison.Ordinal) ? $" ({element.Replace('|', ',')})" : "";
        FieldNotes.Add(entity, name, notes + values, Basis.Stated, code.Evidence, code.Findings, values.Length > 0 ? "enum" : type.Contains("[]", StringComparison.Ordinal) ? "json" : element == "number" ? "" : element);
    }

    private static bool IsEntity(string name) => !Array.Exists(NoEntities, ending => name.EndsWith(ending, StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:export )?(?:default )?(?:interface|type) (\w+)(?: extends [\w, <>]+)?(?: =)? *\{", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Begin();

    [GeneratedRegex(@"^(?:readonly )?(\w+)(\?)?: *([^;,(){}]+)[;,]?(?: *//.*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Member();
}
