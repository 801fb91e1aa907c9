using Archiet.Genome;
using Archiet.Draft.Items;
using Archiet.Draft.Passes;

namespace Archiet.Draft.Tests.Pipeline;

/// <summary>A model that answers what a test tells it to: each item in the pass of its kind, to the chunk that has its first sentence.</summary>
internal sealed class ScriptedModel(params IReadOnlyList<DraftItem> items) : IDraftModel
{
    public string Name { get; init; } = "scripted";

    /// <summary>What it was asked, in its order.</summary>
    public List<PassRequest> Requests { get; } = [];

    /// <summary>What it answers to a request for repair.</summary>
    public Func<PassRequest, IReadOnlyList<DraftItem>> Repair { get; init; } = static _ => [];

    /// <summary>What happens before an answer.</summary>
    public Action<PassRequest> Before { get; init; } = static _ => { };

    public Task<PassAnswer> AnswerAsync(PassRequest request, CancellationToken cancellation)
    {
        Requests.Add(request);
        Before(request);
        var answer = request.Pass == DraftPass.Repair ? Repair(request) : items.Where(item => PassOf(item) == request.Pass && IsAbout(item, request)).ToList();
        return Task.FromResult(new PassAnswer(answer.ToEquatableArray(), PassUsage.None));
    }

    private static bool IsAbout(DraftItem item, PassRequest request)
    {
        var isHere = item.Evidence.Count == 0 || request.Sentences.Any(sentence => sentence.Id == item.Evidence[0]) || !item.Evidence[0].StartsWith("S0", StringComparison.Ordinal);
        return isHere;
    }

    private static DraftPass PassOf(DraftItem item) => item switch
    {
        RoleItem or EntityItem => DraftPass.Vocabulary,
        FieldItem => DraftPass.Fields,
        RelationshipItem => DraftPass.Relationships,
        PermissionItem => DraftPass.Permissions,
        RuleItem or StateItem or TransitionItem => DraftPass.Behaviour,
        ScreenItem => DraftPass.Screens,
        ComplianceItem => DraftPass.Compliance,
        _ => DraftPass.Questions,
    };
}
