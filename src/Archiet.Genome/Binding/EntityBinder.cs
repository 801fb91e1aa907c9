using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Language;
using Archiet.Genome.Meaning;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds one entity against what the genome declares.</summary>
internal sealed class EntityBinder
{
    private const int MostColumns = 126;

    private readonly EntitySyntax syntax;
    private readonly DeclaredNames declared;
    private readonly FindingList findings = new();
    private readonly List<(BoundMixin Mixin, Word Word)> mixins = [];
    private readonly string className;
    private readonly EntityRole role;
    private readonly EntityOutline? outline;
    private readonly FieldNames names;
    private readonly EntityFields fields;

    private EntityBinder(EntitySyntax syntax, DeclaredNames declared)
    {
        this.syntax = syntax;
        this.declared = declared;
        className = syntax.ClassName?.Text ?? syntax.Name;
        role = EntityOutlines.RoleOf(syntax, declared.App);
        outline = OutlineLookup.FindEntity(declared.Entities, syntax.Name);
        var reserved = role == EntityRole.Member ? ReservedNames.MemberEntityMembers : ReservedNames.EntityMembers;
        names = new(findings, className, reserved, syntax.Fields.Count, AlsoReserved());
        fields = new(syntax.Name, declared, role, names, findings, syntax.Fields.Count);
    }

    /// <summary>Checks an entity.</summary>
    /// <param name="syntax">As it is written.</param>
    /// <param name="declared">What the genome declares.</param>
    /// <param name="types">The entities that its expressions can lead to.</param>
    public static EntityBinding Bind(EntitySyntax syntax, DeclaredNames declared, IExpressionTypes types) =>
        syntax.IsComplete ? new EntityBinder(syntax, declared).Bind(types) : new(null, EquatableArray<Finding>.Empty);

    private EntityBinding Bind(IExpressionTypes types)
    {
        BindFields();
        CheckRole();
        var lifecycle = syntax.Lifecycle is { } written ? new LifecycleBinder(written, fields.Members, declared.Vocabulary, findings) : null;
        lifecycle?.BindField();
        var checks = new CheckBinder(syntax.Name, syntax.SectionText, types, findings);
        fields.BindComputed(checks);
        var indexes = BindIndexes(checks);
        var rules = BindRules(checks, indexes);
        var states = lifecycle?.Bind(checks, names);
        var lists = new ListBinder(fields.Members, findings);
        var list = lists.BindList(syntax.List);
        var order = lists.BindOrder(syntax.Order);
        var display = lists.BindDisplay(syntax.Display);
        CheckSize();
        if (!findings.IsEmpty || fields.Members.HasBroken || mixins.Exists(static mixed => mixed.Mixin.IsBroken))
        {
            return new(null, findings.ToArray());
        }
        var uniques = indexes.Uniques;
        var hasRetired = fields.RetiredColumns > 0;
        var entity = new BoundEntity(
            syntax.Name, className, syntax.Plural?.Text ?? GenomeNames.Plural(syntax.Name), syntax.Description, role,
            fields.Members.Collect(static member => member.IsRetired ? null : member.Field),
            hasRetired ? uniques.Where(unique => !IsRetired(unique)).ToEquatableArray() : uniques, indexes.Indexes)
        {
            Retired = fields.Members.Collect(static member => member.IsRetired ? member.Field : null),
            RetiredUniques = hasRetired ? uniques.Where(IsRetired).ToEquatableArray() : EquatableArray<BoundIndex>.Empty,
            Was = syntax.Was?.Text,
            IsRetired = outline is { IsRetired: true },
            IsSmall = syntax.Size?.Text == "small",
            Children = fields.Members.Collect(static member => member.Children),
            Links = fields.Members.Collect(static member => member.Link),
            Rules = rules.Rules,
            Overlaps = rules.Overlaps,
            Lifecycle = states,
            List = list,
            Order = order,
            Display = display,
            SoftDelete = syntax.SoftDelete is not null,
            Owner = outline?.Owner,
            Extensions = syntax.Extensions,
        };
        if (!entity.IsRetired)
        {
            EntityMeaning.Check(syntax, entity, declared.Vocabulary, findings);
        }
        return new(entity, findings.ToArray());
    }

    private void BindFields()
    {
        foreach (var word in syntax.Mixins)
        {
            if (OutlineLookup.FindMixin(declared.Mixins, word.Text) is { } mixin)
            {
                mixins.Add((mixin, word));
                fields.AddMixed(mixin, word);
            }
            else
            {
                findings.Add(GenomeDiagnostics.UnknownMixin, word.Span, word.Text, Suggestion.For(word.Text, declared.Mixins.Select(static known => known.Name)));
            }
        }
        foreach (var written in syntax.Fields)
        {
            fields.Add(written);
        }
        fields.CheckFormerNames();
        // Owned rows and links are members of what a request carries and of what a role sees, as columns are.
        var counted = names.Columns - fields.RetiredColumns + fields.Members.All.Count(static member => member.IsRows);
        if (counted > MostColumns)
        {
            findings.Add(GenomeDiagnostics.TooManyColumns, syntax.NameWord.Span, syntax.Name, Constraints.Invariant(counted));
        }
    }

    private void CheckRole()
    {
        if (role == EntityRole.Tenant && syntax.SoftDelete is { } place)
        {
            findings.Add(GenomeDiagnostics.TenantSoftDelete, place, syntax.Name);
        }
    }

    private void CheckSize()
    {
        if (syntax.Size is { } size && !LanguageWords.Sizes.Contains(size.Text))
        {
            findings.Add(GenomeDiagnostics.UnknownWord, size.Span, "size", "small or large", size.Text, Suggestion.For(size.Text, LanguageWords.Sizes));
        }
    }

    /// <summary>Whether a unique set is that of a retired field by itself.</summary>
    private bool IsRetired(BoundIndex unique) => unique.Fields.Count == 1 && fields.Members.Find(unique.Fields[0]) is { IsRetired: true };

    private IndexBinder BindIndexes(CheckBinder checks)
    {
        var indexes = new IndexBinder(fields.Members, checks, findings);
        foreach (var (mixin, word) in mixins)
        {
            indexes.AddMixed(mixin, word);
        }
        indexes.AddUniqueFields();
        indexes.Add(syntax.Constraints);
        return indexes;
    }

    private RuleBinder BindRules(CheckBinder checks, IndexBinder indexes)
    {
        var rules = new RuleBinder(fields.Members, checks, indexes, declared.App, findings);
        foreach (var (mixin, word) in mixins)
        {
            rules.AddMixed(mixin, word);
        }
        foreach (var rule in syntax.Constraints.Rules)
        {
            rules.Add(rule);
        }
        return rules;
    }

    /// <summary>Members that the class has because of what the entity is.</summary>
    private NameSet? AlsoReserved() =>
        syntax.SoftDelete is not null ? ReservedNames.SoftDeleteMembers
        : outline?.Owner is { } owner ? new(owner, owner + "Id")
        : null;
}
