namespace Archiet.Benchmarks.Migrations;

/// <summary>What schema history costs: compiling a long one, starting with nothing to do, and the policies that keep tenants apart.</summary>
internal sealed class MigrationsCommand : ICommand
{
    /// <inheritdoc/>
    public string Name => "migrations";

    /// <inheritdoc/>
    public string Purpose => "compiling 100 migrations of 100 tables, a start on an up-to-date database, and row-level security a request; or one of compile, start, policies";

    /// <inheritdoc/>
    public async Task<int> RunAsync(string[] args)
    {
        if (args is [var what, var connectionString])
        {
            return await StartTime.RunAsync(what, connectionString).ConfigureAwait(false);
        }
        var measures = new Measures();
        if (Wants("compile"))
        {
            HistoryCompile.Measure(measures);
        }
        if (Wants("start"))
        {
            await StartTime.MeasureAsync(measures).ConfigureAwait(false);
        }
        if (Wants("policies"))
        {
            await PolicyPrice.MeasureAsync(measures).ConfigureAwait(false);
        }
        measures.Print();
        return 0;

        bool Wants(string part) => args is [] || args.Contains(part, StringComparer.Ordinal);
    }
}
