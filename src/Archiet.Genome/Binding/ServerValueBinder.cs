using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds <c>onCreate</c> and <c>onUpdate</c>.</summary>
internal static class ServerValueBinder
{
    /// <summary>What the server sets; none where the word is missing or has a finding. Where the type is not known, the word alone is checked.</summary>
    public static ServerValue Bind(Word? written, string key, FieldSyntax field, ResolvedType? type, BoundApp app, FindingList findings)
    {
        switch (written?.Text)
        {
            case null:
                return ServerValue.None;
            case "now()":
                return Check(written, type is null || type.Type.Kind == FieldKind.Timestamp, "a timestamp", field, findings) ? ServerValue.Now : ServerValue.None;
            case "user":
                return BindUser(written, field, type, app, findings);
            default:
                var suggestion = Suggestion.For(written.Text, LanguageWords.ServerValues);
                findings.Add(GenomeDiagnostics.UnknownWord, written.Span, key, "now() or user", written.Text, suggestion);
                return ServerValue.None;
        }
    }

    private static ServerValue BindUser(Word word, FieldSyntax field, ResolvedType? type, BoundApp app, FindingList findings)
    {
        if (app.MemberEntity is null)
        {
            findings.Add(GenomeDiagnostics.UserWithoutMember, word.Span);
            return ServerValue.None;
        }
        if (!Check(word, type is null || type.Target?.Name == app.MemberEntity, $"a reference to '{app.MemberEntity}'", field, findings))
        {
            return ServerValue.None;
        }
        if (field.Required)
        {
            findings.Add(GenomeDiagnostics.UserMayBeMissing, field.RequiredWord?.Span ?? word.Span, field.Name.Text);
        }
        return ServerValue.User;
    }

    private static bool Check(Word word, bool fits, string sets, FieldSyntax field, FindingList findings)
    {
        if (!fits)
        {
            findings.Add(GenomeDiagnostics.ServerValueType, word.Span, word.Text, sets, field.Name.Text);
        }
        return fits;
    }
}
