using Archiet.Draft.Items;
using Archiet.Draft.Merging.Fields;
using Archiet.Draft.Merging.Names;
using Archiet.Draft.Questions;
using Archiet.Genome.Language;

namespace Archiet.Draft.Merging.Relationships;

/// <summary>Makes fields of relationships: references, owned rows, rows that many share.</summary>
internal sealed class RelationshipMerge
{
    private readonly EntityTable entities;
    private readonly FieldMerge fields;
    private readonly MergeDesk desk;
    private readonly HashSet<string> independent;
    private readonly Dictionary<string, string> ownerOf = new(StringComparer.Ordinal);

    /// <param name="items">The items.</param>
    /// <param name="entities">The entities.</param>
    /// <param name="fields">The fields so far; references and rows are added to them.</param>
    /// <param name="withStates">Entities that go through states, and so are nobody's rows.</param>
    /// <param name="desk">The desk.</param>
    public RelationshipMerge(AdmittedItems items, EntityTable entities, FieldMerge fields, IEnumerable<string> withStates, MergeDesk desk)
    {
        (this.entities, this.fields, this.desk) = (entities, fields, desk);
        var related = new RelationshipGroups(entities, desk).Settle(items.Of<RelationshipItem>().Concat(fields.Relationships).OrderBy(item => desk.Ledger.Position(item.Evidence)));
        var granted = items.Of<PermissionItem>().Select(item => entities.Find(item.Entity)).OfType<string>();
        var shared = related.Where(static relation => relation.Shape.Kind == RelationshipKind.ManyToMany).SelectMany(static relation => new[] { relation.Shape.From, relation.Shape.To });
        independent = new([entities.Tenant, entities.Member, .. withStates, .. granted, .. shared], StringComparer.Ordinal);
        foreach (var relation in related)
        {
            Add(relation);
        }
        new DeletePolicy(entities, fields, desk).Ask();
    }

    /// <summary>Whether an entity's rows belong to rows of another.</summary>
    public bool IsOwned(string entity) => ownerOf.ContainsKey(entity);

    private void Add(Related relation)
    {
        var (kind, from, to) = relation.Shape;
        if (kind == RelationshipKind.ManyToMany)
        {
            AddRows(from, to, NameWords.Field(relation.Name) ?? CamelPlural(to), relation, owned: false);
        }
        else if (kind == RelationshipKind.OwnedBy && CanOwn(to, from))
        {
            ownerOf.Add(from, to);
            AddRows(to, from, CamelPlural(from), relation, owned: true);
        }
        else if (kind == RelationshipKind.OwnedBy && from != to)
        {
            AddReference(relation, isPart: true);
        }
        else
        {
            AddReference(relation, isPart: false);
        }
    }

    /// <summary>Owning goes one level deep, to one owner, and not to what has a life of its own.</summary>
    private bool CanOwn(string owner, string part) =>
        owner != part && !independent.Contains(part) && !ownerOf.ContainsKey(part) && !ownerOf.ContainsKey(owner) && !ownerOf.ContainsValue(part);

    private void AddRows(string holder, string target, string wanted, Related relation, bool owned)
    {
        var path = $"{holder}.fields.{wanted}";
        if (desk.Refuses(path, QuestionCodes.Cardinality, $"{holder}.{wanted}", relation.Evidence(desk.Ledger)))
        {
            ownerOf.Remove(owned ? target : "");
            return;
        }
        var name = fields.NamesOf(holder).Take(wanted, isReference: false);
        fields.Of(holder).Add(new(name, target, relation.Evidence(desk.Ledger)) { Owned = owned, Many = !owned, IsRelationship = true });
    }

    private void AddReference(Related relation, bool isPart)
    {
        var (_, from, to) = relation.Shape;
        var evidence = relation.Evidence(desk.Ledger);
        if (ownerOf.GetValueOrDefault(from) == to)
        {
            desk.Leave($"{from} to {to}", "rows know their owner anyway", evidence);
            return;
        }
        var wanted = NameWords.Field(relation.Shape.From == entities.Find(relation.Items[0].From) ? relation.Name : "") ?? (from == to ? "parent" : NameWords.Camel(to)!);
        if (!TakesPlace(from, to, wanted, evidence))
        {
            return;
        }
        var name = fields.NamesOf(from).Take(wanted, isReference: true);
        var path = $"{from}.fields.{name}";
        if (desk.Refuses(path, QuestionCodes.Cardinality, $"{from}.{name}", evidence))
        {
            return;
        }
        fields.Know(from, wanted, name);
        fields.Of(from).Add(new(name, to, evidence)
        {
            Required = CanBeRequired(from, path) && (isPart || IsRequired(relation, $"{from}.{name}", evidence)),
            OnDelete = isPart ? "cascade" : "",
            IsRelationship = true,
        });
    }

    /// <summary>Rows that are made with a tenant cannot need others.</summary>
    private bool CanBeRequired(string entity, string path) => entity != entities.Tenant && entity != entities.Member && !desk.IsRefused(path + ".required");

    private bool IsRequired(Related relation, string path, EquatableArray<string> evidence)
    {
        var said = relation.Items.Select(static item => item.Required).Where(static required => required != Certainty.Unknown).Distinct().ToList();
        var (from, to) = (relation.Shape.From, relation.Shape.To);
        return said.Count switch
        {
            1 => said[0] == Certainty.Yes,
            0 => desk.Decide(QuestionCodes.Cardinality, path, "required", $"Must every {from} have {Article.A(to)}?", ["no", "yes"], evidence) == 1,
            _ => desk.Decide(
                QuestionCodes.Cardinality, path, "required said twice", $"The document contradicts itself about whether every {from} has {Article.A(to)}: {desk.Ledger.Quote(evidence)}. Must it?", ["no", "yes"],
                evidence) == 1,
        };
    }

    /// <summary>Whether the reference is there: a field of its name may be there already.</summary>
    private bool TakesPlace(string from, string to, string wanted, EquatableArray<string> evidence)
    {
        if (fields.Find(from, wanted) is not { IsRelationship: false } field)
        {
            return true;
        }
        var both = desk.Ledger.Union([field.Evidence, evidence]);
        var isReference = desk.Decide(
            QuestionCodes.Fields, $"{from}.{field.Name}", "field or reference", $"Is {from}.{field.Name} a {field.Type} of its own, or does it lead to {Article.A(to)}? {desk.Ledger.Quote(both)}",
            [$"it leads to {Article.A(to)}", $"it is a {field.Type}"], both) == 0;
        if (isReference)
        {
            fields.Of(from).Remove(field);
            fields.NamesOf(from).Free(field.Name);
        }
        return isReference;
    }

    private static string CamelPlural(string entity)
    {
        var plural = GenomeNames.Plural(entity);
        return char.ToLowerInvariant(plural[0]) + plural[1..];
    }
}
