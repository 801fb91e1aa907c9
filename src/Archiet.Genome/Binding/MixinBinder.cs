using Archiet.Genome.Diagnostics;
using Archiet.Genome.Language;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds a mixin by itself, so that what is wrong with it is said once and at its place, however many entities have it.</summary>
/// <param name="syntax">The mixin as it is written.</param>
/// <param name="section">The text of its section.</param>
/// <param name="declared">What the genome declares.</param>
/// <param name="shapes">What its expressions can lead to.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class MixinBinder(MixinSyntax syntax, string section, DeclaredNames declared, EntityShapes shapes, FindingList findings)
{
    /// <summary>The mixin.</summary>
    public BoundMixin Bind()
    {
        var before = findings.Count;
        var memberNames = new FieldNames(findings, className: null, ReservedNames.EntityMembers, syntax.Fields.Count);
        var fields = new EntityFields(syntax.Name.Text, declared, EntityRole.Ordinary, memberNames, findings, syntax.Fields.Count);
        foreach (var written in syntax.Fields)
        {
            if (written.Nature?.Owned is { } owned)
            {
                findings.Add(GenomeDiagnostics.OwnedInMixin, owned.Span, written.Name.Text);
                fields.Members.Add(written.Name.Text);
            }
            else
            {
                fields.Add(written);
            }
        }
        fields.CheckFormerNames();
        var checks = new CheckBinder(syntax.Name.Text, section, shapes, findings);
        fields.BindComputed(checks);
        var indexes = new IndexBinder(fields.Members, checks, findings);
        indexes.AddUniqueFields();
        indexes.Add(syntax.Constraints);
        var rules = new RuleBinder(fields.Members, checks, indexes, declared.App, findings);
        foreach (var rule in syntax.Constraints.Rules)
        {
            rules.Add(rule);
        }
        var members = fields.Members.All.Select(static member => new MixinMember(member.Name, member.Field, member.Link)).ToEquatableArray();
        var isBroken = findings.Count > before || fields.Members.HasBroken;
        return new(syntax.Name.Text, members, indexes.Uniques, indexes.Indexes, rules.Rules, rules.Overlaps, isBroken);
    }
}
