using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>Sentences that say how two things hang together, and how many of each.</summary>
internal static partial class RelationshipRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>How much a sentence about two things says that they are kept; and how much one that counts both.</summary>
    private const int Said = 3;
    private const int Declared = 4;

    /// <summary>Words that name parts of anything: those of an invoice are invoice items.</summary>
    private static readonly HashSet<string> Parts = new(["item", "items", "entry", "entries", "row", "rows", "element", "elements", "position", "positions"], StringComparer.Ordinal);

    private const string Name = @"(?:the |an? |each |every |one |any |all )*([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?)";

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem or SentenceKind.TableRow))
        {
            foreach (var clause in Clauses.Of(place))
            {
                FindMany(clause, place, reading, findings);
                FindOne(clause, place, reading, findings);
            }
            FindLabelled(place, reading, findings);
        }
    }

    private static void FindMany(string clause, Place place, Reading reading, Findings findings)
    {
        if (HasMany().Match(clause) is { Success: true } many)
        {
            Add(many.Groups[3].Value, many.Groups[1].Value, RelationshipKind.Reference, Certainty.Unknown, Basis.Implied, place, reading, findings);
        }
        else if (ConsistsOf().Match(clause) is { Success: true } parts)
        {
            Add(parts.Groups[2].Value, parts.Groups[1].Value, RelationshipKind.OwnedBy, Certainty.Yes, Basis.Implied, place, reading, findings);
        }
        else if (OneAndMany().Match(clause) is { Success: true } both)
        {
            Add(both.Groups[2].Value, both.Groups[1].Value, RelationshipKind.Reference, Certainty.Unknown, Basis.Stated, place, reading, findings, Declared);
        }
        else if (ManyToMany().Match(clause) is { Success: true } each)
        {
            Add(each.Groups[1].Value, each.Groups[2].Value, RelationshipKind.ManyToMany, Certainty.Unknown, Basis.Stated, place, reading, findings);
        }
    }

    private static void FindOne(string clause, Place place, Reading reading, Findings findings)
    {
        if (BelongsTo().Match(clause) is { Success: true } one)
        {
            var required = one.Groups[2].Value.StartsWith("must", StringComparison.OrdinalIgnoreCase) || clause.Contains("exactly one", StringComparison.OrdinalIgnoreCase) ? Certainty.Yes
                : one.Groups[2].Value.StartsWith("may", StringComparison.OrdinalIgnoreCase) || one.Groups[2].Value.StartsWith("can", StringComparison.OrdinalIgnoreCase) ? Certainty.No
                : Certainty.Unknown;
            Add(one.Groups[1].Value, one.Groups[3].Value, RelationshipKind.Reference, required, Basis.Stated, place, reading, findings);
        }
        else if (HasOne().Match(clause) is { Success: true } has && Known(has.Groups[2].Value, reading, findings) is { IsNone: false } && Known(has.Groups[1].Value, reading, findings) is { IsNone: false })
        {
            Add(has.Groups[1].Value, has.Groups[2].Value, RelationshipKind.Reference, Certainty.Yes, Basis.Stated, place, reading, findings);
        }
    }

    /// <summary>Lists such as <c>Account: one-to-many (one account, many orders)</c> below a heading that names the other entity.</summary>
    private static void FindLabelled(Place place, Reading reading, Findings findings)
    {
        var (label, text) = Outline.SplitLabel(place.Text);
        if (label.Length == 0 || Cardinality().Match(text) is not { Success: true } cardinality || OneAndMany().IsMatch(text))
        {
            return;
        }
        var other = NounPhrase.Clean(label.Split(' '));
        var subject = place.Sentence.Headings.Reverse().Select(heading => Subject(heading, other, findings)).FirstOrDefault(term => !term.IsNone);
        if (other.IsNone || subject.IsNone)
        {
            return;
        }
        findings.Suggest(other, Declared, place.Id);
        var many = cardinality.Value.ToLowerInvariant();
        findings.Add(many.StartsWith("many", StringComparison.Ordinal) && many.EndsWith("many", StringComparison.Ordinal)
            ? new RelationshipItem(subject.Shown, other.Shown, RelationshipKind.ManyToMany, "", Certainty.Unknown, Basis.Stated, place.Alone)
            : many.StartsWith("one", StringComparison.Ordinal) && many.EndsWith("many", StringComparison.Ordinal)
                ? new RelationshipItem(other.Shown, subject.Shown, RelationshipKind.Reference, "", Certainty.Unknown, Basis.Implied, place.Alone)
                : new RelationshipItem(subject.Shown, other.Shown, RelationshipKind.Reference, "", Certainty.Unknown, Basis.Implied, place.Alone));
    }

    private static Term Subject(string heading, Term other, Findings findings) =>
        findings.Candidates.Where(candidate => candidate.Term != other && Term.SplitWords(heading).Select(word => Singular.Of(word.ToLowerInvariant())).Contains(candidate.Term.Head))
            .OrderByDescending(candidate => candidate.IsDeclared).ThenByDescending(candidate => candidate.Weight).Select(candidate => candidate.Term).FirstOrDefault();

    private static void Add(string from, string to, RelationshipKind kind, Certainty required, Basis basis, Place place, Reading reading, Findings findings, int weight = Said)
    {
        var other = Known(to, reading, findings);
        var one = Parts.Contains(from.ToLowerInvariant()) && !other.IsNone ? Term.Of([.. other.Words, from]) : Known(from, reading, findings);
        if (one.IsNone || other.IsNone || one == other)
        {
            return;
        }
        findings.Refer(one);
        findings.Refer(other);
        findings.Suggest(one, weight, place.Id);
        findings.Suggest(other, weight, place.Id);
        findings.Add(new RelationshipItem(one.Shown, other.Shown, kind, "", required, basis, place.Alone));
    }

    private static Term Known(string text, Reading reading, Findings findings)
    {
        var term = NounPhrase.Clean(text.Split(' '));
        return term.IsNone ? Term.None : findings.Find(term) is { IsDeclared: true } ? term : reading.Shortest(term);
    }

    [GeneratedRegex("^" + Name + @" (?:has|have|can have|may have|must have|contains?|can contain|may contain|includes?|owns?|holds?|supports?) (zero or more|one or more|many|multiple|several|at least one|any number of|a list of|a set of|up to [0-9]+|[0-9]+ or more) ([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?)(?:[,.;:(].*| (?:which|that|with|per|for|of|and|in|from|through|across|where|by) .*)?$", Options)]
    private static partial Regex HasMany();

    [GeneratedRegex("^" + Name + @" (?:consists? of|is made up of|are made up of|is composed of|comprises?) (?:one or more |many |multiple |several |its |a list of )*([A-Za-z][\w\-]*(?: [\w\-]+)?s)(?:[,.;:(].*| (?:which|that|with|each) .*)?$", Options)]
    private static partial Regex ConsistsOf();

    [GeneratedRegex(@"\bone ([A-Za-z][\w\-]*(?: [\w\-]+)?), many ([A-Za-z][\w\-]*(?: [\w\-]+)?)\b", Options)]
    private static partial Regex OneAndMany();

    [GeneratedRegex(@"many[- ]to[- ]many (?:relationship )?between (?:the )?([A-Za-z][\w\-]*(?: [\w\-]+)?) and (?:the )?([A-Za-z][\w\-]*(?: [\w\-]+)?)\b", Options)]
    private static partial Regex ManyToMany();

    [GeneratedRegex("^" + Name + @" ((?:must |may |can |shall |should )?(?:be |is |are |always )*(?:belongs? to|linked to|associated with|attached to|assigned to|related to|owned by|tied to|references?|refers? to|part of)) (?:exactly |only |at most |a single )*(?:one|an?|the|its|their|single)(?: parent)? ([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?)(?:[,.;:(].*| (?:which|that|with|and|in|from|through|where|by|for|when|via|on|at) .*)?$", Options)]
    private static partial Regex BelongsTo();

    [GeneratedRegex("^(?:each |every )" + Name + @" (?:has|must have) (?:exactly |only )?(?:one|an?) ([A-Za-z][\w\-]*(?: [\w\-]+)?)(?:[.;:(].*)?$", Options)]
    private static partial Regex HasOne();

    [GeneratedRegex(@"\b(one|many)[- ]to[- ](one|many)\b", Options)]
    private static partial Regex Cardinality();
}
