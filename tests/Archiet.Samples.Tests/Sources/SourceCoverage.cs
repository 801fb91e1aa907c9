using Archiet.Genome.Binding;

namespace Archiet.Samples.Tests.Sources;

/// <summary>What of a source's models and fields a genome has under their names, or a README says what became of.</summary>
internal sealed class SourceCoverage(IReadOnlyDictionary<string, SourceModel> schema, SampleReadme readme, BoundGenome genome)
{
    private readonly Dictionary<string, HashSet<string>> entities = genome.Entities.ToDictionary(
        entity => entity.Name,
        entity => entity.Fields.Select(field => field.Name).Concat(entity.Children.Select(children => children.Name)).Concat(entity.Links.Select(link => link.Name))
            .Select(Normal).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>Models that the README has no row of.</summary>
    public IEnumerable<string> MissingModels => schema.Keys.Where(model => !readme.Has(model));

    /// <summary>Fields that are nowhere.</summary>
    public IEnumerable<string> MissingFields => from model in schema.Values from member in model.Fields where !IsKept(model, member) select $"{model.Name}.{member.Name}";

    /// <summary>A model that became an entity.</summary>
    public SourceModel AnyKept => schema.Values.First(model => entities.ContainsKey(readme.EntityOf(model.Name)));

    /// <summary>Whether a field is in the genome or in the README.</summary>
    public bool IsKept(SourceModel model, SourceField field)
    {
        if (IsNamed(model.Name, field.Name))
        {
            return true;
        }
        if (!schema.TryGetValue(field.Type, out var target))
        {
            return model.Fields.Any(relation => relation.Key == field.Name && IsNamed(model.Name, relation.Name));
        }
        if (field.Key is not null)
        {
            return IsNamed(model.Name, field.Key);
        }
        // The other end of a relation: kept where the field is that holds its key, or where one end of a many-to-many relation is named.
        return target.Fields.Where(end => end.Type == model.Name).Any(end => !end.IsList || IsNamed(target.Name, end.Name));
    }

    private bool IsNamed(string model, string field) => readme.Says(model, field) || IsMember(model, field);

    private bool IsMember(string model, string field) => entities.TryGetValue(readme.EntityOf(model), out var members)
        && (members.Contains(Normal(field)) || (field.EndsWith("Id", StringComparison.Ordinal) && members.Contains(Normal(field[..^2]))));

    /// <summary>Snake case and camel case of one name are one.</summary>
    private static string Normal(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
}
