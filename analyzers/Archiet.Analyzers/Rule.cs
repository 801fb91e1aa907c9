using Microsoft.CodeAnalysis;

namespace Archiet.Analyzers;

/// <summary>What our rules have in common: those of tenancy and secrets stop the build, and no severity setting, NoWarn or pragma silences them.</summary>
internal static class Rule
{
    public const string Tenancy = "Archiet.Tenancy";
    public const string Secrets = "Archiet.Secrets";
    public const string Web = "Archiet.Web";
    public const string Adoption = "Archiet.Adoption";

    /// <summary>The tag with which the compiler ignores every setting of severity; <c>[SuppressMessage]</c> with a justification remains, and shows in the code.</summary>
    public const string AlwaysOn = WellKnownDiagnosticTags.NotConfigurable;

    /// <summary>How the page that explains an id is read: it is in the package, at no address. The compiler prints this behind the message.</summary>
    public static string HelpLink(string id) => "dotnet build -tl:off -t:ArchietExplain -p:Id=" + id;
}
