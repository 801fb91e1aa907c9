using Archiet;
using Archiet.Runtime.Tests.Database.History;
using Archiet.Runtime.Tests.People.Sample;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

if (args is ["migrate", .. var more])
{
    await MigrationWorker.RunAsync(more);
    return;
}

// The club as a process of its own, for tests that stop and kill it. "--edited" is the build after a change of the genome.
var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["edited"] is null)
{
    ArchietHost.Add<ClubApp, ClubContext>(builder);
    if (builder.Configuration["history"] is { } history)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(ClubHistories.App(history)));
    }
    var app = builder.Build();
    ArchietHost.Map<ClubApp, ClubContext>(app);
    await app.RunAsync();
}
else
{
    ArchietHost.Add<EditedClubApp, ClubContext>(builder);
    var app = builder.Build();
    ArchietHost.Map<EditedClubApp, ClubContext>(app);
    await app.RunAsync();
}
