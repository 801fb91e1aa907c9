using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the lifecycle of an entity.</summary>
/// <param name="syntax">The lifecycle as it is written.</param>
/// <param name="members">The entity's fields.</param>
/// <param name="vocabulary">Knows the states.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class LifecycleBinder(LifecycleSyntax syntax, EntityMembers members, BoundVocabulary vocabulary, FindingList findings)
{
    /// <summary>A grant has a bit for each.</summary>
    private const int MostTransitions = 64;

    private BoundEnum? states;

    /// <summary>Checks the state field, and makes it one that always has a value.</summary>
    public void BindField()
    {
        if (syntax.Field is not { } word || members.Find(word) is not { IsBroken: false } member)
        {
            return;
        }
        if (member.Field is not { Type: { Kind: FieldKind.Enum, Name: { } name } } field)
        {
            findings.Add(GenomeDiagnostics.StateNoEnum, word.Span, word.Text);
            return;
        }
        foreach (var (key, place) in Refused(member, field, word.Span))
        {
            findings.Add(GenomeDiagnostics.StateTakesNo, place, word.Text, key);
        }
        states = vocabulary.FindEnum(name);
        member.Field = field with { Required = true };
    }

    /// <summary>The lifecycle; null where it has a finding.</summary>
    public BoundLifecycle? Bind(CheckBinder checks, FieldNames names)
    {
        if (syntax.Transitions.Count > MostTransitions)
        {
            findings.Add(
                GenomeDiagnostics.TooManyTransitions, syntax.Transitions[MostTransitions].Name.Span,
                syntax.Field?.Text ?? "", syntax.Transitions.Count.ToString(CultureInfo.InvariantCulture));
        }
        var initial = State(syntax.Initial);
        var transitions = new List<BoundTransition>(syntax.Transitions.Count);
        var methods = new Dictionary<string, Word>(StringComparer.OrdinalIgnoreCase);
        foreach (var written in syntax.Transitions)
        {
            CheckName(written.Name, names, methods);
            if (BindTransition(written, checks) is { } transition)
            {
                transitions.Add(transition);
            }
        }
        transitions.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return states is null || initial is null
            ? null
            : new(syntax.Field!.Text, initial, transitions.ToEquatableArray()) { Extensions = syntax.Extensions };
    }

    private BoundTransition? BindTransition(TransitionSyntax written, CheckBinder checks)
    {
        var from = written.From.Select(word => State(word)).ToList();
        var to = State(written.To);
        var when = checks.Bind(written.When, ExpressionPurpose.Guard);
        if (written is { When: null, Message: { } message })
        {
            findings.Add(GenomeDiagnostics.MessageWithoutCondition, message.Span, written.Name.Text);
        }
        var sets = new List<BoundSet>(written.Sets.Count);
        foreach (var set in written.Sets)
        {
            if (BindSet(set, checks) is { } bound)
            {
                sets.Add(bound);
            }
        }
        sets.Sort(static (left, right) => string.CompareOrdinal(left.Field, right.Field));
        return to is null || from.Contains(null)
            ? null
            : new(written.Name.Text, written.Description, from.Select(static state => state!).OrderBy(static state => state, StringComparer.Ordinal).ToEquatableArray(), to, when, written.Message?.Text, sets.ToEquatableArray())
            {
                Extensions = written.Extensions,
            };
    }

    private BoundSet? BindSet(SetSyntax set, CheckBinder checks)
    {
        if (members.Find(set.Field) is not { IsBroken: false } member)
        {
            return null;
        }
        var reason = member switch
        {
            { IsRows: true } => "it holds rows",
            _ when member.Name == syntax.Field?.Text => "it is the state, which follows from 'to'",
            { Syntax.Computed: not null } or { Field.Computed: not null } => "it is computed",
            { Field.WriteOnce: true } => "it is written once, when the row is made",
            { Field.IsServerSet: true } => "'onCreate' or 'onUpdate' sets it",
            _ => null,
        };
        if (reason is not null)
        {
            findings.Add(GenomeDiagnostics.NotSettable, set.Field.Span, set.Field.Text, reason);
            return null;
        }
        return checks.BindValue(set.Value, ExpressionPurpose.Assignment, set.Field.Text) is { } value ? new(set.Field.Text, value) : null;
    }

    private string? State(Word? word)
    {
        if (word is not { } state || states is null)
        {
            return null;
        }
        foreach (var member in states.Members)
        {
            if (member.Name == state.Text)
            {
                return state.Text;
            }
        }
        if (states.Members.Count > 0)
        {
            findings.Add(GenomeDiagnostics.UnknownMember, state.Span, states.Name, state.Text, LiteralBinder.Meant(states, state.Text));
        }
        return null;
    }

    private void CheckName(Word name, FieldNames names, Dictionary<string, Word> methods)
    {
        if (!NameRules.CheckCamelCase(findings, name, "a transition"))
        {
            return;
        }
        var method = GenomeNames.Property(name.Text);
        if (ReservedNames.TransitionNames.Find(name.Text) is { } operation)
        {
            findings.Add(GenomeDiagnostics.TransitionIsOperation, name.Span, name.Text, operation);
        }
        else if (names.FindReserved(method) is { } reserved)
        {
            findings.Add(GenomeDiagnostics.ReservedField, name.Span, name.Text, reserved);
        }
        else if ((names.PlaceOf(method) ?? (methods.TryGetValue(method, out var other) ? other.Span : null)) is { } first)
        {
            findings.AddWithOther(GenomeDiagnostics.FieldCollision, name.Span, new(null, first), name.Text, $"both have the C# member '{method}'");
        }
        else
        {
            methods.Add(method, name);
        }
    }

    private static IEnumerable<(string Key, SectionSpan Place)> Refused(EntityMember member, BoundField field, SectionSpan place)
    {
        var written = member.Syntax;
        (string Key, bool IsThere, SectionSpan? Place)[] words =
        [
            ("required", field.Required && field is { OnCreate: ServerValue.None, OnUpdate: ServerValue.None }, written?.RequiredWord?.Span),
            ("default", field.Default is not null, written?.Default?.Span),
            ("unique", written is { Unique: true }, written?.UniqueWord?.Span),
            ("writeOnce", field.WriteOnce, written?.WriteOnce?.Span),
            ("computed", written?.Computed is not null || field.Computed is not null, written?.Computed?.Span),
            ("secret", (field.Classification & Classification.Secret) != 0, written?.Nature?.Secret?.Span),
        ];
        return words.Where(static word => word.IsThere).Select(word => (word.Key, word.Place ?? place));
    }
}
