using Microsoft.Extensions.Logging;

namespace Archiet;

/// <summary>Ends the process of an app that cannot start so that whoever started it can read why: in place of a stack and an abort, and once.</summary>
internal sealed class StartRefusal
{
    private const int ExitCode = 1;

    /// <summary>Who logs that a host did not start, with the exception.</summary>
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    private static int isWatching;

    /// <summary>Whether the database refused the start of this app.</summary>
    public bool IsRefused { get; set; }

    /// <summary>From now on, a refused start that nobody catches ends the process. Who starts an app within a process of its own still gets the exception.</summary>
    public static void EndProcess()
    {
        if (Interlocked.Exchange(ref isWatching, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
        }
    }

    /// <summary>On a terminal, where log and standard error are one and the same, the host says nothing of a start that was refused: the process ends with the reason.</summary>
    public void TellOnce(ILoggingBuilder logging)
    {
        if (!Console.IsOutputRedirected && !Console.IsErrorRedirected)
        {
            logging.AddFilter(HostCategory, level => level >= LogLevel.Warning && !IsRefused);
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
