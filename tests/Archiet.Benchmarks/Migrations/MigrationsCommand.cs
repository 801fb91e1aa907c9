namespace Archiet.Benchmarks.Migrations;

/// <summary>What schema history costs: compiling a long one, starting with nothing to do, and the policies that keep tenants apart.</summary>
internal sealed class MigrationsCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "migrations";

    /// <inheritdoc/>
    public string Purpose => "compiling 100 migrations of 100 tables, a start on an up-to-date database, and row-level security a request";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        if (args is [var what, var connectionString])
        {
            return await StartTime.RunAsync(what, connectionString).ConfigureAwait(false);
        }
        var measures = new Measures();
        HistoryCompile.Measure(measures);
        await StartTime.MeasureAsync(measures).ConfigureAwait(false);
        await PolicyPrice.MeasureAsync(measures).ConfigureAwait(false);
        measures.Print();
        return 0;
    }
}
