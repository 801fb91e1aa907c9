namespace Archiet;

/// <summary>What a start may do in a database with changes of the schema that are not sealed.</summary>
internal enum PendingPolicy
{
    /// <summary>It applies none and undoes none.</summary>
    Refuse,

    /// <summary>It applies this build's, and undoes none.</summary>
    Apply,

    /// <summary>It applies this build's, and undoes first what another build applied.</summary>
    Replace,
}
