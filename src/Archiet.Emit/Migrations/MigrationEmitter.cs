using Archiet.Model;

namespace Archiet.Emit;

/// <summary>Migrations as classes of Entity Framework, one a phase: direct operations, and no model of what they lead to.</summary>
public static class MigrationEmitter
{
    /// <summary>How many sealed migrations make a source.</summary>
    public const int ShardSize = 20;

    private static readonly string[] Usings =
        ["System.CodeDom.Compiler", "Archiet", "Microsoft.EntityFrameworkCore.Infrastructure", "Microsoft.EntityFrameworkCore.Migrations"];

    /// <summary>Every source of an app's migrations.</summary>
    /// <param name="app">The app.</param>
    /// <param name="sealedPlans">Those that are sealed, in their order.</param>
    /// <param name="pending">What is not sealed, or null.</param>
    public static IEnumerable<GeneratedFile> Emit(AppModel app, IReadOnlyList<MigrationPlan> sealedPlans, MigrationPlan? pending)
    {
        for (var first = 0; first < sealedPlans.Count; first += ShardSize)
        {
            yield return Sealed(app, first / ShardSize, [.. sealedPlans.Skip(first).Take(ShardSize)]);
        }
        if (pending is not null)
        {
            yield return Pending(app, pending);
        }
    }

    /// <summary>The source <c>Migrations.00.g.cs</c> of up to <see cref="ShardSize"/> sealed migrations.</summary>
    public static GeneratedFile Sealed(AppModel app, int shard, IReadOnlyList<MigrationPlan> plans)
    {
        var source = Begin(app);
        foreach (var plan in plans)
        {
            Classes(plan == plans[0] ? source : source.Line(), app, plan, "M" + plan.Id);
        }
        return source.ToFile("Migrations." + shard.ToString("00", System.Globalization.CultureInfo.InvariantCulture) + ".g.cs");
    }

    /// <summary>The source <c>Migration.Pending.g.cs</c>.</summary>
    public static GeneratedFile Pending(AppModel app, MigrationPlan plan)
    {
        var source = Begin(app);
        Classes(source, app, plan, "Pending");
        return source.ToFile("Migration.Pending.g.cs");
    }

    private static SourceWriter Begin(AppModel app) => FileHeader.BeginHistory(app.Name, app.Namespace + ".Migrations", Usings);

    private static void Classes(SourceWriter source, AppModel app, MigrationPlan plan, string name)
    {
        for (var at = 0; at < plan.Phases.Count; at++)
        {
            var phase = plan.Phases[at];
            source.Line($"[DbContext(typeof({app.Name}Context)), Migration({plan.PhaseId(at):literal})]")
                .Line(FileHeader.Mark)
                .Open($"internal sealed class {name + plan.PhaseId(at).Substring(plan.Id.Length).Replace('.', '_'):name} : GenomeMigration");
            Method(source, "Up", phase.Transactional, phase.Up);
            source.Line();
            Method(source, "Down", phase.Transactional, phase.Down);
            source.Close();
            if (at < plan.Phases.Count - 1)
            {
                source.Line();
            }
        }
    }

    private static void Method(SourceWriter source, string name, bool transactional, IReadOnlyCollection<SchemaStep> steps)
    {
        source.Open($"protected override void {name}(MigrationBuilder migrationBuilder)");
        if (transactional && SchemaSql.ReadsRows(steps))
        {
            source.Line("ReadsRows(migrationBuilder);");
        }
        foreach (var step in steps)
        {
            StepEmitter.Write(source, step);
        }
        source.Close();
    }
}
