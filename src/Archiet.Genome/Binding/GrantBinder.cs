using Archiet.Genome.Diagnostics;
using Archiet.Genome.Expressions;
using Archiet.Genome.Syntax;

namespace Archiet.Genome.Binding;

/// <summary>Binds what a capability allows on an entity.</summary>
/// <param name="findings">Where findings go.</param>
/// <param name="section">The text of the section that the grants stand in.</param>
/// <param name="declared">What the genome declares.</param>
/// <param name="shapes">The fields of entities.</param>
internal sealed class GrantBinder(FindingList findings, string section, DeclaredNames declared, EntityShapes shapes)
{
    private const Operations Rows = Operations.List | Operations.Read | Operations.Create | Operations.Update | Operations.Restore;

    /// <summary>The grant; what of it is wrong is left out.</summary>
    public GrantBinding Bind(GrantSyntax grant)
    {
        var entity = FindEntity(grant.Entity);
        var words = new GrantWords(findings, grant.Entity.Text, entity);
        foreach (var word in grant.Operations)
        {
            words.Add(word);
        }
        // A word that is not known may well have been meant to be "read".
        var reads = (words.Operations & Operations.Read) != 0 || words.HasUnknown;
        var bound = new BoundGrant(grant.Entity.Text, words.Operations) { Transitions = words.TransitionsInOrder(), Extensions = grant.Extensions };
        if (entity is not { Owner: null })
        {
            return new(bound, reads, null);
        }
        var where = new CheckBinder(entity.Name, section, shapes, findings).Bind(grant.Where, ExpressionPurpose.RowCondition);
        return new(bound with { Where = where, Fields = BindFields(grant, entity, words) }, reads, words.Change);
    }

    private EntityOutline? FindEntity(Word name)
    {
        var entity = OutlineLookup.FindEntity(declared.Entities, name.Text);
        if (entity is null)
        {
            var suggestion = Suggestion.For(name.Text, declared.Entities.Select(static known => known.Name));
            findings.Add(GenomeDiagnostics.UnknownEntity, name.Span, name.Text, suggestion);
        }
        else if (entity.IsRetired)
        {
            findings.Add(GenomeDiagnostics.RetiredEntity, name.Span, name.Text);
        }
        else if (entity.Owner is { } owner)
        {
            findings.Add(GenomeDiagnostics.GrantOnOwned, name.Span, name.Text, owner);
        }
        return entity;
    }

    private BoundFieldList? BindFields(GrantSyntax grant, EntityOutline entity, GrantWords words)
    {
        if (grant.Fields is not { } fields)
        {
            return null;
        }
        if (grant.Operations.Count > 0 && (words.Operations & Rows) == 0 && words is { HasTransitions: false, HasUnknown: false })
        {
            findings.Add(GenomeDiagnostics.FieldsWithoutUse, fields.Place.Span, entity.Name);
            return null;
        }
        return shapes.FieldsOf(entity.Name) is { } known ? new FieldListBinder(entity.Name, known, declared.Vocabulary, findings).Bind(fields) : null;
    }
}

/// <summary>A grant, checked.</summary>
/// <param name="Grant">What of it could be understood.</param>
/// <param name="Reads">Whether it lets rows be read, as far as can be known.</param>
/// <param name="Change">The first word by which it lets rows be changed, or null.</param>
internal readonly record struct GrantBinding(BoundGrant Grant, bool Reads, Word? Change);
