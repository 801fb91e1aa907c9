using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Access;

/// <summary>Collects what roles may do, and says it in as few grants as there are conditions.</summary>
internal sealed class GrantLedger(MergeDesk desk)
{
    private readonly List<(string Role, string Entity, string Where, List<string> Operations, List<EquatableArray<string>> Evidence)> grants = [];

    /// <summary>Lets a role do something.</summary>
    public void Add(string role, string entity, string where, IEnumerable<string> operations, EquatableArray<string> evidence)
    {
        var at = grants.FindIndex(grant => grant.Role == role && grant.Entity == entity && grant.Where == where);
        if (at < 0)
        {
            at = grants.Count;
            grants.Add((role, entity, where, [], []));
        }
        grants[at].Operations.AddRange(operations);
        grants[at].Evidence.Add(evidence);
    }

    /// <summary>Whether a role may do one of these, on whatever rows.</summary>
    public bool May(string role, string entity, params IReadOnlyList<string> operations) =>
        grants.Exists(grant => grant.Role == role && grant.Entity == entity && grant.Operations.Exists(operations.Contains));

    /// <summary>The condition under which a role reads an entity's rows, where it reads them under one and never without; nothing otherwise.</summary>
    public string ConditionOf(string role, string entity)
    {
        var reading = grants.Where(grant => grant.Role == role && grant.Entity == entity && grant.Operations.Contains("read")).Select(static grant => grant.Where).ToList();
        return reading.Contains("") ? "" : reading.FirstOrDefault("");
    }

    /// <summary>The sentences by which a role does something with an entity's rows.</summary>
    public EquatableArray<string> EvidenceOf(string role, string entity) =>
        desk.Ledger.Union(grants.Where(grant => grant.Role == role && grant.Entity == entity).SelectMany(static grant => grant.Evidence));

    /// <summary>Whether anybody may do something.</summary>
    public bool MayAnybody(string entity, string operation) => grants.Exists(grant => grant.Entity == entity && grant.Operations.Contains(operation));

    /// <summary>Whether a role may do anything at all.</summary>
    public bool MayAnything(string role) => grants.Exists(grant => grant.Role == role && grant.Operations.Count > 0);

    /// <summary>How much a role may do with an entity, and in all.</summary>
    public (int OfEntity, int All) Weight(string role, string entity) =>
        (grants.Where(grant => grant.Role == role && grant.Entity == entity).Sum(static grant => grant.Operations.Count), grants.Where(grant => grant.Role == role).Sum(static grant => grant.Operations.Count));

    /// <summary>The grants: what a role may do with all rows is not said again for some.</summary>
    public IEnumerable<MergedGrant> Grants(IReadOnlyList<string> roles, IReadOnlyList<string> entities)
    {
        foreach (var role in roles)
        {
            foreach (var entity in entities)
            {
                var own = grants.Where(grant => grant.Role == role && grant.Entity == entity).OrderBy(static grant => grant.Where.Length > 0).ThenBy(static grant => grant.Where, StringComparer.Ordinal).ToList();
                var all = own.Where(static grant => grant.Where.Length == 0).SelectMany(static grant => grant.Operations).ToHashSet(StringComparer.Ordinal);
                var number = 0;
                foreach (var grant in own)
                {
                    var operations = Sorted(grant.Operations.Where(operation => grant.Where.Length == 0 || !all.Contains(operation)));
                    if (operations.Count > 0)
                    {
                        var capability = "as" + GenomeNames.Property(role) + (number++ == 0 ? "" : FormattableString.Invariant($"{number}"));
                        yield return new(capability, role, entity, operations, grant.Where, desk.Ledger.Union(grant.Evidence));
                    }
                }
            }
        }
    }

    private static EquatableArray<string> Sorted(IEnumerable<string> operations) => operations.Distinct(StringComparer.Ordinal)
        .OrderBy(static operation => VerbWords.Order.Contains(operation) ? 0 : 1).ThenBy(static operation => VerbWords.Order.ToList().IndexOf(operation))
        .ThenBy(static operation => operation, StringComparer.Ordinal).ToEquatableArray();
}
