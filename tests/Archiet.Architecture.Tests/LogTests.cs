using System.Reflection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace Archiet.Architecture.Tests;

/// <summary>Whoever watches an app's log goes by the ids of its events.</summary>
public sealed class LogTests
{
    private const BindingFlags Declared = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly IReadOnlyList<(string Method, int Id)> Events =
    [
        .. from type in typeof(ArchietHost).Assembly.GetTypes()
           from method in type.GetMethods(Declared)
           let message = method.GetCustomAttribute<LoggerMessageAttribute>()
           where message is not null
           select ($"{type.Name}.{method.Name}", message.EventId),
    ];

    [Test]
    public void Every_event_has_an_id_of_its_own()
    {
        var shared = Events.GroupBy(one => one.Id).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {string.Join(", ", same.Select(one => one.Method))}");

        Assert.That(shared, Is.Empty);
    }

    [Test]
    public void Every_event_has_an_id()
    {
        Assert.That(Events, Is.Not.Empty);
        Assert.That(Events.Where(one => one.Id <= 0), Is.Empty);
    }
}
