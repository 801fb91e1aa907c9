namespace Archiet;

/// <summary>What the configuration section <c>Archiet</c> may say about people and their sessions.</summary>
internal sealed class PeopleOptions
{
    public const string Section = "Archiet";

    /// <summary>The limits of a session.</summary>
    public SessionLimits Sessions { get; set; } = new();

    /// <summary>Origins beside the app's own whose pages may send unsafe requests, as in <c>https://app.example.com</c>.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>How long a session lives.</summary>
    internal sealed class SessionLimits
    {
        /// <summary>Without a request.</summary>
        public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

        /// <summary>From login on, whatever happens.</summary>
        public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);
    }
}
