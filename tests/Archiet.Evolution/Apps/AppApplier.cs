using Archiet.Evolution.Databases;
using Archiet.Evolution.Genomes;

namespace Archiet.Evolution.Apps;

/// <summary>By starting the app: the generator emits the migrations, the compiler compiles them, and the runtime applies them before the first request.</summary>
internal sealed class AppApplier : IApplier
{
    /// <inheritdoc/>
    public async Task ApplyAsync(Project project, Database database, Report report)
    {
        var build = AppBuild.Of(project.Folder, refusesPending: true);
        report.Check("a release builds, with nothing left to seal", build.Errors);
        await using var app = await RunningApp.StartAsync(build.Load(), project.Bind().Outline.App.Name, database, "Production");
        report.Check("the app starts on the database, and Entity Framework finds no pending change", !await app.HasPendingModelChangesAsync());
    }

    /// <inheritdoc/>
    public async Task MakeAsync(Project project, Database database)
    {
        using var fresh = project.WithoutHistory();
        var build = AppBuild.Of(fresh.Folder, refusesPending: false);
        await using var app = await RunningApp.StartAsync(build.Load(), fresh.Bind().Outline.App.Name, database, "Development");
    }
}
