using Archiet.Genome;
using Archiet.Genome.Binding;

namespace Archiet.Model;

/// <summary>Capabilities to grants: what several give a role alike is given once.</summary>
internal static class AccessLowering
{
    public static AccessModel Lower(GenomeOutline outline, Dictionary<string, int> ordinals)
    {
        var known = new Dictionary<GrantModel, Given>();
        var given = new List<Given>();
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
                    if (!known.TryGetValue(what, out var all))
                    {
                        all = new Given(what);
                        known.Add(what, all);
                        given.Add(all);
                    }
                    all.Operations |= grant.Operations;
                    all.Transitions |= Bits(grant, entity);
                }
            }
        }
        return new AccessModel(outline.App.Roles
            .SelectMany(role => given.Where(all => all.To.Role == role.Name && !all.IsNothing).OrderBy(static all => all.To.Ordinal))
            .Select(all => all.To with
            {
                Operations = all.Operations,
                Transitions = all.Transitions,
                TransitionNames = Names(all.Transitions, outline.Entities[all.To.Ordinal]),
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

    /// <summary>What is given alike, to one role at one entity.</summary>
    private sealed class Given(GrantModel to)
    {
        public GrantModel To { get; } = to;

        public Operations Operations { get; set; }

        public ulong Transitions { get; set; }

        public bool IsNothing => Operations == Operations.None && Transitions == 0;
    }
}
