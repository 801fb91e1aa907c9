using System.Globalization;
using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Puts together what all sections declare, and checks the names across them.</summary>
internal sealed class Declarer
{
    private readonly IReadOnlyList<SectionFace> sections;
    private readonly SectionFindings findings;
    private readonly NameTable topLevel;
    private readonly NameTable roleNames;
    private readonly List<BoundRole> roles = [];
    private Placed<AppSyntax>? app;
    private Placed<TenancySyntax>? tenancy;
    private bool sawVersion;

    private Declarer(IReadOnlyList<SectionFace> sections)
    {
        this.sections = sections;
        findings = new(sections.Count);
        topLevel = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
        roleNames = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    }

    public static DeclaredGenome Declare(IReadOnlyList<SectionFace> sections) => new Declarer(sections).Declare();

    private DeclaredGenome Declare()
    {
        for (var i = 0; i < sections.Count; i++)
        {
            DeclareApp(i, sections[i].Declarations);
        }
        CheckTopLevel();
        var tenantEntity = tenancy?.Syntax.Tenant?.Text ?? "";
        var names = new NameTable(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
        var classes = new ClassNames(findings);
        var vocabularyBinder = new VocabularyBinder(findings, names, classes);
        var entityOutlines = new EntityOutlines(findings, names, classes);
        for (var i = 0; i < sections.Count; i++)
        {
            vocabularyBinder.Add(i, sections[i].Declarations);
            foreach (var entity in sections[i].Entities)
            {
                entityOutlines.Add(i, entity, tenantEntity);
            }
        }
        var entities = entityOutlines.ToArray();
        CheckTenant(entities);
        var bound = BindApp(tenantEntity, entityOutlines.MemberEntity);
        var vocabulary = vocabularyBinder.ToVocabulary(entities);
        var declared = new DeclaredNames(bound, vocabulary, entities, EquatableArray<BoundMixin>.Empty);
        var shapes = new EntityShapes(sections, declared);
        declared = declared with { Mixins = BindMixins(names, declared, shapes) };
        var operations = BindOperations(classes, declared);
        var capabilities = BindCapabilities(declared, shapes, operations);
        AskQuestions();
        var approvals = ApprovalBinder.Bind(sections, findings);
        var outline = new GenomeOutline(bound, vocabulary, entities.Where(static entity => !entity.IsRetired).ToEquatableArray(), capabilities)
        {
            Operations = operations,
            Retired = entities.Where(static entity => entity.IsRetired).ToEquatableArray(),
        };
        return new(declared, outline, findings.ToArray()) { Approvals = approvals };
    }

    private void DeclareApp(int section, DeclarationSyntax declarations)
    {
        if (declarations.Version is { } version)
        {
            sawVersion = true;
            if (version.Text != LanguageWords.Version)
            {
                findings[section].Add(GenomeDiagnostics.UnsupportedVersion, version.Span, version.Text);
            }
        }
        if (declarations.Status is { } status)
        {
            CheckStatus(section, status);
        }
        if (declarations.App is { } declaredApp && topLevel.Add(section, declaredApp.Key))
        {
            app = new(section, declaredApp);
        }
        if (declarations.Tenancy is { } declaredTenancy && topLevel.Add(section, declaredTenancy.Key))
        {
            tenancy = new(section, declaredTenancy);
        }
        foreach (var role in declarations.Roles)
        {
            if (roleNames.Add(section, role.Name))
            {
                NameRules.CheckCamelCase(findings[section], role.Name, "a role");
                roles.Add(new(role.Name.Text, role.Description) { Extensions = role.Extensions });
            }
        }
    }

    private void CheckStatus(int section, Word status)
    {
        if (LanguageWords.Statuses.Contains(status.Text))
        {
            findings[section].Add(GenomeDiagnostics.DraftGenome, status.Span);
        }
        else
        {
            findings[section].Add(
                GenomeDiagnostics.UnknownWord, status.Span, "status", "draft and nothing else", status.Text, Suggestion.For(status.Text, LanguageWords.Statuses));
        }
    }

    /// <summary>The keys that one file must have; a missing one is reported where the app is. A genome without an app is one mistake.</summary>
    private void CheckTopLevel()
    {
        if (sections.Count == 0)
        {
            return;
        }
        var (section, span) = app is { } declared ? (declared.Section, declared.Syntax.Key.Span) : (0, SectionSpan.Start);
        Require(app is null || sawVersion || sections.Any(static face => face.Section is { Kind: SectionKind.TopLevel, Name: "genome" }), "genome");
        Require(app is not null, "app");
        Require(app is null || tenancy is not null, "tenancy");

        void Require(bool isThere, string key)
        {
            if (!isThere)
            {
                findings[section].Add(GenomeDiagnostics.MissingTopLevelKey, span, key);
            }
        }
    }

    private void CheckTenant(EquatableArray<EntityOutline> entities)
    {
        if (tenancy is { Syntax.Tenant: { } tenant } declared && OutlineLookup.FindEntity(entities, tenant.Text) is null)
        {
            var suggestion = Suggestion.For(tenant.Text, entities.Select(static entity => entity.Name));
            findings[declared.Section].Add(GenomeDiagnostics.UnknownEntity, tenant.Span, tenant.Text, suggestion);
        }
    }

    private BoundApp BindApp(string tenantEntity, string? memberEntity)
    {
        var syntax = app?.Syntax;
        if (app is { } declared)
        {
            var list = findings[declared.Section];
            if (declared.Syntax.Name is { } name)
            {
                NameRules.CheckPascalCase(list, name, "an app");
            }
            if (declared.Syntax.Namespace is { } space)
            {
                NameRules.CheckNamespace(list, space);
            }
            if (declared.Syntax.Contact is { } contact && CanonicalText.Of(new(FieldKind.Email), contact.Text) is null)
            {
                findings[declared.Section].Add(
                    GenomeDiagnostics.WrongShape, contact.Span, "'contact'", CanonicalText.Describe(new(FieldKind.Email)), $"'{contact.Text}'");
            }
        }
        return new(
            syntax?.Name?.Text ?? "",
            syntax?.Namespace?.Text ?? "",
            syntax?.Description ?? "",
            syntax?.Version?.Text ?? "1.0",
            syntax?.Contact?.Text,
            tenantEntity,
            memberEntity,
            roles.ToEquatableArray())
        {
            Partitions = BindPartitions(),
            Extensions = AppExtensions(),
        };
    }

    private int BindPartitions()
    {
        if (tenancy is not { Syntax.Partitions: { } written } declared)
        {
            return 0;
        }
        if (int.TryParse(written.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= BoundApp.FewestPartitions and <= BoundApp.MostPartitions)
        {
            return count;
        }
        findings[declared.Section].Add(GenomeDiagnostics.PartitionCount, written.Span, written.Text);
        return 0;
    }

    /// <summary>The user's own keys of the app, of tenancy and of the top level of all files, which describe the app as a whole.</summary>
    private EquatableArray<BoundExtension> AppExtensions()
    {
        var all = new Dictionary<string, BoundExtension>(StringComparer.Ordinal);
        foreach (var extension in app?.Syntax.Extensions ?? EquatableArray<BoundExtension>.Empty)
        {
            all.Add(extension.Name, extension);
        }
        foreach (var extension in tenancy?.Syntax.Extensions ?? EquatableArray<BoundExtension>.Empty)
        {
            Add(tenancy!.Section, extension, tenancy.Syntax.Key.Span);
        }
        for (var i = 0; i < sections.Count; i++)
        {
            var keys = sections[i].Declarations.ExtensionKeys;
            foreach (var extension in sections[i].Declarations.Extensions)
            {
                Add(i, extension, keys.Find(key => key.Text == extension.Name).Span);
            }
        }
        return all.Values.OrderBy(static extension => extension.Name, StringComparer.Ordinal).ToEquatableArray();

        void Add(int section, BoundExtension extension, SectionSpan place)
        {
            if (all.ContainsKey(extension.Name))
            {
                findings[section].Add(GenomeDiagnostics.DuplicateExtension, place, extension.Name);
                return;
            }
            all.Add(extension.Name, extension);
        }
    }

    private EquatableArray<BoundMixin> BindMixins(NameTable names, DeclaredNames declared, EntityShapes shapes)
    {
        var mixins = new List<BoundMixin>();
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var syntax in sections[i].Declarations.Mixins)
            {
                if (!names.Add(i, syntax.Name))
                {
                    continue;
                }
                NameRules.CheckPascalCase(findings[i], syntax.Name, "a mixin");
                mixins.Add(new MixinBinder(syntax, sections[i].Section!.Text, declared, shapes, findings[i]).Bind());
            }
        }
        mixins.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return mixins.ToEquatableArray();
    }

    private EquatableArray<BoundOperation> BindOperations(ClassNames classes, DeclaredNames declared)
    {
        var binder = new OperationBinder(findings, classes, declared);
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var operation in sections[i].Declarations.Operations)
            {
                binder.Add(i, operation);
            }
        }
        classes.CheckCompanions();
        return binder.ToArray();
    }

    private EquatableArray<BoundCapability> BindCapabilities(DeclaredNames declared, EntityShapes shapes, EquatableArray<BoundOperation> operations)
    {
        var binder = new CapabilityBinder(findings, declared, shapes, operations);
        var capabilities = new List<BoundCapability>();
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var capability in sections[i].Declarations.Capabilities)
            {
                capabilities.Add(binder.Bind(i, capability, sections[i].Section!.Text));
            }
        }
        binder.CheckChangesAreRead();
        return capabilities.ToEquatableArray();
    }

    /// <summary>An open question stops the build; an answered one is for people.</summary>
    private void AskQuestions()
    {
        var names = new NameTable(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var question in sections[i].Declarations.Questions)
            {
                NameRules.CheckCamelCase(findings[i], question.Name, "a question");
                if (names.Add(i, question.Name) && question.IsOpen)
                {
                    var options = question.Options.Count == 0 ? "" : $" ({string.Join(", ", question.Options.Select(static option => option.Text))})";
                    var about = question.About.Length == 0 ? "" : $" about {question.About}";
                    var source = question.Source.Length == 0 ? "" : $" ({question.Source})";
                    findings[i].Add(GenomeDiagnostics.OpenQuestion, question.Name.Span, question.Name.Text, about + source, question.Ask, options);
                }
            }
        }
    }

    /// <summary>What a section declares.</summary>
    private sealed record Placed<T>(int Section, T Syntax)
        where T : class;
}
