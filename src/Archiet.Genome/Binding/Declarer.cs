using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Sections;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Puts together what all sections declare, and checks the names across them.</summary>
internal sealed class Declarer
{
    private readonly IReadOnlyList<ParsedSection> sections;
    private readonly SectionFindings findings;
    private readonly NameTable topLevel;
    private readonly NameTable roleNames;
    private readonly List<BoundRole> roles = [];
    private (int Section, AppSyntax Syntax)? app;
    private (int Section, TenancySyntax Syntax)? tenancy;
    private bool sawVersion;

    private Declarer(IReadOnlyList<ParsedSection> sections)
    {
        this.sections = sections;
        findings = new(sections.Count);
        topLevel = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
        roleNames = new(findings, GenomeDiagnostics.DuplicateName, StringComparer.Ordinal);
    }

    public static DeclaredGenome Declare(IReadOnlyList<ParsedSection> sections) => new Declarer(sections).Declare();

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
        classes.CheckCompanions();
        var entities = entityOutlines.ToArray();
        CheckTenant(entities);
        var bound = BindApp(tenantEntity, entityOutlines.MemberEntity);
        return new(new(bound, vocabularyBinder.ToVocabulary(entities), entities, BindCapabilities(bound, entities)), findings.ToArray());
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
        if (declarations.App is { } declaredApp && topLevel.Add(section, declaredApp.Key))
        {
            app = (section, declaredApp);
        }
        if (declarations.Tenancy is { } declaredTenancy && topLevel.Add(section, declaredTenancy.Key))
        {
            tenancy = (section, declaredTenancy);
        }
        foreach (var role in declarations.Roles)
        {
            if (roleNames.Add(section, role.Name))
            {
                NameRules.CheckCamelCase(findings[section], role.Name, "a role");
                roles.Add(new(role.Name.Text, role.Description));
            }
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
        Require(app is null || sawVersion || sections.Any(static parsed => parsed.Section is { Kind: SectionKind.TopLevel, Name: "genome" }), "genome");
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
            roles.ToEquatableArray());
    }

    private EquatableArray<BoundCapability> BindCapabilities(BoundApp bound, EquatableArray<EntityOutline> entities)
    {
        var binder = new CapabilityBinder(findings, bound, entities);
        var capabilities = new List<BoundCapability>();
        for (var i = 0; i < sections.Count; i++)
        {
            foreach (var capability in sections[i].Declarations.Capabilities)
            {
                capabilities.Add(binder.Bind(i, capability));
            }
        }
        binder.CheckUpdatesAreRead();
        return capabilities.ToEquatableArray();
    }
}
