namespace Archiet.Model;

/// <summary>An enum of both states, and what rows hold for its members.</summary>
/// <param name="Name">The enum.</param>
/// <param name="Stored">What is stored otherwise from here on.</param>
/// <param name="Removed">Members that go.</param>
/// <param name="Added">Members that come.</param>
internal sealed record MemberMatch(
    string Name, IReadOnlyList<(string From, string To)> Stored, IReadOnlyList<EnumMemberState> Removed, IReadOnlyList<EnumMemberState> Added)
{
    public static IEnumerable<MemberMatch> Of(SchemaState before, SchemaState after, OriginMap origins)
    {
        var later = after.Enums.ToDictionary(value => value.Name, StringComparer.Ordinal);
        foreach (var was in before.Enums)
        {
            if (!later.TryGetValue(was.Name, out var now))
            {
                continue;
            }
            var pairs = was.Members.Select(member => (Was: member, Now: now.Members.FirstOrDefault(other => other.Name == origins.Member(was.Name, member.Name)))).ToList();
            yield return new MemberMatch(
                was.Name,
                pairs.Where(pair => pair.Now is not null && pair.Now.Stored != pair.Was.Stored).Select(pair => (pair.Was.Stored, pair.Now!.Stored)).ToList(),
                pairs.Where(pair => pair.Now is null).Select(pair => pair.Was).ToList(),
                now.Members.Where(member => !pairs.Exists(pair => pair.Now == member)).ToList());
        }
    }
}
