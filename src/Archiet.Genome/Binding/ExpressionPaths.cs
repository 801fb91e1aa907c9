using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>
/// The paths that the expressions of an entity are made of, without reading them: words with dots between them, from the first to the last. Whatever an expression
/// can lead to lies on one of these.
/// </summary>
internal static class ExpressionPaths
{
    /// <summary>The paths of an entity's expressions, those of its mixins included; null where it has no expressions.</summary>
    public static List<string[]>? Of(EntitySyntax entity, Dictionary<string, MixinSyntax> mixins)
    {
        List<string[]>? chains = null;
        AddAll(entity.Fields, entity.Constraints, ref chains);
        foreach (var transition in entity.Lifecycle?.Transitions ?? [])
        {
            Add(transition.When?.Text, ref chains);
            foreach (var set in transition.Sets)
            {
                Add(set.Value?.Text, ref chains);
            }
        }
        foreach (var word in entity.Mixins)
        {
            if (mixins.TryGetValue(word.Text, out var mixin))
            {
                AddAll(mixin.Fields, mixin.Constraints, ref chains);
            }
        }
        return chains;
    }

    private static void AddAll(IReadOnlyList<FieldSyntax> fields, ConstraintsSyntax constraints, ref List<string[]>? chains)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            Add(fields[i].Computed?.Text, ref chains);
        }
        for (var i = 0; i < constraints.Uniques.Count; i++)
        {
            Add(constraints.Uniques[i].Where?.Text, ref chains);
        }
        for (var i = 0; i < constraints.Rules.Count; i++)
        {
            Add(constraints.Rules[i].Check?.Text, ref chains);
            Add(constraints.Rules[i].Overlap?.Where?.Text, ref chains);
        }
    }

    private static void Add(string? text, ref List<string[]>? chains)
    {
        if (text is not null)
        {
            AddChains(text, chains ??= []);
        }
    }

    private static void AddChains(string text, List<string[]> chains)
    {
        var chain = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = EndOfWord(text, at);
            if (end > at)
            {
                chain.Add(text.Substring(at, end - at));
                at = AfterDot(text, end);
                if (at == end)
                {
                    Close(chain, chains);
                }
            }
            else
            {
                Close(chain, chains);
                at = AfterDot(text, at + 1);
            }
        }
        Close(chain, chains);
    }

    private static int EndOfWord(string text, int start)
    {
        while (start < text.Length && (char.IsLetterOrDigit(text[start]) || text[start] == '_'))
        {
            start++;
        }
        return start;
    }

    /// <summary>The index behind a dot, with white space around it, or the same index where there is none.</summary>
    private static int AfterDot(string text, int at)
    {
        var dot = SkipSpace(text, at);
        return dot < text.Length && text[dot] == '.' ? SkipSpace(text, dot + 1) : at;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
        return at;
    }

    private static void Close(List<string> chain, List<string[]> chains)
    {
        if (chain.Count > 0)
        {
            chains.Add([.. chain]);
            chain.Clear();
        }
    }
}
