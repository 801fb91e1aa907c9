using Archiet.Genome.Diagnostics;
using Archiet.Genome.Sections;
using Archiet.Genome.Yaml;

namespace Archiet.Genome.Binding;

/// <summary>Binds the values of a seed row.</summary>
internal sealed class SeedRowBinder(BoundEntity entity, DeclaredNames declared, FindingList findings)
{
    private readonly LiteralBinder literals = new(findings);

    /// <summary>Binds what the row gives, in the order of fields, and says what it lacks.</summary>
    public void Bind(SeedRow row)
    {
        // A name that is not known may well have been meant to be one that seems to be missing.
        var mayLack = CheckNames(row.Syntax!);
        foreach (var children in entity.Children.Where(static children => children.Min > 0))
        {
            findings.Add(GenomeDiagnostics.SeedNotGiven, row.Key.Span, children.Name, "it holds rows of another table, and needs at least " + Constraints.Invariant(children.Min!.Value));
        }
        foreach (var field in entity.Fields)
        {
            if (row.Syntax!.Find(field.Name) is { } node)
            {
                BindField(row, field, node);
            }
            else if (!mayLack && field is { Required: true, Default: null } && WhyNotGiven(field.Name) is null)
            {
                findings.Add(GenomeDiagnostics.SeedLacks, row.Key.Span, row.Key.Text, field.Name);
            }
        }
    }

    /// <summary>Says which names a row cannot give; returns whether one of them is unknown.</summary>
    private bool CheckNames(YamlMapping values)
    {
        var hasUnknown = false;
        foreach (var entry in values.Entries)
        {
            var name = entry.Key.Text;
            if (WhyNotGiven(name) is { } reason)
            {
                findings.Add(GenomeDiagnostics.SeedNotGiven, entry.Key.Span, name, reason);
            }
            else if (entity.Retired.Any(field => field.Name == name))
            {
                findings.Add(GenomeDiagnostics.RetiredField, entry.Key.Span, name);
            }
            else if (!entity.Fields.Any(field => field.Name == name))
            {
                var suggestion = Suggestion.For(name, entity.Fields.Select(static field => field.Name));
                findings.Add(GenomeDiagnostics.UnknownField, entry.Key.Span, entity.Name, name, suggestion);
                hasUnknown = true;
            }
        }
        return hasUnknown;
    }

    /// <summary>Why a seed row cannot give a field of the entity, or null where it can or there is none.</summary>
    private string? WhyNotGiven(string name)
    {
        if (name == entity.Lifecycle?.Field)
        {
            return "its lifecycle begins every row in the initial state";
        }
        if (entity.Children.Any(children => children.Name == name) || entity.Links.Any(link => link.Name == name))
        {
            return "it holds rows of another table";
        }
        foreach (var field in entity.Fields)
        {
            if (field.Name == name)
            {
                return field.Computed is not null ? "it is computed" : field.IsServerSet ? "the server sets it" : null;
            }
        }
        return null;
    }

    private void BindField(SeedRow row, BoundField field, YamlNode node)
    {
        if (WhyNotGiven(field.Name) is not null)
        {
            return;
        }
        if (node is YamlScalar scalar && ScalarKinds.Of(scalar) == ScalarKind.Null)
        {
            BindNull(row, field, node.Span);
        }
        else if (field.Type.Kind == FieldKind.Reference)
        {
            BindReference(row, field, node);
        }
        else if (field.Type.Kind == FieldKind.Value)
        {
            BindValue(row, field, node);
        }
        else if (literals.BindSeed(node, field, ChoiceOf(field)) is { } text)
        {
            row.Values.Add(new(field.Name, text, null));
        }
    }

    private void BindNull(SeedRow row, BoundField field, SectionSpan place)
    {
        if (field.Required)
        {
            findings.Add(GenomeDiagnostics.SeedLacks, place, row.Key.Text, field.Name);
            return;
        }
        row.Values.Add(new(field.Name, null, null));
    }

    private void BindReference(SeedRow row, BoundField field, YamlNode node)
    {
        if (node is YamlScalar key && ScalarKinds.Of(key) == ScalarKind.Text)
        {
            row.References.Add((field.Type.Name!, new(key.Text, key.Span)));
            row.Values.Add(new(field.Name, null, key.Text));
            return;
        }
        findings.Add(GenomeDiagnostics.WrongShape, node.Span, $"'{field.Name}'", $"the key of a seed row of '{field.Type.Name}'", node.Kind);
    }

    private void BindValue(SeedRow row, BoundField field, YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            findings.Add(GenomeDiagnostics.WrongShape, node.Span, $"'{field.Name}'", $"a mapping of the fields of '{field.Type.Name}'", node.Kind);
            return;
        }
        var value = declared.Vocabulary.FindValue(field.Type.Name!)!;
        var parts = value.Fields;
        foreach (var entry in mapping.Entries)
        {
            if (value.Retired.Any(part => part.Name == entry.Key.Text))
            {
                findings.Add(GenomeDiagnostics.RetiredField, entry.Key.Span, entry.Key.Text);
            }
            else if (!parts.Any(part => part.Name == entry.Key.Text))
            {
                var suggestion = Suggestion.For(entry.Key.Text, parts.Select(static part => part.Name));
                findings.Add(GenomeDiagnostics.UnknownField, entry.Key.Span, field.Type.Name!, entry.Key.Text, suggestion);
            }
        }
        foreach (var part in parts)
        {
            if (mapping.Find(part.Name) is not { } given)
            {
                if (part.Required)
                {
                    findings.Add(GenomeDiagnostics.SeedLacks, mapping.Span, row.Key.Text, $"{field.Name}.{part.Name}");
                }
            }
            else if (literals.BindSeed(given, part, ChoiceOf(part)) is { } text)
            {
                row.Values.Add(new($"{field.Name}.{part.Name}", text, null));
            }
        }
    }

    private BoundEnum? ChoiceOf(BoundField field) => field.Type.Kind == FieldKind.Enum ? declared.Vocabulary.FindEnum(field.Type.Name!) : null;
}
