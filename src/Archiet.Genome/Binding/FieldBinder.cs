using Archiet.Genome.Diagnostics;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds the fields of entities and values, and named types.</summary>
/// <param name="resolver">Resolves types.</param>
/// <param name="findings">Where findings go.</param>
/// <param name="isOfRetired">Whether the fields are those of a retired entity, which may refer to others.</param>
internal sealed class FieldBinder(TypeResolver resolver, FindingList findings, bool isOfRetired = false)
{
    private readonly ConstraintBinder constraints = new(findings);
    private readonly LiteralBinder literals = new(findings);

    /// <summary>A named scalar type; where it has a finding its kind may be <see cref="ResolvedType.Unknown"/>.</summary>
    public static BoundScalarType BindType(TypeSyntax syntax, FindingList findings)
    {
        var definition = syntax.Definition;
        var type = definition.Type is { } word ? TypeResolver.ResolveScalar(word, findings) : null;
        var bound = type is null ? null : new ConstraintBinder(findings).Bind(definition, type);
        if (type is null || bound is null)
        {
            return new(syntax.Name.Text, definition.Description, new(ResolvedType.Unknown, syntax.Name.Text), FieldConstraints.None, null);
        }
        var example = new LiteralBinder(findings).BindExample(definition, type, bound);
        RequireExample(definition, bound, findings);
        return new(syntax.Name.Text, definition.Description, type.Type with { Name = syntax.Name.Text }, bound, example)
        {
            Classification = definition.Classification,
            Extensions = definition.Extensions,
        };
    }

    /// <summary>A field of a value.</summary>
    public BoundField? BindValueField(FieldSyntax field)
    {
        if (Resolve(field) is not { } type)
        {
            return null;
        }
        if (type.Type.Kind is FieldKind.Reference or FieldKind.Value)
        {
            findings.Add(GenomeDiagnostics.NestedValue, field.Type!.Span, field.Name.Text, type.Spelling);
            return null;
        }
        if (((field.Classification | ClassificationOf(type)) & Classification.Secret) != 0)
        {
            findings.Add(GenomeDiagnostics.SecretPart, (field.Nature?.Secret ?? field.Type!).Span, field.Name.Text);
        }
        return Bind(field, type, ServerValue.None, ServerValue.None, field.Required);
    }

    /// <summary>A field of the input or output of an operation.</summary>
    public BoundField? BindOperationField(FieldSyntax field)
    {
        if (Resolve(field) is not { } type)
        {
            return null;
        }
        if (type.Type.Kind == FieldKind.Value)
        {
            findings.Add(GenomeDiagnostics.ValueInOperation, field.Type!.Span, field.Name.Text, type.Spelling);
            return null;
        }
        return Bind(field, type, ServerValue.None, ServerValue.None, field.Required);
    }

    /// <summary>A field of an entity that is no rows; what a computed one follows from is bound later.</summary>
    public BoundField? BindEntityField(FieldSyntax field, BoundApp app, EntityRole role)
    {
        if (field.Computed is not null)
        {
            return BindComputedField(field);
        }
        if (field.Nature?.Stored is { } stored)
        {
            findings.Add(GenomeDiagnostics.StoredWithoutComputed, stored.Span, field.Name.Text);
        }
        var type = Resolve(field);
        var onCreate = ServerValueBinder.Bind(field.OnCreate, "onCreate", field, type, app, findings);
        var onUpdate = ServerValueBinder.Bind(field.OnUpdate, "onUpdate", field, type, app, findings);
        var action = DeleteActionBinder.Bind(field, type, findings);
        var isServerSet = field.OnCreate is not null || field.OnUpdate is not null;
        if (isServerSet && field.Default is not null)
        {
            findings.Add(GenomeDiagnostics.ServerSetDefault, field.Default.Span, field.Name.Text);
        }
        if (isServerSet && field.WriteOnce is { } once)
        {
            findings.Add(GenomeDiagnostics.WriteOnceServerSet, once.Span, field.Name.Text);
        }
        if (type is null)
        {
            return null;
        }
        var required = field.Required || onCreate == ServerValue.Now || onUpdate == ServerValue.Now;
        CheckValue(field, type);
        CheckProvisioning(field, type, role, isServerSet);
        var acting = action == DeleteAction.Restrict ? type : type with { Type = type.Type with { OnDelete = action } };
        return Bind(field, acting, onCreate, onUpdate, required);
    }

    private BoundField? BindComputedField(FieldSyntax field)
    {
        var type = Resolve(field);
        foreach (var (key, place) in ComputedFields.RefusedWords(field))
        {
            findings.Add(GenomeDiagnostics.ComputedTakesNo, place, field.Name.Text, key);
        }
        if (type is null)
        {
            return null;
        }
        if (!ComputedFields.CanBe(type))
        {
            findings.Add(GenomeDiagnostics.ComputedType, field.Type!.Span, field.Name.Text, type.Spelling);
            return null;
        }
        if (field is { Past.Retired: { } retired, Nature.Stored: null })
        {
            findings.Add(GenomeDiagnostics.NotRetirable, retired.Span, field.Name.Text, "it is computed when it is read, and has no column that could stay; remove it");
        }
        return new(field.Name.Text, type.Type, false, FieldConstraints.None, null, ServerValue.None, ServerValue.None, field.Description, literals.BindExample(field, type, FieldConstraints.None))
        {
            Classification = field.Classification,
            Was = field.Past?.Was?.Text,
            IsRetired = field.IsRetired,
            Extensions = field.Extensions,
        };
    }

    private ResolvedType? Resolve(FieldSyntax field)
    {
        if (field.Type is not { } word || resolver.Resolve(word, findings) is not { IsKnown: true } type)
        {
            return null;
        }
        if (type.Target is { IsRetired: true } && !isOfRetired && !field.IsRetired)
        {
            findings.Add(GenomeDiagnostics.RetiredEntity, word.Span, word.Text);
            return null;
        }
        return type;
    }

    private static Classification ClassificationOf(ResolvedType type) => type.Named?.Classification ?? Classification.None;

    private BoundField? Bind(FieldSyntax field, ResolvedType type, ServerValue onCreate, ServerValue onUpdate, bool required)
    {
        if (constraints.Bind(field, type) is not { } bound)
        {
            return null;
        }
        var isServerSet = onCreate != ServerValue.None || onUpdate != ServerValue.None;
        var standard = isServerSet ? null : literals.BindDefault(field, type, bound);
        var example = literals.BindExample(field, type, bound);
        if (type.Named is null)
        {
            RequireExample(field, bound, findings);
        }
        return new(field.Name.Text, type.Type, required, bound, standard, onCreate, onUpdate, field.Description, example ?? type.Named?.Example)
        {
            Classification = field.Classification | ClassificationOf(type),
            WriteOnce = field.WriteOnce is not null,
            Was = field.Past?.Was?.Text,
            IsRetired = field.IsRetired,
            Extensions = field.Extensions,
        };
    }

    private void CheckValue(FieldSyntax field, ResolvedType type)
    {
        if (type.Value is { } value && !field.Required && value.Fields.Count > 0 && !value.Fields.Any(static inner => inner.Required))
        {
            findings.Add(GenomeDiagnostics.ValueWithoutRequired, field.Type!.Span, value.Name);
        }
    }

    private void CheckProvisioning(FieldSyntax field, ResolvedType type, EntityRole role, bool isServerSet)
    {
        if (type.Type.Kind == FieldKind.Reference && field.Required && !isServerSet && role != EntityRole.Ordinary)
        {
            RefuseProvisioning(field.Name, field.RequiredWord?.Span ?? field.Name.Span, role, findings);
        }
    }

    /// <summary>Says that a row that is made with its tenant cannot need another.</summary>
    public static void RefuseProvisioning(Word name, Sections.SectionSpan place, EntityRole role, FindingList findings) => findings.Add(
        GenomeDiagnostics.NotProvisionable, place, name.Text, role == EntityRole.Tenant ? "the tenant entity" : "the member entity");

    private static void RequireExample(FieldSyntax definition, FieldConstraints bound, FindingList findings)
    {
        if (bound.Pattern is not null && definition is { Example: null, HasUnknownKeys: false })
        {
            findings.Add(
                GenomeDiagnostics.ExampleMissing, definition.Name.Span, definition.Name.Text, "no value that matches its pattern can be made up");
        }
    }
}
