using System.Text.Json;

namespace Archiet.Conformance.Checks;

/// <summary>A check that was made.</summary>
/// <param name="Group">What it is about.</param>
/// <param name="Name">What must hold.</param>
/// <param name="Faults">What is wrong; empty when it holds.</param>
public sealed record CheckResult(string Group, string Name, IReadOnlyList<string> Faults)
{
    /// <summary>Whether it holds.</summary>
    public bool Passed => Faults.Count == 0;
}

/// <summary>Makes checks one after another and keeps what came of them.</summary>
/// <param name="made">Called for each check as soon as it was made.</param>
public sealed class CheckReport(Action<CheckResult>? made = null)
{
    private readonly List<CheckResult> results = [];

    /// <summary>Every check so far.</summary>
    public IReadOnlyList<CheckResult> Results => results;

    /// <summary>Makes a check. One that cannot be carried through has failed.</summary>
    public async Task CheckAsync(string group, string name, Func<Check, Task> body)
    {
        var check = new Check();
        try
        {
            await body(check);
        }
        catch (Exception exception)
            when (exception is ConformanceException or HttpRequestException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            check.That(false, $"{exception.GetType().Name}: {exception.Message}");
        }
        var result = new CheckResult(group, name, check.Faults);
        results.Add(result);
        made?.Invoke(result);
    }

    /// <summary>Makes a check that needs no waiting.</summary>
    public Task CheckAsync(string group, string name, Action<Check> body) => CheckAsync(group, name, check =>
    {
        body(check);
        return Task.CompletedTask;
    });
}
