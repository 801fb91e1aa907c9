namespace Archiet.Draft.Rules.Language;

/// <summary>Words of English by what they do in a sentence of requirements.</summary>
internal static class WordLists
{
    /// <summary>Words before a noun that say which one or how many.</summary>
    public static HashSet<string> Determiners { get; } = Set(
        "a an the all any each every some no my our their his her its your own one two three multiple several many more most few new another other such this that these those existing specific certain "
        + "available various different respective single individual's user's same own both either entire full complete additional further");

    /// <summary>Adjectives that tell one row from another, and no kind of thing from another.</summary>
    public static HashSet<string> Adjectives { get; } = Set(
        "active inactive overdue paid unpaid pending open closed approved rejected draft final finished current previous past future next first last latest recent upcoming old original related linked associated assigned "
        + "relevant required optional mandatory valid invalid correct incorrect incoming outgoing outstanding custom standard default basic simple manual automatic automated bulk mass monthly weekly daily annual quarterly "
        + "professional personal private public shared global local internal external main primary secondary key visual real-time qualified specific multiple large small high low at-risk custom-made pre-populated stored "
        + "saved deleted archived expired cancelled canceled failed successful sensitive important critical historical detailed comprehensive accurate configurable centralized granular appropriate necessary possible "
        + "actual potential missing duplicate unauthorized permanent temporary organization-wide online offline digital electronic signed tamper-proof auditable verifiable");

    /// <summary>What a thing is shown on, sent as or counted by: <c>invoice PDFs</c> are invoices.</summary>
    public static HashSet<string> Aspects { get; } = Set(
        "pdf file page list view detail data information info record entry form button history status number date amount field setting preview thumbnail workflow process operation management dashboard export import query "
        + "name link badge modal limit role value visibility functionality functionalities feature metadata content object model entity table row column type level section screen interface widget chart graph timeline "
        + "tracking creation deletion selection change update removal permission access feedback performance accuracy process rate count total trend metric analytics statistic summary overview format copy version instance "
        + "set collection batch csv json xml image logo color id identifier reference key property attribute detail action step stage-change condition request response result option configuration "
        + "lifecycle state progress priority deadline due period range time timestamp size quality search filter reminder storage extraction conversion");

    /// <summary>Words that are no thing that a system keeps.</summary>
    public static HashSet<string> Generic { get; } = Set(
        "system application app platform software solution service module component database server api backend frontend ui ux interface website site web mobile browser network data information content "
        + "everything something anything nothing thing way ability capability possibility function functionality feature requirement need purpose task-force time day week month year hour minute second date number "
        + "amount value list page screen form button field menu tab view dashboard modal popup dialog table row column link url file folder icon logo color string word name title "
        + "status state type kind category level order-by example detail overview summary result output input error success failure risk change update action activity operation process workflow step procedure "
        + "access permission right privilege login logout password session-id security privacy compliance audit performance reliability availability scalability quality accuracy speed cost effort work "
        + "people person someone anyone everyone others stakeholder party vision mission plan-b benefit advantage risk-level priority severity impact probability mitigation owner-name "
        + "manual automation integration implementation development deployment testing test release version code library framework template-engine format standard rule logic condition scope basis context use usage case-study "
        + "click clicks drag drop choice need-to self itself them it they he she i we you who which what where when support management creation deletion addition option multiple ability visibility insight control "
        + "record item object entity model element entry instance attribute property parameter setting preference configuration default environment production staging "
        + "metric kpi target percentage percent ratio rate count sum total average min max limit threshold range period interval duration frequency schedule trend chart graph report-builder widget card badge "
        + "email mail sms notification-center history timeline log-in sign-up signup onboarding experience behavior behaviour feedback-loop "
        + "ai ml pdf csv json xml html http https rest graphql sql crud rbac sso mfa jwt saas crm erp aws sdk cdn cli "
        + "column-name tenant-id id ids identifier key primary-key foreign-key index reference relation relationship link-table");

    /// <summary>Words that end a name: prepositions, conjunctions, and verbs that follow nouns.</summary>
    public static HashSet<string> Ends { get; } = Set(
        "of in on at by for from to with without into onto over under about after before during between through via per as than against within across along upon until since towards toward like "
        + "and or but nor so if when while because that which who whom whose where unless although whether then else not "
        + "is are was were be been being am has have had do does did can could may might must shall should will would cannot can't won't don't isn't aren't "
        + "using based including such e.g i.e etc only also directly automatically manually quickly easily again back up out off down later now today once twice always never immediately online offline anytime sometimes often soon together individually separately simultaneously anywhere everywhere here myself themselves "
        + "i we you they he she it me us them there here how why what");

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
