using Archiet.Genome.Binding;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Meaning;

/// <summary>Follows the transitions of a lifecycle from its initial state.</summary>
internal sealed class StateMeaning(LifecycleSyntax syntax, BoundLifecycle lifecycle, BoundVocabulary vocabulary, Conditions conditions, FindingList findings)
{
    /// <summary>Checks that every state is reached and every transition can be taken.</summary>
    public void Check(BoundEntity entity)
    {
        foreach (var written in syntax.Transitions)
        {
            if (written.When is { } word && Find(written)?.When is { } guard && conditions.WhereTrue(guard.Tree).Count == 0)
            {
                findings.Add(GenomeDiagnostics.TransitionNeverTaken, word.Span, written.Name.Text);
            }
        }
        if (syntax.Transitions.Count == 0 || syntax.Transitions.Any(static written => written.To is null || written.From.Count == 0))
        {
            // What could not be read may lead to any state.
            return;
        }
        var field = entity.Fields.First(known => known.Name == lifecycle.Field);
        if (vocabulary.FindEnum(field.Type.Name!) is { } states)
        {
            CheckStates(states);
        }
    }

    private BoundTransition? Find(TransitionSyntax written) => lifecycle.Transitions.FirstOrDefault(known => known.Name == written.Name.Text);

    private void CheckStates(BoundEnum states)
    {
        var reached = Reached();
        var lost = states.Members.Where(state => !reached.Contains(state.Name)).Select(static state => state.Name).ToList();
        // Where nothing at all leads to some, those are the mistake, and what lies behind them follows from it.
        var roots = lost.Where(state => !lifecycle.Transitions.Any(transition => transition.To == state && transition.From.Any(from => from != state))).ToList();
        foreach (var state in roots.Count > 0 ? roots : lost.Take(1))
        {
            findings.Add(GenomeDiagnostics.StateNeverReached, syntax.Initial!.Span, state, lifecycle.Initial);
        }
    }

    private HashSet<string> Reached()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { lifecycle.Initial };
        var pending = new Stack<string>();
        pending.Push(lifecycle.Initial);
        while (pending.Count > 0)
        {
            var state = pending.Pop();
            foreach (var transition in lifecycle.Transitions)
            {
                if (transition.From.Contains(state) && reached.Add(transition.To))
                {
                    pending.Push(transition.To);
                }
            }
        }
        return reached;
    }
}
