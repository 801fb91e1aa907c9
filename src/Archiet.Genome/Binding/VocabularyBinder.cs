using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds types, values and enums.</summary>
internal sealed class VocabularyBinder(SectionFindings findings, NameTable names, ClassNames classes)
{
    /// <summary>Characters of a stored name.</summary>
    private const int LongestStored = 63;

    private readonly List<BoundScalarType> types = [];
    private readonly List<BoundEnum> enums = [];
    private readonly List<PlacedValue> pendingValues = [];

    /// <summary>Takes in what a section declares.</summary>
    public void Add(int section, DeclarationSyntax declarations)
    {
        foreach (var type in declarations.Types)
        {
            if (AddName(section, type.Name, "a type", MembersOf(type), "Converter"))
            {
                types.Add(FieldBinder.BindType(type, findings[section]));
            }
        }
        foreach (var choice in declarations.Enums)
        {
            if (AddName(section, choice.Name, "an enum", members: null, "Names", "Converter"))
            {
                enums.Add(BindEnum(choice, findings[section]));
            }
        }
        foreach (var value in declarations.Values)
        {
            if (AddName(section, value.Name, "a value", ReservedNames.ValueMembers))
            {
                pendingValues.Add(new(section, value));
            }
        }
    }

    /// <summary>The vocabulary, once every section and every entity is known.</summary>
    public BoundVocabulary ToVocabulary(EquatableArray<EntityOutline> entities)
    {
        types.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        enums.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        pendingValues.Sort(static (left, right) => string.CompareOrdinal(left.Syntax.Name.Text, right.Syntax.Name.Text));
        var names = pendingValues.Select(static value => new BoundValueType(value.Syntax.Name.Text, "", EquatableArray<BoundField>.Empty)).ToEquatableArray();
        var known = new BoundVocabulary(types.ToEquatableArray(), names, enums.ToEquatableArray());
        var resolver = new TypeResolver(known, entities);
        return known with { Values = pendingValues.Select(value => BindValue(value.Syntax, resolver, findings[value.Section])).ToEquatableArray() };
    }

    /// <summary>Of named types only texts become structs of their own.</summary>
    private static NameSet? MembersOf(TypeSyntax type) => type.Definition.Type?.Text is "string" or "text" or "email" or "url" ? ReservedNames.TextMembers : null;

    private bool AddName(int section, Word name, string kind, NameSet? members, params string[] companions)
    {
        if (!names.Add(section, name))
        {
            return false;
        }
        var list = findings[section];
        if (NameRules.CheckPascalCase(list, name, kind) && TypeNames.CheckFree(list, name, $"give the {kind.Substring(kind.IndexOf(' ') + 1)} another name", members))
        {
            classes.Add(section, name, companions);
        }
        return true;
    }

    private static BoundEnum BindEnum(EnumSyntax syntax, FindingList findings)
    {
        var members = new List<BoundEnumMember>(syntax.Members.Count);
        var places = new Dictionary<string, Word>(StringComparer.OrdinalIgnoreCase);
        var stored = new Dictionary<string, Word>(StringComparer.Ordinal);
        var formerNames = new FormerNames();
        foreach (var member in syntax.Members)
        {
            members.Add(new(member.Name.Text, member.Description) { Stored = member.Stored?.Text ?? member.Name.Text, Was = member.Was?.Text, Extensions = member.Extensions });
            CheckStored(member, stored, findings);
            var was = member.Was is { } old && NameRules.CheckEnumMember(findings, old) ? member.Was : null;
            formerNames.Add(null, member.Name, was, findings);
            if (!NameRules.CheckEnumMember(findings, member.Name))
            {
                continue;
            }
            var clrName = GenomeNames.EnumMember(member.Name.Text);
            if (places.TryGetValue(clrName, out var first))
            {
                findings.AddWithOther(GenomeDiagnostics.ClassCollision, member.Name.Span, new(null, first.Span), clrName);
            }
            else
            {
                places.Add(clrName, member.Name);
            }
        }
        formerNames.Check();
        return new(syntax.Name.Text, syntax.Description, members.ToEquatableArray()) { Extensions = syntax.Extensions };
    }

    /// <summary>Members are told apart in the database by what is stored, letters in their case.</summary>
    private static void CheckStored(EnumMemberSyntax member, Dictionary<string, Word> stored, FindingList findings)
    {
        var text = member.Stored ?? member.Name;
        if (member.Stored is not null && (text.Text.Length is 0 or > LongestStored || text.Text.Any(char.IsControl)))
        {
            findings.Add(GenomeDiagnostics.StoredForm, text.Span, text.Text);
        }
        else if (stored.TryGetValue(text.Text, out var first))
        {
            findings.AddWithOther(GenomeDiagnostics.StoredTwice, text.Span, new(null, first.Span), text.Text);
        }
        else
        {
            stored.Add(text.Text, text);
        }
    }

    private static BoundValueType BindValue(ValueSyntax syntax, TypeResolver resolver, FindingList findings)
    {
        var binder = new FieldBinder(resolver, findings);
        var names = new FieldNames(findings, syntax.Name.Text, ReservedNames.ValueMembers, syntax.Fields.Count);
        var fields = new List<BoundField>(syntax.Fields.Count);
        var formerNames = new FormerNames();
        foreach (var written in syntax.Fields)
        {
            var field = binder.BindValueField(written);
            formerNames.Add(null, written.Name, NameRules.FormerField(findings, written.Past?.Was), findings);
            var isNamed = written.IsRetired ? NameRules.CheckCamelCase(findings, written.Name, "a field") : names.Add(written.Name, field);
            if (isNamed && field is not null)
            {
                names.AddColumn(written.Name, GenomeNames.SnakeCase(written.Name.Text));
                fields.Add(field);
            }
        }
        formerNames.Check();
        if (fields.Count > 0 && fields.TrueForAll(static field => field.IsRetired))
        {
            var last = syntax.Fields.Last(static field => field.IsRetired);
            findings.Add(GenomeDiagnostics.NotRetirable, last.Past!.Retired!.Span, last.Name.Text, $"'{syntax.Name.Text}' would have no field left; retire the fields that hold it");
        }
        return new(syntax.Name.Text, syntax.Description, fields.Where(static field => !field.IsRetired).ToEquatableArray())
        {
            Retired = fields.Where(static field => field.IsRetired).ToEquatableArray(),
            Extensions = syntax.Extensions,
        };
    }

    private sealed record PlacedValue(int Section, ValueSyntax Syntax);
}
