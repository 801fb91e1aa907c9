namespace Archiet.Evolution;

/// <summary>One line a check, and how many went well.</summary>
internal sealed class Report(TextWriter output)
{
    private const int MostFaults = 12;

    private int passed;
    private int failed;

    /// <summary>What the program ends with.</summary>
    public int ExitCode => failed == 0 && passed > 0 ? 0 : 1;

    /// <summary>Says what comes.</summary>
    public void Say(string line) => output.WriteLine(line);

    /// <summary>A check that holds where there are no faults.</summary>
    public void Check(string what, IReadOnlyCollection<string> faults)
    {
        Count(faults.Count == 0, what);
        foreach (var fault in faults.Take(MostFaults))
        {
            output.WriteLine("           " + fault.ReplaceLineEndings(" "));
        }
        if (faults.Count > MostFaults)
        {
            output.WriteLine($"           and {faults.Count - MostFaults} more");
        }
    }

    /// <summary>A check that holds or does not.</summary>
    public void Check(string what, bool holds) => Count(holds, what);

    /// <summary>The last line.</summary>
    public void Close() => output.WriteLine($"{passed} passed, {failed} failed");

    private void Count(bool holds, string what)
    {
        passed += holds ? 1 : 0;
        failed += holds ? 0 : 1;
        output.WriteLine($"  {(holds ? "ok    " : "FAILED")}  {what}");
    }
}
