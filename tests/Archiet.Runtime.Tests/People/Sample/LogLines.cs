using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Archiet.Runtime.Tests.People.Sample;

/// <summary>Keeps what is logged, with its scopes.</summary>
internal sealed class LogLines : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyList<string> All => [.. lines];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(LogLines owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => owner.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scoped = new List<string>();
            owner.scopes.ForEachScope((scope, all) => all.Add($"{scope}"), scoped);
            owner.lines.Enqueue($"{logLevel} {category}[{eventId.Name}] {formatter(state, exception)} {exception} => {string.Join(" => ", scoped)}");
        }
    }
}
