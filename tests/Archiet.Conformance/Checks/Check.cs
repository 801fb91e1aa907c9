using System.Globalization;
using Archiet.Conformance.Http;

namespace Archiet.Conformance.Checks;

/// <summary>One check under way: collects what is wrong.</summary>
public sealed class Check
{
    private readonly List<string> faults = [];

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>A fact that must hold.</summary>
    public void That(bool holds, string fault)
    {
        if (!holds)
        {
            faults.Add(fault);
        }
    }

    /// <summary>An answer must have one of these statuses.</summary>
    public bool Status(Exchange answer, params IReadOnlyList<int> due)
    {
        var fits = due.Contains(answer.StatusCode);
        That(fits, $"{answer}, {string.Join(" or ", due.Select(status => status.ToString(CultureInfo.InvariantCulture)))} is due");
        return fits;
    }

    /// <summary>An answer must have a status and be a problem of a code.</summary>
    public void Problem(Exchange answer, int status, string code)
    {
        if (Status(answer, status))
        {
            That(answer.ProblemCode == code, $"{answer}, the problem '{code}' is due");
        }
    }

    /// <summary>Two answers must be alike in everything a caller can see.</summary>
    public void Alike(Exchange one, Exchange other)
    {
        var (first, second) = (one.Appearance(), other.Appearance());
        That(first == second, $"{one} and {other} can be told apart:\n{first}\n----\n{second}");
    }
}
