namespace Archiet.Genome.Binding;

/// <summary>A change of the schema that loses or refuses data or closes a table for long, and that the author wants.</summary>
/// <param name="Verb">What is done.</param>
/// <param name="Name">What it is done to: <c>Entity</c>, <c>Entity.field</c>, <c>Entity.value.field</c> or <c>Enum.member</c>, by the names of today or those of what is gone.</param>
/// <param name="Reason">Why, in the author's words.</param>
public sealed record BoundApproval(ApprovalVerb Verb, string Name, string Reason)
{
    /// <summary>The change as the genome writes it: <c>drop Patient.fax</c>.</summary>
    public string Text => Language.LanguageWords.ApprovalVerbs[(int)Verb] + " " + Name;
}

/// <summary>What can be approved.</summary>
public enum ApprovalVerb
{
    /// <summary>An entity's table or a field's column goes, with what is in it.</summary>
    Drop,

    /// <summary>A column holds less than before.</summary>
    Narrow,

    /// <summary>A column is of another type.</summary>
    Retype,

    /// <summary>A column that rows may have without a value takes none without one.</summary>
    Require,

    /// <summary>A member of an enum goes.</summary>
    Remove,

    /// <summary>A table with many rows is closed while all of them are read or written.</summary>
    Lock,
}
