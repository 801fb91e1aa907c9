using Archiet.Draft.Merging.Names;

namespace Archiet.Draft.Questions;

/// <summary>What names of fields suggest about what they hold.</summary>
internal static class FieldWords
{
    private static readonly string[] Personal =
    [
        "email", "phone", "mobile", "telephone", "fax", "address", "street", "birth", "birthday", "dob", "first name", "last name", "full name", "surname", "ssn", "passport",
        "gender", "nationality", "iban", "bank account", "salary", "diagnosis", "ip address", "social security", "national id", "ethnicity", "religion",
    ];

    /// <summary>What makes of a word for something personal one for its form.</summary>
    private static readonly string[] AboutTheForm = ["prefix", "type", "count", "verified", "format", "template", "setting", "enabled", "sent"];

    private static readonly string[] People =
    [
        "user", "member", "employee", "customer", "client", "patient", "contact", "person", "student", "teacher", "guest", "clinician", "doctor", "applicant", "candidate", "individual",
        "citizen", "driver", "passenger", "visitor", "subscriber", "lead", "owner", "author", "staff", "tenant",
    ];

    private static readonly string[] Amounts =
        ["amount", "price", "total", "subtotal", "cost", "fee", "salary", "balance", "budget", "revenue", "wage", "deposit", "payment", "discount"];

    private static readonly string[] Identifiers = ["number", "code", "sku", "slug", "username", "isbn", "ean", "barcode"];

    /// <summary>Whether a field looks as if it said something about a person.</summary>
    public static bool IsPersonal(string entity, string field)
    {
        var words = " " + NameWords.Key(field) + " ";
        if (Array.Exists(AboutTheForm, ending => words.EndsWith($" {ending} ", StringComparison.Ordinal)))
        {
            return false;
        }
        return Array.Exists(Personal, word => words.Contains(" " + word + " ", StringComparison.Ordinal))
            || (words == " name " && Array.Exists(People, word => NameWords.Key(entity) == word));
    }

    /// <summary>Whether a field looks like an amount of money.</summary>
    public static bool IsMoney(string field) => NameWords.Split(field) is { Count: > 0 } words && Array.IndexOf(Amounts, Singular.Of(words[^1])) >= 0;

    /// <summary>Whether a field looks like what a row of its own entity is known by: <c>number</c> and <c>invoiceNumber</c> of an invoice, not its <c>partnerNumber</c>.</summary>
    public static bool IsIdentifier(string entity, string field)
    {
        var words = NameWords.Split(field);
        return words.Count > 0 && Array.IndexOf(Identifiers, words[^1]) >= 0 && (words.Count == 1 || string.Join(' ', words.Take(words.Count - 1)) == NameWords.Key(entity));
    }

    /// <summary>Whether a field says in which currency amounts are.</summary>
    public static bool IsCurrency(string field) => NameWords.Split(field).Contains("currency");
}
