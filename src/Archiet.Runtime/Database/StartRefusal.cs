namespace Archiet;

/// <summary>Ends the process of an app that cannot start so that whoever started it can read why: in place of a stack and an abort.</summary>
internal static class StartRefusal
{
    private const int ExitCode = 1;

    private static int isWatching;

    /// <summary>From now on, a refused start that nobody catches ends the process. Who starts an app within a process of its own still gets the exception.</summary>
    public static void EndProcess()
    {
        if (Interlocked.Exchange(ref isWatching, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        }
    }

    private static void OnUnhandled(object sender, UnhandledExceptionEventArgs thrown)
    {
        if (thrown.ExceptionObject is ArchietStartupException refusal)
        {
            Console.Error.WriteLine(refusal.Message);
            Environment.Exit(ExitCode);
        }
    }
}
