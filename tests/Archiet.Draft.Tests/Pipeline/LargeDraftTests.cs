using Archiet.Draft.Items;
using Archiet.Draft.Prose;
using Archiet.Genome;

namespace Archiet.Draft.Tests.Pipeline;

public sealed class LargeDraftTests
{
    private const int Entities = 500;

    [Test]
    [CancelAfter(120_000)]
    public async Task Five_hundred_entities_make_a_draft(CancellationToken cancel)
    {
        var document = ProseReader.Read("docs/large.md", string.Join('\n', Enumerable.Range(0, Entities).Select(static number => $"- A {Name(number)} has a label and a {Name((number + 1) % Entities)}.")));
        var items = new List<DraftItem>();
        for (var i = 0; i < Entities; i++)
        {
            var evidence = EquatableArray.Of(document.Sentences[i].Id);
            items.Add(new EntityItem(Name(i), "", Certainty.No, Certainty.No, Basis.Stated, evidence));
            items.Add(new FieldItem(Name(i), "label", "string", Certainty.Yes, EquatableArray<string>.Empty, "", "", Basis.Stated, evidence));
            // All the way round: the first row of none of them can be made, so one of the references gives way.
            items.Add(new RelationshipItem(Name(i), Name((i + 1) % Entities), RelationshipKind.Reference, "", Certainty.Yes, Basis.Stated, evidence));
        }

        var result = await DraftPipeline.RunAsync(new("large", document), new ScriptedModel(items), null, cancel);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(Drafts.Faults(Drafts.Genome(result)), Is.Empty);
    }

    /// <summary>A word of letters for a number.</summary>
    private static string Name(int number) => $"Thing{(char)('A' + (number / 26 / 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}";
}
