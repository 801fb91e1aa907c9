namespace Archiet.Draft.Wire.Settings;

/// <summary>Whom to ask, and within which limits.</summary>
public sealed record WireOptions
{
    /// <summary>The way of asking.</summary>
    public required WireDialectKind Dialect { get; init; }

    /// <summary>The address below which the API lies: <c>https://api.openai.com/v1</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The model, by the name that the server knows it by.</summary>
    public required string Model { get; init; }

    /// <summary>The key, or nothing for a server that wants none. It goes into one header and nowhere else.</summary>
    public string Key { get; init; } = "";

    /// <summary>How many tokens all requests of a draft together may cost, in and out.</summary>
    public long MaxTokens { get; init; } = 1_000_000;

    /// <summary>How many tokens one answer may have.</summary>
    public int MaxAnswerTokens { get; init; } = 16_000;

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long one request may take with all its attempts and the waits between them.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often a request is sent at most.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The sampling temperature; without one none is sent, as some models refuse it.</summary>
    public double? Temperature { get; init; }

    /// <summary>The seed; without one none is sent.</summary>
    public long? Seed { get; init; }

    /// <summary>Where answers are kept; nothing: nowhere.</summary>
    public string CacheFolder { get; init; } = "";

    /// <summary>Whether only the cache may answer.</summary>
    public bool IsOffline { get; init; }

    /// <summary>Where requests are written in place of being sent; nothing: they are sent.</summary>
    public string DryRunFolder { get; init; } = "";

    /// <summary>Where an answer that could not be read is kept for a person to look at; nothing: nowhere.</summary>
    public string RepliesFolder { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Dialect} {Url.Host} {Model}";
}
