using Archiet.Draft.Items;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;

namespace Archiet.Draft.Merging;

/// <summary>An entity of the draft, before its fields are known.</summary>
/// <param name="Name">PascalCase.</param>
/// <param name="Class">The C# class, where the name is taken; else nothing.</param>
/// <param name="Description">What the document says of it, or nothing.</param>
/// <param name="Evidence">The sentences that it comes from; empty where it is asked.</param>
internal sealed record EntityStub(string Name, string Class, string Description, EquatableArray<string> Evidence);

/// <summary>The entities of the draft, which of them is the tenant and which the people.</summary>
internal sealed class EntityTable
{
    /// <summary>Words for those whose rows are nobody else's business, the likeliest first.</summary>
    private static readonly string[] TenantWords =
        ["tenant", "organization", "organisation", "company", "workspace", "practice", "clinic", "hospital", "firm", "agency", "school", "store", "shop", "business", "team"];

    /// <summary>Words for the people who work with a system, the likeliest first.</summary>
    private static readonly string[] MemberWords =
        ["user", "member", "employee", "staff member", "team member", "staff", "system user", "person"];

    private const int MostOptions = 6;

    private readonly EntityGroups groups;
    private readonly MergeDesk desk;
    private readonly TypeNames names;
    private readonly List<EntityStub> stubs = [];
    private readonly Dictionary<EntityGroup, string> nameOf = [];

    public EntityTable(AdmittedItems items, MergeDesk desk, TypeNames names)
    {
        (groups, this.desk, this.names) = (new(items, desk), desk, names);
        foreach (var group in groups.All)
        {
            var stub = Add(group.Name, group.Description, group.Evidence(desk.Ledger));
            nameOf.Add(group, stub.Name);
        }
        (Tenant, TenantEvidence) = ChooseTenant();
        Member = ChooseMember();
    }

    /// <summary>In the order of the document; those that a question adds at the end.</summary>
    public IReadOnlyList<EntityStub> All => stubs;

    /// <summary>The entity whose rows are the tenants.</summary>
    public string Tenant { get; }

    /// <summary>The sentences that say so; empty where it is asked.</summary>
    public EquatableArray<string> TenantEvidence { get; }

    /// <summary>The entity whose rows are the people.</summary>
    public string Member { get; }

    /// <summary>The entity that a word means, or null.</summary>
    public string? Find(string word) => groups.Find(word) is { } group && nameOf.TryGetValue(group, out var name) ? name : null;

    private EntityStub Add(string wanted, string description, EquatableArray<string> evidence)
    {
        var (name, ofClass) = names.TakeEntity(wanted);
        var stub = new EntityStub(name, ofClass, description, evidence);
        stubs.Add(stub);
        return stub;
    }

    private (string Name, EquatableArray<string> Evidence) ChooseTenant()
    {
        var said = groups.All.Where(static group => group.Said.Any(static item => item.IsTenant == Certainty.Yes)).ToList();
        if (said is [var only])
        {
            return (nameOf[only], only.Evidence(desk.Ledger));
        }
        var likely = said.Count > 0 ? said.ConvertAll(group => nameOf[group]) : Known(TenantWords);
        var isNew = likely.Count == 0;
        var proposed = isNew ? ["Organization"] : likely;
        var options = proposed.Select(name => isNew ? $"a new entity {name}" : name).Concat(Others(proposed)).ToList();
        var evidence = desk.Ledger.Union(said.Select(group => group.Evidence(desk.Ledger)));
        var ask = said.Count > 1
            ? $"The document says of more than one thing that its data is its own: {desk.Ledger.Quote(evidence)}. Which of them is the tenant, whose rows nobody else sees?"
            : "No sentence says who the customers of the system are, each with rows that nobody else sees. Which entity stands for them?";
        var asked = new Asked(QuestionCodes.Tenant, "tenancy.tenant", said.Count > 1 ? "several" : "none", ask, options.ToEquatableArray())
        {
            Evidence = evidence,
            Paths = (isNew ? proposed.Prepend("tenancy.tenant") : ["tenancy.tenant"]).ToEquatableArray(),
        };
        var chosen = desk.Questions.Decide(asked);
        if (Named(asked) is { } named)
        {
            return (named, EquatableArray<string>.Empty);
        }
        if (chosen == 0 && isNew)
        {
            return (Add("Organization", "Whose rows nobody else sees.", EquatableArray<string>.Empty).Name, EquatableArray<string>.Empty);
        }
        return (options[chosen], EquatableArray<string>.Empty);
    }

    private string ChooseMember()
    {
        var said = groups.All.Where(group => group.Said.Any(static item => item.IsMember == Certainty.Yes) && nameOf[group] != Tenant).ToList();
        if (said is [var only])
        {
            return nameOf[only];
        }
        var likely = (said.Count > 0 ? said.ConvertAll(group => nameOf[group]) : Known(MemberWords)).Where(name => name != Tenant).ToList();
        var options = likely.Append("a new entity Member").Concat(Others([.. likely, Tenant])).ToList();
        var evidence = desk.Ledger.Union(said.Select(group => group.Evidence(desk.Ledger)));
        var asked = new Asked(QuestionCodes.Actor, "", "member", "Which entity's rows are the people who sign in and work with the system?", options.ToEquatableArray())
        {
            Evidence = evidence,
            Paths = EquatableArray.Of(likely.Count == 0 ? "Member" : likely[0] + ".member"),
        };
        var chosen = desk.Questions.Decide(asked);
        if (Named(asked) is { } named && named != Tenant)
        {
            return named;
        }
        return options[chosen] == "a new entity Member" ? Add("Member", "A person who works with the system.", EquatableArray<string>.Empty).Name : options[chosen];
    }

    /// <summary>The entity that an answer names although it is none of the options, of which there are only so many; or null.</summary>
    private string? Named(Asked asked) => desk.Questions.FreeText(asked) is { } answer ? Find(answer) : null;

    private List<string> Known(string[] words) => [.. words.Select(Find).OfType<string>().Distinct(StringComparer.Ordinal)];

    private IEnumerable<string> Others(IReadOnlyList<string> named) => stubs.Select(static stub => stub.Name).Where(name => !named.Contains(name)).Take(MostOptions);
}
