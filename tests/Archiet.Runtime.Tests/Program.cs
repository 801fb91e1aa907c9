using Archiet;
using Archiet.Runtime.Tests.People.Sample;
using Microsoft.AspNetCore.Builder;

// The club as a process of its own, for tests that stop and kill it. "--edited" is the build after a change of the genome.
var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration["edited"] is null)
{
    ArchietHost.Add<ClubApp, ClubContext>(builder);
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
