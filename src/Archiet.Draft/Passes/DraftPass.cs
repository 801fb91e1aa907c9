namespace Archiet.Draft.Passes;

/// <summary>What one request asks for: few kinds of items at a time, so that each schema stays small.</summary>
public enum DraftPass
{
    /// <summary>Roles and entities.</summary>
    Vocabulary,

    /// <summary>The fields of a few entities.</summary>
    Fields,

    /// <summary>Relationships.</summary>
    Relationships,

    /// <summary>Permissions.</summary>
    Permissions,

    /// <summary>Rules, states and transitions.</summary>
    Behaviour,

    /// <summary>Screens.</summary>
    Screens,

    /// <summary>Regimes.</summary>
    Compliance,

    /// <summary>Questions only: what would two competent developers build differently?</summary>
    Questions,

    /// <summary>Something that the front end refused, once more, with what it said.</summary>
    Repair,
}
