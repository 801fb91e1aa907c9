using Archiet.Draft.Items;
using Archiet.Draft.Merging.Behaviour;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Access;

/// <summary>Makes grants of what the document says that roles may do, and asks where it is silent.</summary>
internal sealed class GrantMerge
{
    private const string Nobody = "nobody: it is left out";

    private readonly EntityTable entities;
    private readonly RoleTable roles;
    private readonly MergeDesk desk;
    private readonly Func<string, bool> isOwned;
    private readonly RowConditions conditions;
    private readonly GrantLedger ledger;
    private readonly ILookup<string, PlannedTransition> transitions;

    public GrantMerge(AdmittedItems items, EntityTable entities, RoleTable roles, FieldMerge fields, LifecycleMerge lifecycles, Func<string, bool> isOwned, MergeDesk desk)
    {
        (this.entities, this.roles, this.desk, this.isOwned, conditions, ledger) = (entities, roles, desk, isOwned, new(entities, fields, desk), new(desk));
        transitions = lifecycles.Transitions.ToLookup(static step => step.Entity, StringComparer.Ordinal);
        AddRoleIfNone();
        // What is narrowed comes first, so that nothing widens it unasked.
        foreach (var item in items.Of<PermissionItem>().OrderBy(static item => SafeText.Of(item.Condition).Length == 0))
        {
            Add(item);
        }
        foreach (var step in lifecycles.Transitions)
        {
            AddTransition(step);
        }
        AskWhoMakes();
        AskAboutIdleRoles();
        var grants = ledger.Grants([.. roles.All.Select(static role => role.Name)], [.. entities.All.Select(static stub => stub.Name)]);
        Grants = new LeakingConditions(fields, desk).Settle(grants).Where(IsKept).ToEquatableArray();
    }

    /// <summary>The grants, in the order of roles and entities.</summary>
    public EquatableArray<MergedGrant> Grants { get; }

    /// <summary>Transitions that nobody takes, and that are left out for it.</summary>
    public HashSet<(string Entity, string Transition)> Untaken { get; } = [];

    private bool IsKept(MergedGrant grant) =>
        !desk.Refuses($"capabilities.{grant.Capability}.allow.{grant.Entity}", QuestionCodes.Access, grant.Entity, grant.Evidence)
        && !desk.Refuses($"capabilities.{grant.Capability}", QuestionCodes.Access, grant.Entity, grant.Evidence);

    private void AddRoleIfNone()
    {
        if (roles.All.Count > 0)
        {
            return;
        }
        desk.Decide(
            QuestionCodes.Actor, "roles", "none", "No sentence says who works with the system. Is there one role, owner, that may do everything?", ["yes"], paths: ["roles.owner", "capabilities.asOwner"]);
        var owner = roles.Add("owner", "Runs the whole.");
        foreach (var entity in entities.All.Select(static stub => stub.Name).Where(entity => !isOwned(entity)))
        {
            ledger.Add(owner, entity, "", Possible(entity, VerbWords.Order), EquatableArray<string>.Empty);
        }
    }

    private void Add(PermissionItem item)
    {
        var what = $"{item.Role} {item.Verb} {item.Entity}";
        if (roles.Find(item.Role) is not { } role || entities.Find(item.Entity) is not { } entity)
        {
            desk.Leave(what, "its role or its entity is not in the draft", item.Evidence);
        }
        else if (isOwned(entity))
        {
            desk.Leave(what, "who may do it with the owner of the rows may do it with them", item.Evidence);
        }
        else if (item.Basis != Basis.Assumed || IsAssumedKept(item, role, entity))
        {
            Add(item, role, entity);
        }
    }

    private void Add(PermissionItem item, string role, string entity)
    {
        var evidence = item.Basis == Basis.Assumed ? EquatableArray<string>.Empty : item.Evidence;
        var operations = Possible(entity, Operations(item, entity));
        if (operations.Count == 0)
        {
            desk.Leave($"{role} {item.Verb} {entity}", "it is no operation on rows", item.Evidence);
            return;
        }
        // Words of any script narrow it: what cannot be read must not grant more.
        var where = SafeText.Of(item.Condition).Length == 0 ? "" : conditions.Of(role, SafeText.Of(item.Verb, 40), entity, item.Condition, item.Evidence);
        if (where is null)
        {
            desk.Leave($"{role} {item.Verb} {entity}", $"nobody has said which rows '{item.Condition}' are", item.Evidence);
            return;
        }
        ledger.Add(role, entity, where.Length == 0 && operations.Contains("read") ? AllOrSome(role, entity, item) : where, operations, evidence);
        if (operations is ["create"])
        {
            AskWhatMakersSee(role, entity, item);
        }
    }

    /// <summary>The condition of what is said without one, where the same role reads only some of the rows by another sentence.</summary>
    private string AllOrSome(string role, string entity, PermissionItem item)
    {
        if (ledger.ConditionOf(role, entity) is not { Length: > 0 } condition)
        {
            return "";
        }
        var evidence = desk.Ledger.Union([ledger.EvidenceOf(role, entity), item.Evidence]);
        var isSome = desk.Decide(
            QuestionCodes.Access, entity, "all or some " + role,
            $"By one sentence whoever is {role} sees only some rows of {entity}, and by another they may do something with all: {desk.Ledger.Quote(evidence)}. With which may they?", ["only with those that they see", "with all"],
            evidence) == 0;
        return isSome ? condition : "";
    }

    /// <summary>The operations that a verb means here: a transition of its name, an operation of the language, or what a person says.</summary>
    private IReadOnlyList<string> Operations(PermissionItem item, string entity)
    {
        var key = NameWords.Key(item.Verb);
        if (transitions[entity].FirstOrDefault(step => NameWords.Key(step.Transition.Name) == key || NameWords.Key(step.Transition.Name) == key + " " + NameWords.Key(entity)) is { } step)
        {
            return ["list", "read", step.Transition.Name];
        }
        if (VerbWords.Operations(item.Verb) is { Count: > 0 } known)
        {
            return known;
        }
        var verb = SafeText.Of(item.Verb, 60);
        var chosen = desk.Decide(
            QuestionCodes.Verb, entity, "verb " + key, $"What is it to '{verb}' {Article.A(entity)}? {desk.Ledger.Quote(item.Evidence)}",
            ["to change it", "to look at it", "to make one", "nothing that this system keeps"], item.Evidence);
        return chosen switch { 0 => ["list", "read", "update"], 1 => ["list", "read"], 2 => ["create"], _ => [] };
    }

    /// <summary>Tenants are made and removed by provisioning.</summary>
    private List<string> Possible(string entity, IEnumerable<string> operations) => [.. operations.Where(operation => entity != entities.Tenant || operation is not ("create" or "delete"))];

    private bool IsAssumedKept(PermissionItem item, string role, string entity)
    {
        var isKept = desk.Decide(
            QuestionCodes.Access, entity, $"assumed {role} {NameWords.Key(item.Verb)}", $"No sentence says that whoever is {role} may {SafeText.Of(item.Verb, 60)} {entity}. May they?", ["no", "yes"],
            item.Evidence) == 1;
        if (!isKept)
        {
            desk.Leave($"{role} {item.Verb} {entity}", "no sentence says it", item.Evidence);
        }
        return isKept;
    }

    private void AskWhatMakersSee(string role, string entity, PermissionItem item)
    {
        if (ledger.May(role, entity, "read"))
        {
            return;
        }
        var seesAll = desk.Decide(
            QuestionCodes.Access, entity, $"made by {role}", $"Whoever is {role} may make {entity}. Do they see all of them?", ["yes", "only those that they made themselves"], item.Evidence,
            [$"{entity}.fields.createdBy"]) == 0;
        if ((seesAll ? "" : conditions.OfMaker(entity)) is { } where)
        {
            ledger.Add(role, entity, where, ["list", "read"], item.Evidence);
        }
    }

    private void AddTransition(PlannedTransition step)
    {
        var (entity, transition, told) = step;
        var takers = told.Select(roles.Find).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (takers.Count == 0)
        {
            takers = [.. roles.All.Select(static role => role.Name).Where(role => ledger.May(role, entity, transition.Name))];
        }
        if (takers.Count == 0)
        {
            var options = Likeliest(entity).Append(Nobody).ToList();
            var chosen = options[desk.Decide(
                QuestionCodes.Actor, $"{entity}.{transition.Name}", "takes", $"No sentence says who may {GenomeNames.Words(transition.Name)} {Article.A(entity)}. Who may?", options, transition.Evidence,
                roles.All.Select(role => $"capabilities.as{GenomeNames.Property(role.Name)}.allow.{entity}"))];
            if (chosen == Nobody)
            {
                Untaken.Add((entity, transition.Name));
                return;
            }
            takers = [chosen];
        }
        foreach (var role in takers)
        {
            ledger.Add(role, entity, ledger.ConditionOf(role, entity), ["list", "read", transition.Name], transition.Evidence);
        }
    }

    /// <summary>Rows that nobody makes are of no use; the tenant's and the people's are made with their tenant.</summary>
    private void AskWhoMakes()
    {
        foreach (var entity in entities.All.Select(static stub => stub.Name).Where(entity => !isOwned(entity) && entity != entities.Tenant && entity != entities.Member))
        {
            if (ledger.MayAnybody(entity, "create"))
            {
                continue;
            }
            var options = Likeliest(entity).Append("nobody: rows come from elsewhere").ToList();
            var chosen = desk.Decide(
                QuestionCodes.Verb, entity, "create", $"No sentence says who makes and changes rows of {entity}. Who does?", options,
                paths: roles.All.Select(role => $"capabilities.as{GenomeNames.Property(role.Name)}.allow.{entity}"));
            if (chosen < options.Count - 1)
            {
                ledger.Add(options[chosen], entity, ledger.ConditionOf(options[chosen], entity), ["list", "read", "create", "update"], EquatableArray<string>.Empty);
            }
        }
    }

    private void AskAboutIdleRoles()
    {
        foreach (var role in roles.All.ToList().Where(role => !ledger.MayAnything(role.Name)))
        {
            var sees = desk.Decide(
                QuestionCodes.Actor, "roles." + role.Name, "idle", $"No sentence lets whoever is {role.Name} do anything. What may they do?", ["nothing: there is no such role", "see everything"],
                role.Evidence) == 1;
            if (!sees)
            {
                roles.Remove(role.Name);
                desk.Leave("roles." + role.Name, "it may do nothing", role.Evidence);
                continue;
            }
            foreach (var entity in entities.All.Select(static stub => stub.Name).Where(entity => !isOwned(entity)))
            {
                ledger.Add(role.Name, entity, "", ["list", "read"], EquatableArray<string>.Empty);
            }
        }
    }

    /// <summary>Roles as options: who may do most with an entity first, then who may do most in all.</summary>
    private IEnumerable<string> Likeliest(string entity) =>
        roles.All.Select(static role => role.Name).OrderByDescending(role => ledger.Weight(role, entity).OfEntity).ThenByDescending(role => ledger.Weight(role, entity).All);
}
