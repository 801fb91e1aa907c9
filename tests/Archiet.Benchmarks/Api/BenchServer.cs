using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Archiet.Benchmarks.Api.Peers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Archiet.Benchmarks.Api;

/// <summary>
/// A server process: the sample Clinic as its Program.cs has it, and beside its endpoints the same ones by hand. Sessions, permissions and middleware are one
/// and the same for all three.
/// </summary>
internal static class BenchServer
{
    /// <summary>What a server tells of itself: bytes allocated since its start and milliseconds of processor time.</summary>
    public const string Statistics = "/bench/statistics";

    /// <summary>Serves until its standard input ends; the first line of its output is its address.</summary>
    public static async Task<int> RunAsync(string connectionString)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        AddClinic(builder);
        IdiomaticEndpoints.Add(builder.Services, connectionString);
        var app = builder.Build();
        CallClinic("MapArchiet", app);
        IdiomaticEndpoints.Map(app);
        RawEndpoints.Map(app);
        app.MapGet(Statistics, () => string.Create(
            CultureInfo.InvariantCulture, $"{GC.GetTotalAllocatedBytes(precise: true)} {Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds}"));
        await app.StartAsync().ConfigureAwait(false);
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync().ConfigureAwait(false);
        await app.StopAsync().ConfigureAwait(false);
        return 0;
    }

    /// <summary>Adds the sample's services.</summary>
    public static void AddClinic(WebApplicationBuilder builder) => CallClinic("AddArchiet", builder);

    /// <summary>The emitted extensions are internal to the app that they belong to.</summary>
    private static void CallClinic(string method, object argument)
    {
        var extensions = typeof(Clinic.ClinicContext).Assembly.GetType("Microsoft.AspNetCore.Builder.ClinicExtensions", throwOnError: true)!;
        extensions.GetMethod(method, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [argument]);
    }
}
