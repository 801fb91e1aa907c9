using Archiet.Conformance.Apps;
using Archiet.Genome;
using NUnit.Framework;

namespace Archiet.Samples.Tests.Sources;

/// <summary>Nothing of a source's meaning is lost in silence: each of its models and fields is in the genome under its name, or the README says what became of it.</summary>
[TestFixture("Crm", "nextcrm-2025-11.prisma", 37)]
[TestFixture("Northwind", "northwind.jdl", 19)]
[TestFixture("Taskforge", "taskforge.zmodel", 34)]
[TestFixture("TriggerDev", "trigger-dev.zmodel", 51)]
public sealed class SourceTests(string sample, string source, int models)
{
    private IReadOnlyDictionary<string, SourceModel> schema = null!;
    private SampleReadme readme = null!;
    private Dictionary<string, HashSet<string>> entities = null!;

    [OneTimeSetUp]
    public void Read()
    {
        var folder = SampleApps.FolderOf(sample);
        schema = SourceSchema.Read(File.ReadAllText(Path.Combine(folder, source)));
        readme = new SampleReadme(File.ReadAllText(Path.Combine(folder, "README.md")));
        var genome = GenomeFrontEnd.Compile(Directory.EnumerateFiles(folder, "*.genome.yaml").Select(path => new GenomeFile(path, File.ReadAllText(path)))).Genome!;
        entities = genome.Entities.ToDictionary(
            entity => entity.Name,
            entity => entity.Fields.Select(field => field.Name).Concat(entity.Children.Select(children => children.Name)).Concat(entity.Links.Select(link => link.Name))
                .Select(Normal).ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Test]
    public void The_source_is_read_whole()
    {
        Assert.That(schema, Has.Count.EqualTo(models));
        Assert.That(schema.Values.Where(model => model.Fields.Count == 0).Select(model => model.Name), Is.Empty);
    }

    [Test]
    public void Every_model_has_a_row() => Assert.That(schema.Keys.Where(model => !readme.Has(model)), Is.Empty);

    [Test]
    public void Every_field_is_in_the_genome_or_in_the_readme() => Assert.That(
        from model in schema.Values from field in model.Fields where !IsKept(model, field) select $"{model.Name}.{field.Name}", Is.Empty);

    [Test]
    public void A_field_that_is_nowhere_is_found_out()
    {
        var model = schema.Values.First(model => entities.ContainsKey(readme.EntityOf(model.Name)));

        Assert.That(IsKept(model, new SourceField("lostAndGone", "String", false, null)), Is.False);
    }

    private bool IsKept(SourceModel model, SourceField field)
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
