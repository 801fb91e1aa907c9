using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules.Find;

/// <summary>Reads diagrams of entities as Mermaid writes them: <c>CUSTOMER ||--o{ ORDER : places</c>.</summary>
internal static partial class EntityDiagrams
{
    /// <summary>Reads a block.</summary>
    public static void Read(Code code)
    {
        var entity = Term.None;
        foreach (var line in code.Lines)
        {
            if (Relation().Match(line) is { Success: true } relation)
            {
                Add(code.Declare(relation.Groups[1].Value), code.Declare(relation.Groups[3].Value), relation.Groups[2].Value, code);
            }
            else if (Block().Match(line) is { Success: true } block)
            {
                entity = code.Declare(block.Groups[1].Value);
            }
            else if (line == "}")
            {
                entity = Term.None;
            }
            else if (!entity.IsNone && Attribute().Match(line) is { Success: true } attribute && attribute.Groups[3].Value != "FK")
            {
                FieldNotes.Add(entity, attribute.Groups[2].Value, attribute.Groups[3].Value == "UK" ? "unique" : "", Basis.Stated, code.Evidence, code.Findings, attribute.Groups[1].Value);
            }
        }
    }

    /// <summary>A crow's foot is on the side of many; a circle says that there may be none.</summary>
    private static void Add(Term left, Term right, string line, Code code)
    {
        var (first, last) = (line[..2], line[^2..]);
        var (manyLeft, manyRight) = (first.Contains('}', StringComparison.Ordinal), last.Contains('{', StringComparison.Ordinal));
        var (from, to, end) = manyLeft && !manyRight ? (left, right, last) : manyRight && !manyLeft ? (right, left, first) : (left, right, last);
        code.Findings.Add(new RelationshipItem(
            from.Shown, to.Shown, manyLeft && manyRight ? RelationshipKind.ManyToMany : RelationshipKind.Reference, "", end.Contains('o', StringComparison.Ordinal) ? Certainty.No : Certainty.Yes, Basis.Stated, code.Evidence));
    }

    [GeneratedRegex(@"^([A-Za-z][\w-]*) +([|}o]{2}(?:--|\.\.)[|{o]{2}) +([A-Za-z][\w-]*)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^([A-Za-z][\w-]*) *\{$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(\w+) +(\w+)(?: +(PK|FK|UK))?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Attribute();
}
