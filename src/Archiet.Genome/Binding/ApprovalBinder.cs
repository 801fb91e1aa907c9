using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds approvals. Whether there is the change that one is of only the history can tell: what is dropped has no name in the genome any more.</summary>
internal static class ApprovalBinder
{
    /// <summary>The approvals of all sections, in ordinal order of texts; those with a finding are left out.</summary>
    public static EquatableArray<BoundApproval> Bind(IReadOnlyList<SectionFace> sections, SectionFindings findings)
    {
        var names = new NameTable(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
        var approvals = new SortedDictionary<string, BoundApproval>(StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var written in sections[i].Declarations.Approvals)
            {
                if (Bind(written, findings[i]) is { } approval && names.Add(i, approval.Text, written.Change.Span))
                {
                    approvals.Add(approval.Text, approval);
                }
            }
        }
        return approvals.Values.ToEquatableArray();
    }

    private static BoundApproval? Bind(ApprovalSyntax written, FindingList findings)
    {
        var words = written.Change.Text.Split(' ');
        var verb = words[0];
        if (Verb(verb) is not { } known)
        {
            findings.Add(GenomeDiagnostics.UnknownApproval, written.Change.Span, verb, Suggestion.For(verb, LanguageWords.ApprovalVerbs));
            return null;
        }
        if (words.Length != 2 || !IsName(known, words[1]))
        {
            findings.Add(GenomeDiagnostics.ApprovalForm, written.Change.Span, written.Change.Text, verb, Expected(known));
            return null;
        }
        if (written.Reason is { } reason && !reason.Text.Any(char.IsLetter))
        {
            findings.Add(GenomeDiagnostics.ApprovalWithoutReason, reason.Span, written.Change.Text);
            return null;
        }
        return written.Reason is { } said ? new(known, words[1], said.Text) : null;
    }

    private static ApprovalVerb? Verb(string word)
    {
        for (var i = 0; i < LanguageWords.ApprovalVerbs.Count; i++)
        {
            if (LanguageWords.ApprovalVerbs[i] == word)
            {
                return (ApprovalVerb)i;
            }
        }
        return null;
    }

    private static bool IsName(ApprovalVerb verb, string name)
    {
        var parts = name.Split('.');
        return GenomeNames.IsPascalCase(parts[0]) && verb switch
        {
            ApprovalVerb.Drop => parts.Length <= 3 && parts.Skip(1).All(GenomeNames.IsCamelCase),
            ApprovalVerb.Lock => parts.Length == 1,
            ApprovalVerb.Remove => parts.Length == 2 && GenomeNames.IsEnumMember(parts[1]),
            _ => parts.Length is 2 or 3 && parts.Skip(1).All(GenomeNames.IsCamelCase),
        };
    }

    private static string Expected(ApprovalVerb verb) => verb switch
    {
        ApprovalVerb.Drop => "an entity or one of its fields, as in 'Patient' or 'Patient.fax'",
        ApprovalVerb.Lock => "an entity, as in 'Patient'",
        ApprovalVerb.Remove => "a member of an enum, as in 'Stage.done'",
        _ => "a field of an entity, as in 'Patient.fax'",
    };
}
