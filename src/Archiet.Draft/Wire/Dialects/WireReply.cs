namespace Archiet.Draft.Wire.Dialects;

/// <summary>Why a model stopped writing.</summary>
internal enum ReplyEnd
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>It came to the end of what it may write.</summary>
    Length,

    /// <summary>It would not, or a filter would not let it.</summary>
    Refusal,
}

/// <summary>What a server answered, whatever its dialect.</summary>
/// <param name="Text">What the model wrote.</param>
/// <param name="End">Why it stopped.</param>
/// <param name="Model">The model's id as the server says it, or nothing.</param>
/// <param name="Usage">What it cost, where the server says so.</param>
internal sealed record WireReply(string Text, ReplyEnd End, string Model, TokenUsage? Usage);

/// <summary>Tokens of one answer.</summary>
/// <param name="Input">Tokens sent.</param>
/// <param name="Cached">Those of them that the server had already.</param>
/// <param name="Output">Tokens received.</param>
internal sealed record TokenUsage(int Input, int Cached, int Output)
{
    public long Total => (long)Input + Output;
}
