using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The words that the expressions of an entity are made of, without reading them: whatever they can lead to has its name among these.</summary>
internal static class ExpressionWords
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    /// <summary>The words of an entity's expressions, those of its mixins included; none where it has no expressions.</summary>
    public static HashSet<string> Of(EntitySyntax entity, Dictionary<string, MixinSyntax> mixins)
    {
        HashSet<string>? words = null;
        AddAll(entity.Fields, entity.Constraints, ref words);
        foreach (var transition in entity.Lifecycle?.Transitions ?? [])
        {
            Add(transition.When?.Text, ref words);
            foreach (var set in transition.Sets)
            {
                Add(set.Value?.Text, ref words);
            }
        }
        foreach (var word in entity.Mixins)
        {
            if (mixins.TryGetValue(word.Text, out var mixin))
            {
                AddAll(mixin.Fields, mixin.Constraints, ref words);
            }
        }
        return words ?? None;
    }

    private static void AddAll(IReadOnlyList<FieldSyntax> fields, ConstraintsSyntax constraints, ref HashSet<string>? words)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            Add(fields[i].Computed?.Text, ref words);
        }
        for (var i = 0; i < constraints.Uniques.Count; i++)
        {
            Add(constraints.Uniques[i].Where?.Text, ref words);
        }
        for (var i = 0; i < constraints.Rules.Count; i++)
        {
            Add(constraints.Rules[i].Check?.Text, ref words);
            Add(constraints.Rules[i].Overlap?.Where?.Text, ref words);
        }
    }

    private static void Add(string? text, ref HashSet<string>? words)
    {
        for (var i = 0; i < text?.Length;)
        {
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
            {
                i++;
            }
            if (i > start)
            {
                (words ??= new(StringComparer.Ordinal)).Add(text.Substring(start, i - start));
            }
            else
            {
                i++;
            }
        }
    }
}
