using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds a mixin by itself, so that what is wrong with it is said once and at its place, however many entities have it.</summary>
internal sealed class MixinBinder(MixinSyntax syntax, string section, DeclaredNames names, EntityShapes shapes)
{
    private readonly FindingList findings = new();
    private readonly TypeResolver resolver = new(names.Vocabulary, names.Entities);

    /// <summary>The mixin, and what is wrong with it.</summary>
    public (BoundMixin Mixin, FindingList Findings) Bind()
    {
        var fields = new EntityFields(syntax.Name.Text, findings);
        var memberNames = new FieldNames(findings, syntax.Name.Text, ReservedNames.EntityMembers, syntax.Fields.Count);
        var binder = new FieldBinder(resolver, findings);
        foreach (var written in syntax.Fields)
        {
            if (written.Nature?.Owned is { } owned)
            {
                findings.Add(GenomeDiagnostics.OwnedInMixin, owned.Span, written.Name.Text);
                fields.Members.Add(written.Name.Text);
                continue;
            }
            fields.Add(written, memberNames, binder, new(resolver, findings), names, EntityRole.Ordinary);
        }
        var types = new MixinTypes(EntityShapes.ShapeOf(syntax, resolver), shapes);
        var checks = new CheckBinder(syntax.Name.Text, section, types, findings);
        fields.BindComputed(checks);
        var indexes = new IndexBinder(fields.Members, checks, findings);
        indexes.AddUniqueFields();
        indexes.Add(syntax.Constraints);
        var rules = new RuleBinder(fields.Members, checks, indexes, findings);
        foreach (var rule in syntax.Constraints.Rules)
        {
            rules.Add(rule);
        }
        var members = fields.Members.All.Select(static member => new MixinMember(member.Name, member.Field, member.Link)).ToEquatableArray();
        var isBroken = !findings.IsEmpty || fields.Members.HasBroken;
        return (new(syntax.Name.Text, members, indexes.Uniques, indexes.Indexes, rules.Rules, rules.Overlaps, isBroken), findings);
    }

    /// <summary>The entities of the genome, and the mixin as if it were one.</summary>
    private sealed class MixinTypes(EntityShape mixin, EntityShapes shapes) : IExpressionTypes
    {
        public BoundVocabulary Vocabulary => shapes.Vocabulary;

        public string TenantEntity => shapes.TenantEntity;

        public string? MemberEntity => shapes.MemberEntity;

        public EntityShape? FindEntity(string name) => name == mixin.Name ? mixin : shapes.FindEntity(name);
    }
}
