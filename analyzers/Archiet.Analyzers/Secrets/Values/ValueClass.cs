namespace Archiet.Analyzers.Secrets;

/// <summary>What a value is. All but the first are harmless, whatever it is called.</summary>
internal enum ValueClass
{
    /// <summary>Nothing else that is known: under a secret's name, a secret.</summary>
    Secret,

    /// <summary>Nothing, or too little to keep anyone out.</summary>
    Short,

    /// <summary>A template's hole, a mask, or a request to put something there.</summary>
    Placeholder,

    /// <summary>A value that documentation prints, or that was typed to fill a place.</summary>
    Sample,

    /// <summary>Words for people: a label, a question, a message.</summary>
    Sentence,

    /// <summary>A name of something: of a setting, a header, a column, a type, a policy.</summary>
    Name,

    /// <summary>A GUID or a ULID.</summary>
    Identifier,

    /// <summary>A hash that proves a secret and is none.</summary>
    Hash,

    /// <summary>What its owner publishes: a public key, a certificate, a publishable key.</summary>
    PublicKey,

    /// <summary>Where the secret is kept: a vault's reference, an ARN, an encrypted value.</summary>
    Reference,

    /// <summary>A URL or a path; a password in a URL is found by what looks for it.</summary>
    Location,

    /// <summary>A pattern, a format, a date, a version, a list of characters.</summary>
    Format,
}
