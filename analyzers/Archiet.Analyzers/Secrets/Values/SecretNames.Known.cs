namespace Archiet.Analyzers.Secrets;

internal static partial class SecretNames
{
    /// <summary>What a name says, remembered.</summary>
    public static SecretName Of(string name) => KnownName.Of(name).Kind;
}
