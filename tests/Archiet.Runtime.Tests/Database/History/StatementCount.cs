using System.Diagnostics;

namespace Archiet.Runtime.Tests.Database.History;

/// <summary>
/// Counts the places between the statements that this flow of calls sends: before each of them, and between the notes of a migration and their COMMIT. At each it
/// calls back.
/// </summary>
internal sealed class StatementCount : IDisposable
{
    private static readonly AsyncLocal<StatementCount?> Current = new();

    private readonly ActivityListener listener;
    private readonly List<string> texts = [];

    /// <param name="reached">Called with the number of the place, the first is 1.</param>
    public StatementCount(Action<int> reached)
    {
        Current.Value = this;
        listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = _ =>
            {
                if (Current.Value == this)
                {
                    reached(++Places);
                }
            },
            ActivityStopped = activity =>
            {
                if (Current.Value != this || TextOf(activity) is not { } text)
                {
                    return;
                }
                texts.Add(text);
                if (text.Contains("INSERT INTO archiet.migrations", StringComparison.Ordinal))
                {
                    reached(++Places);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What was sent.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>How many there were.</summary>
    public int Places { get; private set; }

    public void Dispose()
    {
        Current.Value = null;
        listener.Dispose();
    }

    private static string? TextOf(Activity activity) => (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
}
