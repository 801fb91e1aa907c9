using Archiet.Conformance.Worlds;

namespace Archiet.Conformance.Checks;

/// <summary>Checks that belong together.</summary>
public abstract class CheckGroup
{
    /// <summary>
    /// Every group, in the order in which a new user would ask. <see cref="ContractChecks"/> is last: it judges the answers that the others got.
    /// </summary>
    public static IReadOnlyList<CheckGroup> All { get; } =
    [
        new WelcomeChecks(), new DocumentChecks(), new SessionChecks(), new OwnAccountChecks(), new RowChecks(), new RefusalChecks(), new ReferenceChecks(), new IsolationChecks(), new ForgeryChecks(),
        new PermissionChecks(), new RuleChecks(), new LifecycleChecks(), new ConditionChecks(), new FieldListChecks(), new ListChecks(), new OwnedRowChecks(), new LinkChecks(),
        new OperationChecks(), new CrossSiteChecks(), new ContractChecks(),
    ];

    /// <summary>What the checks are about, in one or two words.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the checks.</summary>
    public abstract Task RunAsync(World world, CheckReport report);
}
