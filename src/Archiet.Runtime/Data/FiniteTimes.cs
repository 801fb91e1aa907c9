using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Archiet;

/// <summary>
/// The first and the last of .NET's dates and moments are dates and moments. Npgsql would write them as PostgreSQL's infinities, which are in no range, sort and
/// reckon otherwise, and come back as a text that is no date.
/// </summary>
internal static class FiniteTimes
{
    private const string Switch = "Npgsql.DisableDateTimeInfinityConversions";

    /// <summary>Turns the conversion off, unless the app has said for itself whether it wants it.</summary>
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Npgsql reads the switch once, when it is first used, and has none that is of a pool: it must be said before anything of ours touches it.")]
    internal static void Say()
    {
        if (!AppContext.TryGetSwitch(Switch, out _))
        {
            AppContext.SetSwitch(Switch, true);
        }
    }
}
