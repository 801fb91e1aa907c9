using System.Text;

namespace Archiet.Draft.Server;

/// <summary>What the server does with a request.</summary>
public abstract record ServerAnswer
{
    /// <summary>The headers beside those that every answer has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The model wrote this.</summary>
    public static ServerAnswer Of(string text) => new Written(text);

    /// <summary>The model wrote a part of this and came to the end of its length.</summary>
    public static ServerAnswer Cut(string text) => new Written(text) { End = WrittenEnd.Length };

    /// <summary>The model would not.</summary>
    public static ServerAnswer Refusal(string words) => new Written(words) { End = WrittenEnd.Refusal };

    /// <summary>The server failed, in the form of its dialect.</summary>
    public static ServerAnswer Error(int status, string message = "no", string code = "error") => new Failed(status, message, code);

    /// <summary>Bytes as they are.</summary>
    public static ServerAnswer Raw(int status, string contentType, byte[] body) => new Bytes(status, contentType, body);

    /// <inheritdoc cref="Raw(int, string, byte[])"/>
    public static ServerAnswer Raw(int status, string contentType, string body) => new Bytes(status, contentType, Encoding.UTF8.GetBytes(body));

    /// <summary>The connection breaks in the middle of the body.</summary>
    public static ServerAnswer Reset { get; } = new Broken(Stalls: false, AfterHeaders: true);

    /// <summary>Nothing comes.</summary>
    public static ServerAnswer StallBeforeHeaders { get; } = new Broken(Stalls: true, AfterHeaders: false);

    /// <summary>A part of the body comes, and then nothing.</summary>
    public static ServerAnswer StallInBody { get; } = new Broken(Stalls: true, AfterHeaders: true);
}

/// <summary>Why a model stopped.</summary>
public enum WrittenEnd
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>Its length was used up.</summary>
    Length,

    /// <summary>It would not.</summary>
    Refusal,
}

/// <summary>An answer of a model.</summary>
public sealed record Written(string Text) : ServerAnswer
{
    /// <summary>Why it stopped.</summary>
    public WrittenEnd End { get; init; }

    /// <summary>Whether the answer says what it cost.</summary>
    public bool HasUsage { get; init; } = true;

    /// <summary>What it cost to read.</summary>
    public int InputTokens { get; init; } = 100;

    /// <summary>What of it the server had already.</summary>
    public int CachedTokens { get; init; }

    /// <summary>What it cost to write.</summary>
    public int OutputTokens { get; init; } = 20;
}

/// <summary>A failure in the words of the dialect.</summary>
public sealed record Failed(int Status, string Message, string Code) : ServerAnswer;

/// <summary>Anything.</summary>
public sealed record Bytes(int Status, string ContentType, byte[] Body) : ServerAnswer;

/// <summary>A connection that does not end as it should.</summary>
public sealed record Broken(bool Stalls, bool AfterHeaders) : ServerAnswer;
