namespace Archiet.Cases.Tests;

/// <summary>A made-up genome that has a meaning, before it has a layout.</summary>
/// <param name="Head">The keys of the top level that stand once.</param>
/// <param name="Vocabulary">Types, values and enums, each by its kind and name.</param>
/// <param name="Entities">The entities; the first is the tenant.</param>
/// <param name="Capabilities">The capabilities by name.</param>
internal sealed record RandomGenome(
    IReadOnlyList<(string Key, YamlTree Value)> Head, IReadOnlyList<(string Kind, string Name, YamlTree Value)> Vocabulary, IReadOnlyList<RandomEntity> Entities,
    IReadOnlyList<(string Name, YamlTree Value)> Capabilities)
{
    /// <summary>The genome in one file.</summary>
    public IReadOnlyList<GenomeFile> InOneFile(YamlLayout layout) =>
        [new("app.genome.yaml", layout.Write(YamlTree.Map([.. Head.Select(static it => (it.Key, (YamlTree?)it.Value)), .. Rest(Vocabulary, Entities)])))];

    /// <summary>The genome in several files, declared the other way round: entities, types, values and enums have no order.</summary>
    public IReadOnlyList<GenomeFile> InFiles(YamlLayout layout) =>
    [
        new("app.genome.yaml", layout.Write(YamlTree.Map([.. Head.Select(static it => (it.Key, (YamlTree?)it.Value)), .. CapabilitiesOnly]))),
        new("b.genome.yaml", layout.Write(YamlTree.Map([("genome", YamlTree.Text("1.0")), .. Sections([.. Vocabulary.Reverse()], [])]))),
        new("a.genome.yaml", layout.Write(YamlTree.Map([("genome", YamlTree.Text("1.0")), .. Sections([], [.. Entities.Reverse()])]))),
    ];

    /// <summary>Smaller genomes that have a meaning if this has one.</summary>
    public IEnumerable<RandomGenome> Smaller() =>
        from entity in Entities
        from field in entity.Loose
        select this with { Entities = [.. Entities.Select(it => it == entity ? it with { Loose = [.. it.Loose.Where(other => other != field)] } : it)] };

    public override string ToString() => InOneFile(YamlLayout.All[0])[0].Text;

    private IEnumerable<(string, YamlTree?)> Rest(IReadOnlyList<(string, string, YamlTree)> vocabulary, IReadOnlyList<RandomEntity> entities) =>
        [.. Sections(vocabulary, entities), .. CapabilitiesOnly];

    private (string, YamlTree?)[] CapabilitiesOnly =>
        [("capabilities", Capabilities.Count == 0 ? null : YamlTree.Map(Capabilities.Select(static it => (it.Name, (YamlTree?)it.Value))))];

    private static IEnumerable<(string, YamlTree?)> Sections(IReadOnlyList<(string Kind, string Name, YamlTree Value)> vocabulary, IReadOnlyList<RandomEntity> entities)
    {
        foreach (var kind in vocabulary.GroupBy(static it => it.Kind))
        {
            yield return (kind.Key, YamlTree.Map(kind.Select(static it => (it.Name, (YamlTree?)it.Value))));
        }
        if (entities.Count > 0)
        {
            yield return ("entities", YamlTree.Map(entities.Select(static it => (it.Name, (YamlTree?)it.Tree))));
        }
    }
}

/// <summary>An entity of a made-up genome.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Others">Its keys but <c>fields</c>.</param>
/// <param name="Fixed">The fields that other things speak of.</param>
/// <param name="Loose">The fields that nothing speaks of.</param>
internal sealed record RandomEntity(
    string Name, IReadOnlyList<(string Key, YamlTree? Value)> Others, IReadOnlyList<(string Name, YamlTree? Value)> Fixed, IReadOnlyList<(string Name, YamlTree Value)> Loose)
{
    public YamlTree Tree => YamlTree.Map([.. Others, ("fields", YamlTree.Map([.. Fixed, .. Loose.Select(static it => (it.Name, (YamlTree?)it.Value))]))]);

    /// <summary>Whether one of its fields is a row, or rows, of another entity.</summary>
    public bool RefersTo(string entity) => Fixed.Select(static it => it.Value).Concat(Loose.Select(static it => it.Value)).OfType<YamlMap>()
        .Any(field => field.Entries.Any(word => word is ("type", YamlLeaf type) && type.Value == entity));

    /// <summary>Whether it has this field that other things speak of, or this key.</summary>
    public bool Has(string name) => Fixed.Concat(Others).Any(it => it.Item1 == name && it.Item2 is not null);
}
