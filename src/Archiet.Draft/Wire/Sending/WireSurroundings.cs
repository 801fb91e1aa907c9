using System.Globalization;
using Archiet.Draft.Wire.Dialects;

namespace Archiet.Draft.Wire.Sending;

/// <summary>What a client needs of the world around it.</summary>
public sealed record WireSurroundings
{
    /// <summary>The clock, and the timers of limits and pauses.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A number from 0 to below 1, for pauses.</summary>
    public Func<double> Random { get; init; } = System.Random.Shared.NextDouble;

    /// <summary>Told of what takes time, in one line without secrets.</summary>
    public Action<string> Progress { get; init; } = static _ => { };

    /// <summary>Where an answer that could not be read is kept; nothing: nowhere.</summary>
    internal string RepliesFolder { get; init; } = "";

    /// <summary>Keeps an answer that could not be read.</summary>
    /// <returns>Where, as the end of a sentence.</returns>
    internal string Keep(WireRequest request, string reply)
    {
        if (RepliesFolder.Length == 0)
        {
            return "";
        }
        Directory.CreateDirectory(RepliesFolder);
        var path = Path.Combine(RepliesFolder, string.Create(CultureInfo.InvariantCulture, $"{request.PassName}.unreadable.txt"));
        File.WriteAllText(path, reply);
        return $"; it is in '{path}'";
    }
}
