namespace Archiet.Draft.Questions;

/// <summary>The catalogue of questions: what each is about stays, whatever its words.</summary>
public static class QuestionCodes
{
    /// <summary>What belongs to the system, and what to another or to a later release.</summary>
    public const string Scope = "SCOPE";

    /// <summary>Which fields an entity has, and of which types.</summary>
    public const string Fields = "FIELDS";

    /// <summary>Whether two words are one thing.</summary>
    public const string Merge = "MERGE";

    /// <summary>Whether something is an entity, a document or nothing that is kept.</summary>
    public const string Kind = "KIND";

    /// <summary>Whether somebody is a role, the tenant, an outside party or nobody.</summary>
    public const string Actor = "ACTOR";

    /// <summary>Which entity is the tenant.</summary>
    public const string Tenant = "TENANT";

    /// <summary>What may be done: read, create, update, delete, an action of its own.</summary>
    public const string Verb = "VERB";

    /// <summary>Whether somebody reads or writes; to which rows.</summary>
    public const string Access = "ACCESS";

    /// <summary>How many, whether it must be, and on which side.</summary>
    public const string Cardinality = "CARD";

    /// <summary>How something special stands to something general.</summary>
    public const string Inherit = "INHERIT";

    /// <summary>Whether something is a part of this system or another one.</summary>
    public const string External = "EXTERN";

    /// <summary>How it is shown or sent: a screen, the API, a mail.</summary>
    public const string Screen = "SCREEN";

    /// <summary>What happens when.</summary>
    public const string Event = "EVENT";

    /// <summary>Which way is taken on what condition; a state without a way out.</summary>
    public const string Branch = "BRANCH";

    /// <summary>What exactly must hold.</summary>
    public const string Rule = "RULE";

    /// <summary>Whether a regime applies; how personal data is classified and how long it is kept.</summary>
    public const string Regime = "REGIME";

    /// <summary>Whether something is a module of its own.</summary>
    public const string Module = "MODULE";

    /// <summary>How much: limits, quantities and times ("fast", "large").</summary>
    public const string Limits = "LIMITS";

    /// <summary>Who confirms.</summary>
    public const string Approve = "APPROVE";

    /// <summary>A sentence that speaks to the one who drafts.</summary>
    public const string Suspect = "SUSPECT";
}
