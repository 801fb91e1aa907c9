namespace Archiet;

/// <summary>What the configuration section <c>Archiet</c> may say about people and their sessions.</summary>
internal sealed class PeopleOptions
{
    public const string Section = "Archiet";

    /// <summary>The limits of a session.</summary>
    public SessionLimits Sessions { get; set; } = new();

    /// <summary>Origins beside the app's own whose pages may send unsafe requests, as in <c>https://app.example.com</c>.</summary>
    public IList<string> Origins { get; set; } = [];

    /// <summary>Refuses the start over limits and origins that are none.</summary>
    public void Check()
    {
        if (Sessions is not { Idle.Ticks: > 0, Absolute.Ticks: > 0 })
        {
            throw new ArchietStartupException("Archiet:Sessions: Idle and Absolute are longer than nothing.");
        }
        if (!Origins.All(CrossSiteGuard.IsOrigin))
        {
            throw new ArchietStartupException("Archiet:Origins: each is a scheme, a host and no path, as in https://app.example.com.");
        }
    }

    /// <summary>How long a session lives.</summary>
    internal sealed class SessionLimits
    {
        /// <summary>Without a request.</summary>
        public TimeSpan Idle { get; set; } = TimeSpan.FromMinutes(30);

        /// <summary>From login on, whatever happens.</summary>
        public TimeSpan Absolute { get; set; } = TimeSpan.FromHours(12);
    }
}
