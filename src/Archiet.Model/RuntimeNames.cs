using Archiet.Genome;

namespace Archiet.Model;

/// <summary>
/// The types that emitted code names beside those of the genome. Where a genome has a name of its own for one of them, emitted code writes the full name;
/// everywhere else the short one, as a person would.
/// </summary>
public static class RuntimeNames
{
    private static readonly Dictionary<string, string> Namespaces = new(StringComparer.Ordinal)
    {
        ["AccessTable"] = "Archiet",
        ["Children"] = "Archiet",
        ["CancellationToken"] = "System.Threading",
        ["Caller"] = "Archiet",
        ["ChoiceJsonConverter"] = "Archiet",
        ["Choices"] = "Archiet",
        ["Classification"] = "Archiet",
        ["Constraint"] = "Archiet",
        ["DateOnly"] = "System",
        ["DateTimeOffset"] = "System",
        ["EntityTable"] = "Archiet",
        ["EntityTypeBuilder"] = "Microsoft.EntityFrameworkCore.Metadata.Builders",
        ["Field"] = "Archiet",
        ["FieldGroup"] = "Archiet",
        ["FieldKind"] = "Archiet",
        ["FieldReader"] = "Archiet",
        ["FieldSet"] = "Archiet",
        ["Findings"] = "Archiet",
        ["FinancialAttribute"] = "Archiet",
        ["FormatException"] = "System",
        ["GeneratedCode"] = "System.CodeDom.Compiler",
        ["Guid"] = "System",
        ["IEntity"] = "Archiet",
        ["IFields"] = "Archiet",
        ["IInput"] = "Archiet",
        ["IMapped"] = "Archiet",
        ["IOperation"] = "Archiet",
        ["IOutput"] = "Archiet",
        ["IText"] = "Archiet",
        ["JsonConverterAttribute"] = "System.Text.Json.Serialization",
        ["JsonElement"] = "System.Text.Json",
        ["Link"] = "Archiet",
        ["List"] = "System.Collections.Generic",
        ["NoInput"] = "Archiet",
        ["NoOutput"] = "Archiet",
        ["OnDelete"] = "Archiet",
        ["OperationTable"] = "Archiet",
        ["OutputWriter"] = "Archiet",
        ["Parameters"] = "Archiet",
        ["PersonalAttribute"] = "Archiet",
        ["PhiAttribute"] = "Archiet",
        ["Reckon"] = "Archiet",
        ["RowWriter"] = "Archiet",
        ["SecretAttribute"] = "Archiet",
        ["SeedId"] = "Archiet",
        ["SensitiveAttribute"] = "Archiet",
        ["ServerValue"] = "Archiet",
        ["StringComparison"] = "System",
        ["TextJsonConverter"] = "Archiet",
        ["TextRule"] = "Archiet",
        ["TimeOnly"] = "System",
        ["TimeSpan"] = "System",
        ["TransitionException"] = "Archiet",
        ["ValueTask"] = "System.Threading.Tasks",
        ["ValueConverter"] = "Microsoft.EntityFrameworkCore.Storage.ValueConversion",
    };

    /// <summary>The namespace of a name that emitted code uses; null for any other.</summary>
    public static string? NamespaceOf(string name) => Namespaces.TryGetValue(name, out var found) ? found : null;

    /// <summary>Those of our names that a genome's types hide, in ordinal order.</summary>
    internal static EquatableArray<string> HiddenBy(IEnumerable<string> types)
    {
        var taken = new HashSet<string>(types, StringComparer.Ordinal);
        return Namespaces.Keys.Where(taken.Contains).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();
    }
}
