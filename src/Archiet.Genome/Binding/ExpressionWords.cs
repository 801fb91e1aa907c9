using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>The words that the expressions of an entity are made of, without reading them: whatever they can lead to has its name among these.</summary>
internal static class ExpressionWords
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    /// <summary>The words of an entity's expressions, those of its mixins included; none where it has no expressions.</summary>
    public static HashSet<string> Of(EntitySyntax entity, DeclaredNames names)
    {
        HashSet<string>? words = null;
        foreach (var text in Texts(entity, names))
        {
            Add(text, words ??= new(StringComparer.Ordinal));
        }
        return words ?? None;
    }

    private static IEnumerable<string?> Texts(EntitySyntax entity, DeclaredNames names)
    {
        foreach (var field in entity.Fields)
        {
            if (field.Computed is { } computed)
            {
                yield return computed.Text;
            }
        }
        foreach (var unique in entity.Constraints.Uniques)
        {
            yield return unique.Where?.Text;
        }
        foreach (var rule in entity.Constraints.Rules)
        {
            yield return rule.Check?.Text;
            yield return rule.Overlap?.Where?.Text;
        }
        foreach (var transition in entity.Lifecycle?.Transitions ?? [])
        {
            yield return transition.When?.Text;
            foreach (var set in transition.Sets)
            {
                yield return set.Value?.Text;
            }
        }
        foreach (var text in entity.Mixins.SelectMany(mixin => Texts(OutlineLookup.FindMixin(names.Mixins, mixin.Text))))
        {
            yield return text;
        }
    }

    private static IEnumerable<string?> Texts(BoundMixin? mixin) => mixin is null ? [] : mixin.Members.Select(static member => member.Field?.Computed?.Value.Text)
        .Concat(mixin.Uniques.Select(static unique => unique.Where?.Text))
        .Concat(mixin.Rules.Select(static rule => rule.Check.Text))
        .Concat(mixin.Overlaps.Select(static overlap => overlap.Where?.Text));

    private static void Add(string? text, HashSet<string> words)
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
                words.Add(text.Substring(start, i - start));
            }
            else
            {
                i++;
            }
        }
    }
}
