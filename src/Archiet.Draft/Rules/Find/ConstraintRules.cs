using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>
/// What must hold of rows: sentences with "must", "cannot" or "only if" about a field or an entity that is known. An expression is written only where it is a comparison of
/// known fields; the words are kept in any case.
/// </summary>
internal static partial class ConstraintRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private const int Longest = 240;

    /// <summary>Finds them. Runs after the fields are known.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        var fields = findings.Items.OfType<FieldItem>().ToLookup(field => Term.Of(field.Name));
        var fieldWords = findings.Items.OfType<FieldItem>().SelectMany(field => Term.SplitWords(field.Name).Select(word => (Word: word.ToLowerInvariant(), field.Entity))).Where(pair => pair.Word.Length > 2).Distinct()
            .ToLookup(pair => pair.Word, pair => pair.Entity, StringComparer.Ordinal);
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem && place.Text.Length <= Longest && !Question().IsMatch(place.Text)))
        {
            if (Comparison().Match(place.Text) is { Success: true } match && Owner(fields, match.Groups[1].Value, place) is { } field)
            {
                Add(field, Expression(field, match, fields, place), place, findings);
            }
            else if (IsConstraint(place) && EntityIn(place, fieldWords, findings) is { IsNone: false } entity)
            {
                findings.Add(new RuleItem(entity.Shown, "", "", place.Text, Basis.Stated, place.Alone));
            }
        }
    }

    private static void Add(FieldItem field, string expression, Place place, Findings findings) =>
        findings.Add(new RuleItem(field.Entity, "", expression, place.Text, expression.Length > 0 ? Basis.Stated : Basis.Implied, place.Alone));

    /// <summary>A rule says what is forbidden, or stands below a heading of rules; what somebody may do is a permission.</summary>
    private static bool IsConstraint(Place place) => Forbidding().IsMatch(place.Text) || (place.Above.Take(2).Any(above => Rules().IsMatch(above)) && Must().IsMatch(place.Text));

    private static FieldItem? Owner(ILookup<Term, FieldItem> fields, string name, Place place)
    {
        var all = fields[NameOf(name)].ToList();
        return all.Find(field => place.Above.Append(place.Text).Any(text => text.Contains(field.Entity, StringComparison.OrdinalIgnoreCase))) ?? (all.DistinctBy(field => field.Entity).Count() == 1 ? all[0] : null);
    }

    private static string Expression(FieldItem field, Match match, ILookup<Term, FieldItem> fields, Place place)
    {
        var sign = SignOf(match.Groups[2].Value.ToLowerInvariant());
        var right = match.Groups[3].Value;
        if (char.IsAsciiDigit(right[0]))
        {
            return $"this.{Member(field)} {sign} {right}";
        }
        var other = fields[NameOf(right)].FirstOrDefault(one => one.Entity == field.Entity);
        return other is null || Owner(fields, right, place) is null ? "" : $"this.{Member(field)} {sign} this.{Member(other)}";
    }

    private static string SignOf(string words) => words is ">" or "<" or ">=" or "<=" ? words
        : words is "≥" || words.StartsWith("at least", StringComparison.Ordinal) || words.Contains("or equal", StringComparison.Ordinal) && words.Contains("greater", StringComparison.Ordinal) || words.StartsWith("not be less", StringComparison.Ordinal) || words.StartsWith("on or after", StringComparison.Ordinal) ? ">="
        : words is "≤" || words.StartsWith("at most", StringComparison.Ordinal) || words.Contains("or equal", StringComparison.Ordinal) || words.StartsWith("not exceed", StringComparison.Ordinal) || words.StartsWith("on or before", StringComparison.Ordinal) || words.StartsWith("no more", StringComparison.Ordinal) ? "<="
        : words.StartsWith("greater", StringComparison.Ordinal) || words.StartsWith("more", StringComparison.Ordinal) || words.StartsWith("after", StringComparison.Ordinal) || words.StartsWith("later", StringComparison.Ordinal) || words.StartsWith("higher", StringComparison.Ordinal) ? ">"
        : "<";

    private static Term NameOf(string text) => Term.Of(text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => WordLists.Determiners.Contains(word.ToLowerInvariant())));

    private static string Member(FieldItem field)
    {
        var words = Term.SplitWords(field.Name).ConvertAll(word => word.ToLowerInvariant());
        return words[0] + string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    /// <summary>The entity of whose fields a sentence names most, if it names more than one word of them; or else the one that it speaks of first.</summary>
    private static Term EntityIn(Place place, ILookup<string, string> fieldWords, Findings findings)
    {
        var words = Token.Of(place.Text).Where(token => token.IsWord).Select(token => Singular.Of(token.Lower)).ToList();
        var byFields = words.Where(fieldWords.Contains).Distinct(StringComparer.Ordinal).SelectMany(word => fieldWords[word]).GroupBy(entity => entity, StringComparer.Ordinal)
            .Select(entity => (entity.Key, Named: entity.Count())).OrderByDescending(entity => entity.Named).FirstOrDefault();
        if (byFields.Named > 1)
        {
            return Term.Of(byFields.Key);
        }
        return findings.EntitiesIn(words)
            .Select(candidate => (candidate.Term, At: words.IndexOf(candidate.Term.Head)))
            .Where(found => found.At >= 0)
            .OrderBy(found => found.At).ThenByDescending(found => found.Term.Key.Length)
            .Select(found => found.Term).FirstOrDefault();
    }

    [GeneratedRegex(
        @"^(?:the |an? |each |every )?([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:(?:must|shall|should|has to|cannot|can)(?: always)? (?:be )?)(>=|<=|>|<|≥|≤|greater than(?: or equal to)?|more than|less than(?: or equal to)?|at least|at most|after|before|later than|earlier than|higher than|lower than|on or after|on or before|not exceed|no more than|not be less than) (?:the )?([0-9]+(?:\.[0-9]+)?|[A-Za-z][\w\-]*(?: [\w\-]+)?)\b",
        Options)]
    private static partial Regex Comparison();

    [GeneratedRegex(@"\b(cannot be|must not|may not|shall not|can not be|only if|only when|no two|must be unique|at most|no more than|not more than|only one|up to [0-9]+|cannot (exceed|overlap|have|contain))\b", Options)]
    private static partial Regex Forbidding();

    [GeneratedRegex(@"\b(must|shall|required|cannot|never|always|only)\b", Options)]
    private static partial Regex Must();

    [GeneratedRegex(@"\b(validations?|validation rules|business rules|constraints|invariants|rules)\b", Options)]
    private static partial Regex Rules();

    [GeneratedRegex(@"\?$|^as an? .+i want", Options)]
    private static partial Regex Question();
}
