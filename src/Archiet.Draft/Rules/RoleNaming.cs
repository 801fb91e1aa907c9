using Archiet.Draft.Items;
using Archiet.Draft.Rules.Language;

namespace Archiet.Draft.Rules;

/// <summary>Roles under one name: an <c>organization owner</c> is the <c>owner</c>, where both are said and the word before says only whose.</summary>
internal sealed class RoleNaming
{
    private readonly Dictionary<string, string> mains = new(StringComparer.Ordinal);

    /// <summary>Finds them among the roles.</summary>
    public RoleNaming(Findings findings)
    {
        var roles = new Dictionary<string, RoleItem>(StringComparer.Ordinal);
        foreach (var role in findings.Roles)
        {
            var main = MainOf(Term.Of(role.Name), findings);
            mains[role.Name] = main.Shown;
            roles[main.Shown] = roles.TryGetValue(main.Shown, out var known)
                ? known with { Description = known.Description.Length > 0 ? known.Description : role.Description, Basis = known.Basis < role.Basis ? known.Basis : role.Basis, Evidence = Findings.Both(known.Evidence, role.Evidence) }
                : role with { Name = main.Shown };
        }
        Roles = [.. roles.Values];
    }

    /// <summary>The roles of the draft.</summary>
    public IReadOnlyList<RoleItem> Roles { get; }

    /// <summary>The name under which a role stands in the draft.</summary>
    public string Main(string role) => mains.GetValueOrDefault(role, role);

    private static Term MainOf(Term role, Findings findings)
    {
        var blank = role.Key.IndexOf(' ', StringComparison.Ordinal);
        if (blank < 0)
        {
            return role;
        }
        var (before, after) = (new Term(role.Key[..blank]), new Term(role.Key[(blank + 1)..]));
        var isWhose = People.IsTenantWord(before) || (findings.Find(before) is { } entity && EntitySelection.IsEntity(entity, findings));
        return findings.IsRole(after) && isWhose ? after : role;
    }
}
