namespace Archiet.Draft.Wire;

/// <summary>What can go wrong between a draft, its model and its files: one id for each fact, one page in spec/diagnostics for each id.</summary>
internal static class WireDiagnostics
{
    public const string KeyInProperty = "ARC6020";
    public const string WrongSetting = "ARC6021";
    public const string KeyMissing = "ARC6022";
    public const string NotEncrypted = "ARC6023";
    public const string OverBudget = "ARC6024";
    public const string NotCached = "ARC6025";
    public const string CacheDamaged = "ARC6026";
    public const string KeyRefused = "ARC6027";
    public const string NotAllowed = "ARC6028";
    public const string NotFound = "ARC6029";
    public const string RequestRefused = "ARC6030";
    public const string SchemaRefused = "ARC6031";
    public const string SamplingRefused = "ARC6032";
    public const string RequestTooLarge = "ARC6033";
    public const string TooManyRequests = "ARC6034";
    public const string ServerFailing = "ARC6035";
    public const string NoConnection = "ARC6036";
    public const string TimedOut = "ARC6037";
    public const string Redirected = "ARC6038";
    public const string NotAModel = "ARC6039";
    public const string AnswerTooLarge = "ARC6040";
    public const string Refused = "ARC6041";
    public const string CutShort = "ARC6042";
    public const string Unreadable = "ARC6043";
    public const string Empty = "ARC6044";
    public const string FileUnusable = "ARC6045";

    /// <summary>Every id with the title of its page.</summary>
    public static IReadOnlyDictionary<string, string> Titles { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [KeyInProperty] = "A property of the build looks like a key",
        [WrongSetting] = "A setting of the drafter is missing or cannot be read",
        [KeyMissing] = "The environment variable of the key is empty",
        [NotEncrypted] = "The address of the model is not encrypted",
        [OverBudget] = "The next request would exceed the budget of tokens",
        [NotCached] = "An answer is not in the cache, and the draft is made offline",
        [CacheDamaged] = "A file of the cache cannot be read",
        [KeyRefused] = "The server does not accept the key",
        [NotAllowed] = "The key may not use the model",
        [NotFound] = "The server does not know the address or the model",
        [RequestRefused] = "The server refused the request",
        [SchemaRefused] = "The server refused the schema of the answer",
        [SamplingRefused] = "The model does not take a temperature or a seed",
        [RequestTooLarge] = "The request is too large for the model",
        [TooManyRequests] = "The server asks for fewer requests",
        [ServerFailing] = "The server fails",
        [NoConnection] = "There is no connection to the server",
        [TimedOut] = "The server did not answer in time",
        [Redirected] = "The server points to another address",
        [NotAModel] = "What answered is not a model's API",
        [AnswerTooLarge] = "An answer is larger than any draft",
        [Refused] = "The model refused to answer",
        [CutShort] = "The answer was cut at its length",
        [Unreadable] = "The answer is not the JSON that was asked for",
        [Empty] = "The answer is empty",
        [FileUnusable] = "A file of a draft cannot be read or written",
    };
}
