using Archiet.Genome.Binding;
using Archiet.Model;

namespace Archiet.Emit;

/// <summary>What the app knows of its own migrations: their ids and hashes, against which a start holds what the database says of itself.</summary>
public static class HistoryEmitter
{
    /// <summary>The source <c>Migration.History.g.cs</c>.</summary>
    /// <param name="app">The app.</param>
    /// <param name="plans">Every migration that is emitted, oldest first; the one that is not sealed, if there is one, last.</param>
    public static GeneratedFile Emit(AppModel app, IReadOnlyList<MigrationPlan> plans)
    {
        var source = FileHeader.BeginHistory(app.Name, app.Namespace, "Archiet")
            .Open("internal sealed partial class " + app.Name + "App")
            .Open("static partial void DescribeHistory(HistoryMap map)");
        foreach (var plan in plans)
        {
            var breaks = plan.Breaks ? "true" : "false";
            if (plan.Id == MigrationPlan.PendingId)
            {
                source.Line($"map.Pending({plan.Hash:literal}, phases: {plan.Phases.Count}, breaks: {breaks});");
            }
            else
            {
                source.Line($"map.Sealed({plan.Id:literal}, {plan.Hash:literal}, phases: {plan.Phases.Count}, breaks: {breaks});");
            }
        }
        return source.Close().Close().ToFile("Migration.History.g.cs");
    }
}
