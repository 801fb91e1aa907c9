namespace Archiet.Draft.Rules.Language;

/// <summary>Verbs of requirements, and what each is in the language of permissions.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, string[]> Granted = new(StringComparer.Ordinal);

    /// <summary>Verbs whose object is kept by the system, as nobody creates or deletes what is not.</summary>
    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal);

    /// <summary>Verbs that are an action of their own, where they stand before a thing.</summary>
    private static readonly HashSet<string> Actions = new(
        "approve reject cancel archive restore publish unpublish assign unassign send resend sign withdraw revoke suspend activate deactivate enable disable close reopen complete confirm pay refund merge transfer invite accept decline share unshare lock unlock schedule reschedule pause resume verify duplicate clone renew terminate escalate resolve mark finalize convert export import print agree opt-in opt-out subscribe unsubscribe book reserve check-in check-out dispatch ship receive return audit reconcile"
            .Split(' '),
        StringComparer.Ordinal);

    /// <summary>Verbs that are never names of things, as <c>order</c> and <c>record</c> can be.</summary>
    private static readonly HashSet<string> Pure = new(
        "create add insert register enter capture generate initiate view see read access retrieve inspect browse find edit modify amend correct adjust configure maintain rename customize delete remove erase destroy manage administer upload download submit approve reject cancel archive restore assign send verify select choose click set store show open fill allow enable disable provide ensure support define"
            .Split(' '),
        StringComparer.Ordinal);

    static Verbs()
    {
        Grant("create add register insert upload submit record enter capture issue generate log initiate draft place post write attach open-up set-up", "create");
        Grant("view see read read-only view-only access display open look-up inspect preview review retrieve monitor consult check", "read", "list");
        Grant("list browse search filter sort find query", "list");
        Grant("download track", "read");
        Grant("edit update modify change amend correct adjust configure maintain rename customize", "update");
        Grant("delete remove erase destroy purge", "delete");
        Grant("manage administer", "list", "read", "create", "update", "delete");
        foreach (var verb in "create add register edit update modify delete remove manage maintain archive submit approve reject cancel configure terminate assign restore sign withdraw revoke amend administer invite book reserve record duplicate suspend".Split(' '))
        {
            Keeping.Add(verb);
        }
    }

    /// <summary>The base form of a verb that these lists know, or null: <c>creates</c>, <c>creating</c>, <c>created</c> give <c>create</c>.</summary>
    public static string? BaseOf(string word) => Candidates(word).FirstOrDefault(verb => Granted.ContainsKey(verb) || Actions.Contains(verb));

    /// <summary>What somebody must be allowed who does it.</summary>
    public static IReadOnlyList<string> PermissionsOf(string verb) => Granted.TryGetValue(verb, out var verbs) ? verbs : [verb];

    /// <summary>Whether a word is a verb and no name of a thing.</summary>
    public static bool IsPure(string word) => Pure.Contains(word);

    /// <summary>Whether it says that its object is kept.</summary>
    public static bool IsKeeping(string verb) => Keeping.Contains(verb);

    private static void Grant(string verbs, params string[] permissions)
    {
        foreach (var verb in verbs.Split(' '))
        {
            Granted.Add(verb, permissions);
        }
    }

    private static IEnumerable<string> Candidates(string word)
    {
        yield return word;
        if (word.EndsWith("ies", StringComparison.Ordinal))
        {
            yield return word[..^3] + "y";
        }
        foreach (var (ending, length) in new[] { ("es", 2), ("s", 1), ("ing", 3), ("ed", 2) })
        {
            if (word.Length > length + 2 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                var stem = word[..^length];
                yield return stem;
                yield return stem + "e";
                if (stem[^1] == stem[^2])
                {
                    yield return stem[..^1];
                }
            }
        }
    }
}
