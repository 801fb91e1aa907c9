using Archiet.Draft.Rules.Structure;

namespace Archiet.Draft.Rules.Language;

/// <summary>Names of people by what they do.</summary>
internal static class RoleNames
{
    private const int MostWords = 4;

    private static readonly HashSet<string> People = new(
        ("admin administrator manager user owner customer member auditor clerk doctor physician nurse patient teacher student employee staff agent operator supervisor vendor supplier viewer editor approver reviewer accountant "
        + "bookkeeper analyst engineer developer director officer specialist consultant executive assistant coordinator representative rep salesperson seller buyer guest visitor moderator author publisher applicant candidate recruiter "
        + "planner dispatcher driver technician cashier receptionist secretary chef waiter host tenant landlord client contractor freelancer lawyer attorney paralegal therapist trainer coach instructor parent guardian librarian "
        + "pharmacist registrar inspector investigator examiner caseworker counselor underwriter broker adjuster trader treasurer controller lead leader head individual citizen resident donor volunteer subscriber "
        + "participant attendee organizer curator creator contributor maintainer requester assignee submitter delegate superadmin invitee inviter ceo cfo cto dpo ae csm revops leadership")
            .Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> NotRoles = new(["system", "app", "application", "developer team", "company", "business", "result", "part", "whole", "team", "organization", "user story"], StringComparer.Ordinal);

    /// <summary>The role that words name: without brackets, determiners and everything behind a slash.</summary>
    public static Term Of(string text, Reading reading)
    {
        var words = Trim(text).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 0 && (WordLists.Determiners.Contains(words[0].ToLowerInvariant()) || words[0].Equals("potential", StringComparison.OrdinalIgnoreCase)))
        {
            words.RemoveAt(0);
        }
        while (words.Count > 1 && words[^1].TrimEnd('s').ToLowerInvariant() is "role" || (words.Count > 2 && words[^2].Equals("role", StringComparison.OrdinalIgnoreCase)))
        {
            words.RemoveAt(words.Count - 1);
        }
        if (words.Count == 0 || words.Count > MostWords)
        {
            return Term.None;
        }
        var said = string.Join(' ', words);
        var term = Term.Of(reading.Acronyms.TryGetValue(said.ToUpperInvariant().TrimEnd('S'), out var full) ? full : said);
        return NotRoles.Contains(term.Key) || term.Key.Length < 2 || term.Words.Any(WordLists.Ends.Contains) ? Term.None : term;
    }

    /// <summary>Whether a term is one of people.</summary>
    public static bool IsPerson(Term term) => People.Contains(term.Head);

    private static string Trim(string text)
    {
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        var cut = bracket > 0 ? text[..bracket] : text;
        var slash = cut.IndexOf('/', StringComparison.Ordinal);
        return (slash > 0 ? cut[..slash] : cut).Trim(' ', '.', ':', '"', '-', '–', '*');
    }
}
