using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds <c>onDelete</c>.</summary>
internal static class DeleteActionBinder
{
    /// <summary>The action; where the type is not known, the word alone is checked.</summary>
    public static DeleteAction Bind(FieldSyntax field, ResolvedType? type, FindingList findings)
    {
        if (field.OnDelete is not { } word)
        {
            return DeleteAction.Restrict;
        }
        if (type is not null && type.Type.Kind != FieldKind.Reference)
        {
            findings.Add(GenomeDiagnostics.NotApplicable, word.Span, "onDelete", type.Spelling);
            return DeleteAction.Restrict;
        }
        switch (word.Text)
        {
            case "restrict":
                return DeleteAction.Restrict;
            case "cascade":
                return DeleteAction.Cascade;
            case "setNull" when field.Required:
                findings.Add(GenomeDiagnostics.SetNullOnRequired, word.Span, field.Name.Text);
                return DeleteAction.SetNull;
            case "setNull" when field.WriteOnce is { } once:
                findings.AddWithOther(GenomeDiagnostics.SetNullOnWriteOnce, word.Span, new(null, once.Span), field.Name.Text);
                return DeleteAction.SetNull;
            case "setNull":
                return DeleteAction.SetNull;
            default:
                var suggestion = Suggestion.For(word.Text, LanguageWords.DeleteActions);
                findings.Add(GenomeDiagnostics.UnknownWord, word.Span, "onDelete", "restrict, cascade or setNull", word.Text, suggestion);
                return DeleteAction.Restrict;
        }
    }
}
