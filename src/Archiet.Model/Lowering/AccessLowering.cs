using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Capabilities to grants: what several give a role alike is given once.</summary>
internal static class AccessLowering
{
    public static AccessModel Lower(GenomeOutline outline, Dictionary<string, int> ordinals)
    {
        var given = new Dictionary<GrantModel, (Operations Operations, ulong Transitions)>();
        foreach (var capability in outline.Capabilities)
        {
            foreach (var grant in capability.Grants)
            {
                var entity = outline.Entities[ordinals[grant.Entity]];
                foreach (var role in capability.Roles)
                {
                    var what = new GrantModel(role, grant.Entity, ordinals[grant.Entity], Operations.None)
                    {
                        Where = grant.Where is null ? null : capability.Name,
                        WhereText = grant.Where?.Text,
                        Fields = grant.Fields is { } fields ? Fields(fields, entity.ClassName) : null,
                    };
                    given.TryGetValue(what, out var before);
                    given[what] = (before.Operations | grant.Operations, before.Transitions | Bits(grant, entity));
                }
            }
        }
        return new AccessModel(outline.App.Roles
            .SelectMany(role => given.Where(pair => pair.Key.Role == role.Name && pair.Value != default).OrderBy(pair => pair.Key.Ordinal))
            .Select(pair => pair.Key with
            {
                Operations = pair.Value.Operations,
                Transitions = pair.Value.Transitions,
                TransitionNames = Names(pair.Value.Transitions, outline.Entities[pair.Key.Ordinal]),
            })
            .ToEquatableArray());
    }

    private static FieldListModel Fields(BoundFieldList fields, string className) => new(
        fields.See, fields.Set,
        fields.See.Select(name => FieldLowering.Member(name, className)).ToEquatableArray(), fields.Set.Select(name => FieldLowering.Member(name, className)).ToEquatableArray());

    private static ulong Bits(BoundGrant grant, EntityOutline entity)
    {
        var bits = 0UL;
        for (var at = 0; at < entity.Transitions.Count; at++)
        {
            bits |= grant.Transitions.Contains(entity.Transitions[at]) ? 1UL << at : 0;
        }
        return bits;
    }

    private static EquatableArray<string> Names(ulong bits, EntityOutline entity) =>
        entity.Transitions.Where((_, at) => (bits & (1UL << at)) != 0).ToEquatableArray();
}
