using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Binding;

/// <summary>Binds the values that a genome writes out: defaults and examples.</summary>
internal sealed class LiteralBinder(FindingList findings)
{
    /// <summary>The canonical text of a default, or null where there is none or it has a finding.</summary>
    public string? BindDefault(FieldSyntax field, ResolvedType type, FieldConstraints constraints)
    {
        if (field.Default is not { } node || !Takes(node, "default", type))
        {
            return null;
        }
        if (type.Enum is { } choice && node is YamlScalar { } member && ScalarKinds.Of(member) == ScalarKind.Text)
        {
            return Member(choice, member);
        }
        var value = Read(node, type.Type);
        if (value is null)
        {
            findings.Add(GenomeDiagnostics.InvalidDefault, node.Span, Written(node), CanonicalText.Describe(type.Type));
        }
        else if (Constraints.Violation(type.Type, constraints, value) is { } violation)
        {
            findings.Add(GenomeDiagnostics.DefaultOutsideConstraints, node.Span, value, violation);
        }
        return value;
    }

    /// <summary>The canonical text of an example, or null where there is none or it has a finding.</summary>
    public string? BindExample(FieldSyntax field, ResolvedType type, FieldConstraints constraints)
    {
        if (field.Example is not { } node || !Takes(node, "example", type))
        {
            return null;
        }
        if (type.Enum is { } choice && node is YamlScalar { } member && ScalarKinds.Of(member) == ScalarKind.Text)
        {
            return Member(choice, member);
        }
        var value = Read(node, type.Type);
        var fault = value is null ? "is not " + CanonicalText.Describe(type.Type) : Constraints.Violation(type.Type, constraints, value);
        if (fault is not null)
        {
            findings.Add(GenomeDiagnostics.InvalidExample, node.Span, value ?? Written(node), fault);
        }
        return value;
    }

    /// <summary>The canonical text of a seed row's value; null where it has a finding.</summary>
    public string? BindSeed(YamlNode node, BoundField field, BoundEnum? choice)
    {
        if (choice is not null && node is YamlScalar { } member && ScalarKinds.Of(member) == ScalarKind.Text)
        {
            return Member(choice, member);
        }
        var value = Read(node, field.Type);
        var fault = value is null ? "is not " + CanonicalText.Describe(field.Type) : Constraints.Violation(field.Type, field.Constraints, value);
        if (fault is null)
        {
            return value;
        }
        findings.Add(GenomeDiagnostics.InvalidSeedValue, node.Span, value ?? Written(node), field.Name, fault);
        return null;
    }

    private bool Takes(YamlNode node, string key, ResolvedType type)
    {
        if (type.Type.Kind is not (FieldKind.Reference or FieldKind.Value))
        {
            return true;
        }
        findings.Add(GenomeDiagnostics.NotApplicable, node.Span, key, type.Spelling);
        return false;
    }

    /// <summary>A member of an enum; an enum without members was complained of where it is declared.</summary>
    private string? Member(BoundEnum choice, YamlScalar written)
    {
        foreach (var member in choice.Members)
        {
            if (member.Name == written.Text)
            {
                return member.Name;
            }
        }
        if (choice.Members.Count == 0)
        {
            return null;
        }
        findings.Add(GenomeDiagnostics.UnknownMember, written.Span, choice.Name, written.Text, Meant(choice, written.Text));
        return null;
    }

    /// <summary>The end of the sentence about a member that an enum does not have: one that is stored so, or is named nearly so.</summary>
    internal static string Meant(BoundEnum choice, string written) => choice.Members.FirstOrDefault(member => member.Stored == written) is { } stored
        ? $"; did you mean '{stored.Name}', which is stored so?"
        : Suggestion.For(written, choice.Members.Select(static member => member.Name));

    /// <summary>The canonical text of a node, or null where it is no value of the type: what looks like a number is no text, unless it is in quotes.</summary>
    private static string? Read(YamlNode node, FieldType type)
    {
        if (type.Kind == FieldKind.Json)
        {
            return JsonText.Of(node);
        }
        var expected = type.Kind switch
        {
            FieldKind.Bool => ScalarKind.Bool,
            FieldKind.Int or FieldKind.Long or FieldKind.Decimal => ScalarKind.Number,
            _ => ScalarKind.Text,
        };
        return node is YamlScalar scalar && ScalarKinds.Of(scalar) == expected ? CanonicalText.Of(type, scalar.Text) : null;
    }

    private static string Written(YamlNode node) => node is YamlScalar scalar ? scalar.Text : node.Kind;
}
