using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the fields of a grant.</summary>
/// <param name="entity">The entity.</param>
/// <param name="fields">Its fields, and what its rows are told apart by.</param>
/// <param name="vocabulary">Knows which types are secret.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class FieldListBinder(string entity, EntityFieldWords fields, BoundVocabulary vocabulary, FindingList findings)
{
    private readonly List<FieldFace> known = [.. fields.Fields.Where(static field => !field.IsRetired)];

    /// <summary>The list; what of it is wrong is left out.</summary>
    public BoundFieldList Bind(FieldListSyntax syntax)
    {
        if (syntax.Both is { } both)
        {
            var names = Known(both);
            return new(Where(field => names.Contains(field.Name) && !IsSecret(field)), Where(field => names.Contains(field.Name) && WhyNotSet(field) is null));
        }
        if (syntax.Except is { } except)
        {
            var names = Known(except);
            return new(Where(field => !names.Contains(field.Name) && !IsSecret(field)), Where(field => !names.Contains(field.Name) && WhyNotSet(field) is null));
        }
        var see = syntax.See is { } seen ? Known(seen) : null;
        var set = syntax.Set is { } written ? Known(written) : [];
        CheckSee(syntax.See ?? []);
        CheckSet(syntax.Set ?? [], see);
        return new(Where(field => !IsSecret(field) && see?.Contains(field.Name) != false), Where(field => set.Contains(field.Name) && WhyNotSet(field) is null));
    }

    private void CheckSee(IReadOnlyList<Word> words)
    {
        foreach (var word in words)
        {
            if (Find(word.Text) is { } field && IsSecret(field))
            {
                findings.Add(GenomeDiagnostics.SecretSeen, word.Span, word.Text);
            }
        }
    }

    private void CheckSet(IReadOnlyList<Word> words, HashSet<string>? see)
    {
        foreach (var word in words)
        {
            if (Find(word.Text) is not { } field)
            {
                continue;
            }
            if (WhyNotSet(field) is { } reason)
            {
                findings.Add(GenomeDiagnostics.NobodySets, word.Span, word.Text, reason);
            }
            else if (see?.Contains(word.Text) == false && !IsSecret(field))
            {
                findings.Add(GenomeDiagnostics.SetNotSeen, word.Span, word.Text);
            }
        }
    }

    private HashSet<string> Known(IReadOnlyList<Word> words)
    {
        foreach (var word in words)
        {
            if (fields.Fields.Any(field => field.IsRetired && field.Name == word.Text))
            {
                findings.Add(GenomeDiagnostics.RetiredField, word.Span, word.Text);
            }
            else if (Find(word.Text) is null && known.Count > 0)
            {
                findings.Add(GenomeDiagnostics.UnknownField, word.Span, entity, word.Text, Suggestion.For(word.Text, known.Select(static field => field.Name)));
            }
        }
        return new(words.Select(static word => word.Text), StringComparer.Ordinal);
    }

    private FieldFace? Find(string name) => known.FirstOrDefault(field => field.Name == name);

    private EquatableArray<string> Where(Func<FieldFace, bool> isMeant) => known.Where(isMeant).Select(static field => field.Name).ToEquatableArray();

    private bool IsSecret(FieldFace field) =>
        (field.Classification & Classification.Secret) != 0
        || (field.Type is { } type && vocabulary.FindType(type) is { } named && (named.Classification & Classification.Secret) != 0);

    private string? WhyNotSet(FieldFace field) => field switch
    {
        _ when field.Name == fields.State => "only the transitions of the lifecycle set it",
        { IsComputed: true } => "it is computed",
        { OnCreate: not null } or { OnUpdate: not null } => "the server sets it",
        _ => null,
    };
}

/// <summary>The fields of an entity as they are written, those of its mixins first.</summary>
/// <param name="Fields">The fields.</param>
/// <param name="State">The name of the field that its lifecycle sets, or null.</param>
internal sealed record EntityFieldWords(IReadOnlyList<FieldFace> Fields, string? State);
