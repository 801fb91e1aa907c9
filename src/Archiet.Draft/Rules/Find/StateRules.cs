using System.Text.RegularExpressions;
using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Draft.Rules.Language;
using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Find;

/// <summary>States and the steps between them: "Status: draft, sent, paid", "an order moves from open to paid", "Draft → Sent".</summary>
internal static partial class StateRules
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    private static readonly HashSet<string> Beginnings = new(["draft", "new", "open", "created", "pending", "planned", "requested", "submitted"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds them.</summary>
    public static void Find(Reading reading, Findings findings)
    {
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            FindList(place, reading, findings);
            FindWorkflow(place, reading, findings);
            FindEither(place, findings);
        }
        foreach (var place in reading.Required.Where(place => place.Sentence.Kind is SentenceKind.Paragraph or SentenceKind.ListItem))
        {
            FindSteps(place, reading, findings);
        }
    }

    private static void FindList(Place place, Reading reading, Findings findings)
    {
        foreach (Match match in Listed().Matches(place.Text))
        {
            var list = match.Groups[3].Length > 0 ? match.Groups[3].Value : match.Groups[4].Value;
            var values = EnumValues.Split(WithoutTail(list));
            if (values.Count > 1)
            {
                var before = match.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                AddStates(EntityOf(NounPhrase.Clean(before), place, reading, findings), match.Groups[2].Value, values, DefaultIn(place.Text), place, findings);
                return;
            }
        }
    }

    private static void FindSteps(Place place, Reading reading, Findings findings)
    {
        var (label, text) = Outline.SplitLabel(place.Text);
        var steps = label.Contains('→', StringComparison.Ordinal) || label.Contains("->", StringComparison.Ordinal) ? label : Chain().Match(place.Text) is { Success: true } chain ? chain.Groups[1].Value + chain.Groups[2].Value : "";
        if (steps.Length > 0 && IsAboutStates(place))
        {
            AddChain(steps, text, place, reading, findings);
        }
        foreach (Match move in Moves().Matches(place.Text))
        {
            var entity = EntityOf(NounPhrase.Clean(move.Groups[1].Value.Split(' ')), place, reading, findings);
            AddStep(entity, State(move.Groups[2].Value), State(move.Groups[3].Value), Role(place.Text, findings), place, findings);
        }
    }

    /// <summary>"It is either available, lent or retired."</summary>
    private static void FindEither(Place place, Findings findings)
    {
        if (Either().Match(place.Text) is { Success: true } match && EnumValues.Split(match.Groups[2].Value) is { Count: > 1 } values)
        {
            var named = NounPhrase.Clean(match.Groups[1].Value.Split(' '));
            var entity = findings.Find(named) is not null ? named : ContextEntity.Above(place, findings);
            AddStates(entity, "status", values, "", place, findings);
        }
    }

    /// <summary>Numbered or bulleted states below "Status workflow": <c>Draft: created but not sent</c>.</summary>
    private static void FindWorkflow(Place place, Reading reading, Findings findings)
    {
        if (place.Labels.Count > 0 && Workflow().IsMatch(place.Label) && Outline.SplitLabel(place.Text) is ({ Length: > 0 } label, _) && label.Split(' ').Length <= 2 && !label.Contains('→', StringComparison.Ordinal))
        {
            AddStates(EntityOf(NounPhrase.Clean(place.Label.Split(' ')), place, reading, findings), "status", EquatableArray.Of(label), "", place, findings);
        }
    }

    private static void AddChain(string steps, string text, Place place, Reading reading, Findings findings)
    {
        var states = steps.Replace("->", "→", StringComparison.Ordinal).Trim('(', ')', ' ').Split('→', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var entity = WithState(states, findings) is { IsNone: false } known ? known : EntityOf(Term.None, place, reading, findings);
        for (var at = 1; at < states.Length; at++)
        {
            foreach (var to in states[at].Split('/', StringSplitOptions.TrimEntries).Select(State))
            {
                foreach (var from in states[at - 1].Split('/', StringSplitOptions.TrimEntries).Select(State))
                {
                    AddStep(entity, from, to, Role(text, findings), place, findings);
                }
            }
        }
    }

    private static void AddStates(Term entity, string field, EquatableArray<string> values, string initial, Place place, Findings findings)
    {
        if (entity.IsNone)
        {
            return;
        }
        for (var at = 0; at < values.Count; at++)
        {
            var isInitial = initial.Length > 0 ? (values[at].Equals(initial, StringComparison.OrdinalIgnoreCase) ? Certainty.Yes : Certainty.No)
                : at == 0 && values.Count > 1 && Beginnings.Contains(values[at]) ? Certainty.Yes
                : Certainty.Unknown;
            findings.Add(new StateItem(entity.Shown, field.ToLowerInvariant().TrimEnd('e', 's') is "stat" or "statu" ? Singular.Of(field.ToLowerInvariant()) : field.ToLowerInvariant(), values[at], isInitial, Basis.Stated, place.Alone));
        }
    }

    private static void AddStep(Term entity, string from, string to, string role, Place place, Findings findings)
    {
        if (entity.IsNone || to.Length == 0)
        {
            return;
        }
        var isAny = from.StartsWith("any", StringComparison.OrdinalIgnoreCase) || from.Length == 0;
        findings.Add(new TransitionItem(entity.Shown, "to " + to, isAny ? "" : from, to, role, Basis.Stated, place.Alone));
    }

    /// <summary>The entity that is known to have one of some states.</summary>
    private static Term WithState(string[] states, Findings findings)
    {
        var names = states.SelectMany(state => state.Split('/', StringSplitOptions.TrimEntries)).Select(State).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return findings.Items.OfType<StateItem>().Where(item => names.Contains(item.State)).Select(item => Term.Of(item.Entity)).FirstOrDefault(term => findings.Find(term) is { } known && EntitySelection.IsEntity(known, findings));
    }

    private static string State(string text)
    {
        var (name, _) = FieldLists.WithNote(text.Trim('"', '“', '”', '\'', ' ', '.'));
        return name.Length is > 0 and <= 30 && name.Split(' ').Length <= 3 && char.IsLetter(name[0]) ? name : "";
    }

    private static string Role(string text, Findings findings) =>
        findings.Roles.Where(role => text.Contains(role.Name, StringComparison.OrdinalIgnoreCase)).OrderByDescending(role => role.Name.Length).Select(role => role.Name).FirstOrDefault("");

    private static string DefaultIn(string text) => Default().Match(text) is { Success: true } match ? match.Groups[1].Value : "";

    private static string WithoutTail(string list)
    {
        var end = list.IndexOf(" with ", StringComparison.OrdinalIgnoreCase);
        return end > 0 ? list[..end] : list;
    }

    private static bool IsAboutStates(Place place) => place.Above.Append(place.Text).Take(3).Any(text => AboutStates().IsMatch(text)) || AboutStates().IsMatch(place.Text);

    /// <summary>The entity that is meant: the one that is named, or else the one that stands above.</summary>
    private static Term EntityOf(Term named, Place place, Reading reading, Findings findings)
    {
        if (!named.IsNone && findings.Find(named) is not null)
        {
            return named;
        }
        if (!named.IsNone && reading.Shortest(named) is { IsNone: false } shorter && findings.Find(shorter) is not null)
        {
            return shorter;
        }
        if (named.IsNone)
        {
            return ContextEntity.Above(place, findings);
        }
        findings.Suggest(named, 2, place.Id);
        return named;
    }

    [GeneratedRegex(@"(?:^|\b)((?:[A-Za-z][\w\-]* ){0,3})(status|state|stage|statuses|states|stages)(?: field)?(?: (?:\w+ )?\(([^()]{5,200})\)|(?: (?:values|options))?(?:: ?| can be| may be| is one of| are| is either| is)(?:: ?| )(?:one of:? |either |Enum )?\(?([^().;]{5,200})\)?)", Options)]
    private static partial Regex Listed();

    [GeneratedRegex(@"\b((?:the |an? )?[A-Za-z][\w\-]*(?: [\w\-]+)?)(?:'s)?(?: status| state)? (?:moves?|changes?|transitions?|goes|switches|advances?|is moved|is changed)(?: its (?:status|state))? from [""“']?([A-Za-z][\w \-]{1,25}?)[""”']? to [""“']?([A-Za-z][\w\-]*)", Options)]
    private static partial Regex Moves();

    [GeneratedRegex(@"\(([^()]{3,60}(?:→|->)[^()]{3,100})\)|^([A-Za-z][\w ]{1,20} ?(?:→|->)[\w /→>\-]{3,100})$", Options)]
    private static partial Regex Chain();

    [GeneratedRegex(@"\b(status|state|statuses|states)( workflow| lifecycle| values| flow| machine)?$|\b(lifecycle|life cycle)$", Options)]
    private static partial Regex Workflow();

    [GeneratedRegex(@"\b(status|state|lifecycle|life cycle|transitions?|approval (process|workflow))\b", Options)]
    private static partial Regex AboutStates();

    [GeneratedRegex(@"^(?:the |an? |each |every )?([A-Za-z][\w\-]*(?: [\w\-]+){0,2}?) (?:is|are|can be|may be|must be)(?: always)? (?:either|one of|one of the following):? (.+?)\.?$", Options)]
    private static partial Regex Either();

    [GeneratedRegex(@"\bdefault(?:s to| is|:|=)? ?[""“']?([A-Za-z][\w\-]*)", Options)]
    private static partial Regex Default();
}
