using Archiet.DraftScore.Reading;
using Archiet.DraftScore.Scoring;

namespace Archiet.DraftScore.Tests;

/// <summary>The references that were made by hand say what can be scored.</summary>
public sealed class ReferenceTests
{
    private static IEnumerable<TestCaseData> References => ReferenceLibrary.All().Select(static reference => new TestCaseData(reference).SetArgDisplayNames(reference.Name));

    [Test]
    public void There_is_one_for_each_document_and_three_are_annotated()
    {
        var references = ReferenceLibrary.All();

        Assert.That(references.Select(static reference => reference.Name), Is.EqualTo([
            "bike-workshop", "govstack-admin-use-cases", "govstack-functional-requirements", "govstack-key-functionalities", "nextcrm-invoices", "nextcrm-multi-tenancy", "nextcrm-opportunities"]));
        Assert.That(references.Where(static reference => reference.Ambiguities.Count > 0).Select(static reference => reference.Name), Is.EqualTo(["bike-workshop", "govstack-functional-requirements", "nextcrm-invoices"]));
        Assert.That(references.Where(static reference => reference.IsHeldOut).Select(static reference => reference.Name), Is.EqualTo(["bike-workshop"]));
    }

    [TestCaseSource(nameof(References))]
    public void Whatever_is_named_is_declared(object named)
    {
        var (_, _, model, ambiguities) = (Model.Reference)named;
        var entities = model.Entities.Select(static entity => entity.Names[0]).ToHashSet(StringComparer.Ordinal);
        var roles = model.Roles.Select(static role => role.Names[0]).ToHashSet(StringComparer.Ordinal);

        Assert.That(entities, Does.Contain(model.Tenant));
        Assert.That(model.Relationships.SelectMany(static pair => new[] { pair.From, pair.To }).Distinct(), Is.SubsetOf(entities));
        Assert.That(model.Grants.Select(static grant => grant.Entity).Distinct(), Is.SubsetOf(entities));
        Assert.That(model.Grants.Select(static grant => grant.Role).Distinct(), Is.SubsetOf(roles));
        Assert.That(model.Rules.Select(static rule => rule.Entity).Distinct(), Is.SubsetOf(entities));
        Assert.That(model.Screens.Select(static screen => screen.Entity).Where(static entity => entity.Length > 0).Distinct(), Is.SubsetOf(entities));
        Assert.That(ambiguities.Select(static ambiguity => ambiguity.Id), Is.Unique);
        foreach (var ambiguity in ambiguities)
        {
            var path = AmbiguityPath.Of(ambiguity.Path);
            Assert.That(ambiguity.Lines, Is.Not.Empty, ambiguity.Id);
            Assert.That(Codes, Is.SupersetOf(ambiguity.Codes).And.Not.Empty, ambiguity.Id);
            Assert.That(path.Role.Length == 0 || roles.Contains(path.Role), ambiguity.Id);
            Assert.That(path.Entity.Length == 0 || entities.Contains(path.Entity), ambiguity.Id);
            Assert.That(!path.IsRelationship || entities.Contains(path.Member), ambiguity.Id);
            Assert.That(
                path.IsRelationship || path.Member.Length == 0 || model.Entities.Single(entity => entity.Names[0] == path.Entity).Fields.Any(field => field.Names.Contains(path.Member)), ambiguity.Id);
        }
    }

    [Test]
    public void A_key_that_the_format_does_not_have_is_refused_at_its_line() => Assert.That(
        () => ReferenceReader.Read("a.yaml", "reference: a\nrules: []\nrels: {}\n"), Throws.TypeOf<FormatException>().With.Message.StartsWith("a.yaml(3): the key 'rels'"));

    private static IEnumerable<string> Codes => typeof(Draft.Questions.QuestionCodes).GetFields().Select(static code => (string)code.GetRawConstantValue()!);
}
